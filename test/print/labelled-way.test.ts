import { afterAll, expect, test } from '@jest/globals';
import type { BatchView } from '../../src/print/batch-view';
import { readingArea } from '../../src/print/envelope-layout';
import { type LabelKind, labelBox, labelsOn } from '../../src/print/label-sheets';
import { ENVELOPE_SIZES, ENVELOPES } from '../../src/print/papers';
import { closeOffices } from '../support/office';
import type { PdfPage, PdfText } from '../support/pdf';
import { openShop, PAUL } from '../support/shop';
import { openPrint } from './dialog';
import { LABELLED } from './labelled-addresses';
import { outside, press } from './press';

afterAll(closeOffices);
const paper = press();

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

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

/** What is wrong with the block of an address on its paper. */
const faultsOf = (block: readonly PdfText[], index: number): string[] => {
  const { lines, split } = LABELLED[index] as (typeof LABELLED)[number];
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

const within = ({ texts }: PdfPage, box: { x: number; y: number; width: number; height: number }) =>
  texts.filter(
    ({ x, baseline }) => x >= box.x - 3 && x < box.x + box.width && baseline > box.y && baseline <= box.y + box.height,
  );

test('labelled addresses go from the request to every envelope and label as Publication 28 has them, in 8 points and more', async () => {
  const shop = await openShop();
  for (const [index, { typed }] of LABELLED.entries()) {
    const answer = await shop.post({ ...PAUL, ...typed, email: `customer${index}@example.com`, orderId: `o-${index}` });
    expect(answer).toMatchObject({ ok: true });
    await shop.post({ route: 'orders/status', orderId: `o-${index}`, status: 'paid' });
    if (index % 20 === 19) await shop.office.later(61_000);
  }
  const dialog = await openPrint(shop, 'envelopes');
  const { made = 0 } = await dialog.make();
  const made1 = await dialog.batch(made);
  const items = LABELLED.map((_, index) => {
    const item = made1.items.find(({ id }) => id === `o-${index}`);
    if (!item) throw new Error(`order ${index} is not in the batch`);
    return { ...item, place: index + 1 };
  });
  expect(items.map(({ lines }) => lines.map(plain))).toEqual(LABELLED.map(({ lines }) => lines));
  const batch: BatchView = { ...made1, items };
  const faults: string[] = [];
  for (const size of ENVELOPE_SIZES) {
    const pages = await paper.print('envelopes', { ...batch, items: items.map((item) => ({ ...item, size })) });
    pages.forEach((page, index) => {
      const area = readingArea(ENVELOPES[size]);
      const block = page.texts.filter(({ x, baseline }) => x >= ENVELOPES[size].width * 0.39 && baseline > area.y);
      if (outside({ ...page, texts: block }, area).length > 0) faults.push(`${size} ${index}: outside`);
      if (page.missing > 0) faults.push(`${size} ${index}: ${page.missing} signs without a glyph`);
      faults.push(...faultsOf(block, index).map((fault) => `${size} ${index}: ${fault}`));
    });
  }
  for (const kind of ['5160', '5163', '4x6'] as const satisfies readonly LabelKind[]) {
    const pages = await paper.print('labels', batch, { kind, start: 1 });
    items.forEach((item, index) => {
      const label = labelBox(kind, (index % labelsOn(kind)) + 1);
      const page = pages[Math.floor(index / labelsOn(kind))];
      if (!page) throw new Error(`${kind} has no page for ${index}`);
      const on = within(page, label);
      // A sixteenth of an inch inside: what sheets of different makes differ by.
      const inner = { x: label.x + 4.5, y: label.y + 4.5, width: label.width - 9, height: label.height - 9 };
      if (outside({ ...page, texts: on }, inner).length > 0) faults.push(`${kind} ${index}: outside`);
      const number = on.find(({ text }) => text.startsWith(item.number.slice(0, 4)));
      const first = kind === '5160' ? label.x : label.x + 30;
      const isAbove = ({ baseline }: PdfText) => baseline < (number?.baseline ?? 0) - 1;
      const top = { '5160': 0, '5163': 50, '4x6': 150 }[kind];
      const block = on.filter((text) => text.x >= first && isAbove(text) && text.baseline > label.y + top);
      faults.push(...faultsOf(block, index).map((fault) => `${kind} ${index}: ${fault}`));
    });
  }
  // Of all lines only the last one of an address may be smaller, alone, where it is longer than its label in 8 points.
  expect(faults).toEqual(['5160 4: RANCHO SANTA MARGARITA CA 92688-1234 in 7.5 points']);
});
