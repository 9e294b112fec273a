import { guardFormula } from '../domain/csv-guard';
import type { PrintOrder } from './print-order';

/** One line of the lab list: how many prints of a photo in a size. */
export interface LabLine {
  readonly photoNumber: string;
  readonly size: string;
  readonly count: number;
}

/** What the lab has to print for one event. */
export interface LabGroup {
  /** Blank for orders without an event. */
  readonly event: string;
  /** Its name for staff. */
  readonly name: string;
  readonly lines: readonly LabLine[];
  /** Prints of each size. */
  readonly totals: readonly { readonly size: string; readonly count: number }[];
}

const piecesOf = (text: string): readonly string[] => text.match(/\d+|\D+/g) ?? [];

/** Sorts digits in text as numbers: 99 before 1234, 4x6 before 8x10. */
const byPieces = (one: string, other: string): number => {
  const [a, b] = [piecesOf(one), piecesOf(other)];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [x = '', y = ''] = [a[index], b[index]];
    const numbers = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : 0;
    if (numbers !== 0) return numbers;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

/** What the lab has to print for some orders: by event, photo number and size. @param names the events' names by code in capitals. */
export const labList = (
  orders: readonly Pick<PrintOrder, 'event' | 'items'>[],
  names: Readonly<Record<string, string>>,
): LabGroup[] => {
  const events = new Map<string, Map<string, LabLine>>();
  for (const { event, items } of orders) {
    const lines = events.get(event) ?? new Map<string, LabLine>();
    events.set(event, lines);
    for (const { photoNumber, size, quantity } of items) {
      const key = `${photoNumber} ${size}`;
      lines.set(key, { photoNumber, size, count: (lines.get(key)?.count ?? 0) + quantity });
    }
  }
  return [...events]
    .sort(([one], [other]) => byPieces(one, other))
    .map(([event, found]) => {
      const lines = [...found.values()].sort(
        (one, other) => byPieces(one.photoNumber, other.photoNumber) || byPieces(one.size, other.size),
      );
      const sizes = [...new Set(lines.map(({ size }) => size))].sort(byPieces);
      const countOf = (size: string): number =>
        lines.filter((line) => line.size === size).reduce((sum, { count }) => sum + count, 0);
      return {
        event,
        name: event ? (names[event] ?? event) : 'No event',
        lines,
        totals: sizes.map((size) => ({ size, count: countOf(size) })),
      };
    });
};

/** A CSV cell; a text that a spreadsheet would take for a formula is marked as text. */
const csvCell = (value: string | number): string => {
  const text = typeof value === 'string' ? guardFormula(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/** The lab list for a spreadsheet (RFC 4180). */
export const labCsv = (groups: readonly LabGroup[]): string =>
  [
    ['Event', 'Event Name', 'Photo Number', 'Size', 'Count'],
    ...groups.flatMap(({ event, name, lines }) =>
      lines.map(({ photoNumber, size, count }) => [event, name, photoNumber, size, count]),
    ),
  ]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');

/** The photo numbers per event and size as plain text, for a lab's order form: `1234 x3, 1240`. */
export const labText = (groups: readonly LabGroup[]): string =>
  groups
    .map(({ event, name, lines, totals }) =>
      [
        event && event !== name ? `${event} ${name}` : name,
        ...totals.map(({ size, count }) => {
          const photos = lines.filter((line) => line.size === size);
          const list = photos.map((line) => (line.count > 1 ? `${line.photoNumber} x${line.count}` : line.photoNumber));
          return `${size} (${count}): ${list.join(', ')}`;
        }),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
