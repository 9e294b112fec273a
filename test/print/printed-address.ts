import type { LabelKind } from '../../src/print/label-sheets';
import type { PdfPage, PdfText } from '../support/pdf';

/** A text with one space where it has any. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Runs of one line as one text: where there is room between two, there is a space. */
const joined = (runs: readonly PdfText[]): string =>
  runs
    .map(({ text, x, size }, index) => {
      const before = runs[index - 1];
      return before && x - before.x - before.width > size * 0.15 ? ` ${text}` : text;
    })
    .join('');

/** The lines of printed text, from the top down, each with its smallest type. */
const linesOf = (texts: readonly PdfText[]) => {
  const rows = new Map<number, PdfText[]>();
  for (const text of texts.filter((each) => each.text.trim() !== '')) {
    const at = [...rows.keys()].find((row) => Math.abs(row - text.baseline) < 1) ?? text.baseline;
    rows.set(at, [...(rows.get(at) ?? []), text]);
  }
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => ({
      text: plain(joined([...row].sort((a, b) => a.x - b.x))),
      size: Math.min(...row.map(({ size }) => size)),
    }));
};

/**
 * What is wrong with the block of an address on its paper.
 * @param lines as they should be printed, from the recipient down.
 * @param split the unit and the street on a line each, where the two may be too long for one.
 */
export const blockFaults = (
  block: readonly PdfText[],
  lines: readonly string[],
  split?: readonly string[],
): string[] => {
  const printed = linesOf(block);
  const texts = printed.map(({ text }) => text);
  const faults: string[] = [];
  const isWhole = texts.join('|') === lines.join('|');
  const isSplit = split && texts.join('|') === [...lines.slice(0, -2), ...split, lines[lines.length - 1]].join('|');
  const words = (all: readonly string[]) => all.join(' ').split(' ').sort().join(' ');
  // A line that was broken between its words has lost none, and none of its words was torn.
  if (!isWhole && !isSplit && words(texts) !== words(lines)) faults.push(`${texts} instead of ${lines}`);
  if (texts[texts.length - 1] !== lines[lines.length - 1]) faults.push(`the last line is ${texts[texts.length - 1]}`);
  const small = printed.filter(({ size }) => size < 7.99);
  return [...faults, ...small.map(({ text, size }) => `${text} in ${size.toFixed(1)} points`)];
};

/** The texts of a page that begin within a box. */
export const within = ({ texts }: PdfPage, box: { x: number; y: number; width: number; height: number }) =>
  texts.filter(
    ({ x, baseline }) => x >= box.x - 3 && x < box.x + box.width && baseline > box.y && baseline <= box.y + box.height,
  );

/** The texts of the recipient among those of a label: right of the return address and above the order's number. */
export const recipientOn = (
  texts: readonly PdfText[],
  kind: LabelKind,
  label: { readonly x: number; readonly y: number },
  number: string,
): PdfText[] => {
  const below = texts.find(({ text }) => text.startsWith(number.slice(0, 4)))?.baseline ?? 0;
  const left = kind === '5160' ? label.x : label.x + 30;
  const top = { '5160': 0, '5163': 50, '4x6': 150 }[kind];
  return texts.filter(({ x, baseline }) => x >= left && baseline < below - 1 && baseline > label.y + top);
};
