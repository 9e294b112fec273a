import { afterAll, expect, test } from '@jest/globals';
import type { BatchView } from '../../src/print/batch-view';
import { readingArea } from '../../src/print/envelope-layout';
import { type LabelKind, labelBox, labelsOn } from '../../src/print/label-sheets';
import { ENVELOPE_SIZES, ENVELOPES } from '../../src/print/papers';
import { closeOffices } from '../support/office';
import type { PdfText } from '../support/pdf';
import { openShop, PAUL } from '../support/shop';
import { openPrint } from './dialog';
import { LABELLED } from './labelled-addresses';
import { outside, press } from './press';
import { blockFaults, plain, recipientOn, within } from './printed-address';

afterAll(closeOffices);
const paper = press();

const faultsOf = (block: readonly PdfText[], index: number): string[] =>
  blockFaults(block, LABELLED[index]?.lines ?? [], LABELLED[index]?.split);

test('labeled addresses get from the request to every envelope and label the way Publication 28 writes them, in 8 points or more', async () => {
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
      const block = recipientOn(on, kind, label, item.number);
      faults.push(...faultsOf(block, index).map((fault) => `${kind} ${index}: ${fault}`));
    });
  }
  // Of all lines only the last one of an address may be smaller, alone, where it is longer than its label in 8 points.
  expect(faults).toEqual(['5160 4: RANCHO SANTA MARGARITA CA 92688-1234 in 7.5 points']);
});
