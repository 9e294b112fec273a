import type { BatchItem, Paperwork } from '../../batch-view';
import { LABEL_SHEETS, type LabelKind, labelBox, labelPlaces, labelsOn } from '../../label-sheets';
import type { Box } from '../../papers';
import { addressBox, type PaperName, place, type Sheet, textBox } from './sheet';

/** Where things are on a label, from its upper left corner, in points. */
interface LabelLayout {
  readonly returnAddress: Box | null;
  /** A line between the two addresses, so that they aren't read as one. */
  readonly rule: Box | null;
  /** The line such as PHOTOS - DO NOT BEND. */
  readonly line: Box | null;
  readonly address: Box;
  readonly number: Box;
  /** The largest type of return address, address and number. */
  readonly sizes: readonly [number, number, number];
  /** The type size below which an address breaks its long lines. */
  readonly least: number;
}

/** Printers shift: everything stays at least 9 points from the sides of its label, and 6 from its top and bottom. */
const LAYOUTS: Readonly<Record<LabelKind, LabelLayout>> = {
  '5160': {
    returnAddress: null,
    rule: null,
    line: null,
    address: { x: 9, y: 6, width: 171, height: 51 },
    number: { x: 9, y: 57, width: 171, height: 9 },
    sizes: [7, 10, 6],
    least: 8,
  },
  '5163': {
    returnAddress: { x: 9, y: 6, width: 190, height: 38 },
    rule: { x: 9, y: 47, width: 270, height: 0.5 },
    line: null,
    address: { x: 36, y: 56, width: 243, height: 72 },
    number: { x: 9, y: 129, width: 270, height: 9 },
    sizes: [7, 13, 6],
    least: 8,
  },
  '4x6': {
    returnAddress: { x: 18, y: 18, width: 200, height: 60 },
    rule: { x: 18, y: 88, width: 252, height: 1 },
    line: { x: 18, y: 106, width: 252, height: 22 },
    address: { x: 36, y: 166, width: 234, height: 170 },
    number: { x: 18, y: 396, width: 252, height: 16 },
    sizes: [10, 16, 11],
    least: 11,
  },
};

const labelHtml = (kind: LabelKind, label: number, item: BatchItem, paperwork: Paperwork): string => {
  const { x, y } = labelBox(kind, label);
  const at = (box: Box): Box => ({ ...box, x: x + box.x, y: y + box.y });
  const { returnAddress, rule, line, address, number, sizes, least } = LAYOUTS[kind];
  const { returnLines, envelopeLine } = paperwork;
  return [
    returnAddress && addressBox(at(returnAddress), { lines: returnLines }, { size: sizes[0], least: 5 }),
    rule && `<div class="rule" style="${place(at(rule))}"></div>`,
    line && textBox(at(line), envelopeLine ? [envelopeLine] : [], { size: 14, look: 'bold' }),
    addressBox(at(address), item, { size: sizes[1], least }, item.place),
    textBox(at(number), [`${item.number}  ·  ${item.place}`], { size: sizes[2], least: 5, look: 'soft right' }),
  ]
    .filter(Boolean)
    .join('');
};

/** What a sheet of a kind is printed on. */
export const labelPaper = (kind: LabelKind): PaperName => (kind === '4x6' ? kind : 'letter');

/** Labels on as many sheets as needed, the first label at `start` (from 1). */
export const labelSheets = (
  items: readonly BatchItem[],
  paperwork: Paperwork,
  kind: LabelKind,
  start: number,
): Sheet[] => {
  const places = labelPlaces(kind, items.length, start);
  const sheets: { items: BatchItem[]; html: string[] }[] = [];
  places.forEach(({ sheet, label }, index) => {
    const item = items[index];
    if (!item) return;
    const on = sheets[sheet - 1] ?? { items: [], html: [] };
    sheets[sheet - 1] = on;
    on.items.push(item);
    on.html.push(labelHtml(kind, label, item, paperwork));
  });
  const titleOf = (on: readonly BatchItem[], index: number): string => {
    const [first, last] = [on[0], on[on.length - 1]];
    return labelsOn(kind) === 1
      ? `${first?.place} ${first?.number} ${first?.name}`
      : `Sheet ${index + 1}: ${first?.place} to ${last?.place}`;
  };
  return sheets.map(({ items: on, html }, index) => ({
    paper: labelPaper(kind),
    nudge: kind,
    title: titleOf(on, index),
    problems: on.flatMap(({ place: at, problems }) => problems.map((problem) => `${at}: ${problem}`)),
    ids: on.map(({ id }) => id),
    html: html.join(''),
  }));
};

/** The outlines of a whole sheet of labels, to hold against the light. */
export const labelOutlines = (kind: LabelKind): readonly Box[] =>
  Array.from({ length: LABEL_SHEETS[kind].rows * LABEL_SHEETS[kind].columns }, (_, index) => labelBox(kind, index + 1));
