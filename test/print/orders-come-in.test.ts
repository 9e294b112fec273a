import { afterEach, expect, test } from '@jest/globals';
import { copiesOf, type EmailShop, openEmailShop, order } from '../email/email-shop';
import { beforeNth } from '../support/before-nth';
import { times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { openPrint } from './dialog';

afterEach(closeOffices);

const MOST_CALLS = 30;

type Print = Awaited<ReturnType<typeof openPrint>>;

/** What the print dialog shows when an order lands right before each of its calls. */
const whateverComesIn = async (copy: () => EmailShop, look: (print: Print) => Promise<unknown>): Promise<unknown[]> => {
  const told: unknown[] = [];
  for (let nth = 1; nth < MOST_CALLS; nth += times(2, 1)) {
    const shop = copy();
    const print = await openPrint(shop, 'slips');
    shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
    expect((await shop.post(order(77))).ok).toBe(false);
    const watch = beforeNth(shop.office, nth, () => shop.office.gate.landLate());
    told.push(await look(print));
    watch.stop();
    await closeOffices();
    if (watch.count() < nth) return told;
  }
  return told;
};

test('an order that comes in while prints are chosen or read hides no order and prints none twice', async () => {
  const first = await openEmailShop();
  for (let n = 1; n <= 6; n++) await first.post(order(n));
  await first.type('L2', [['paid'], ['paid'], ['paid'], ['paid'], ['paid'], ['paid']]);
  const print = await openPrint(first, 'slips');
  const { made = 0 } = await print.make(['slips'], undefined, ['order-2', 'order-4']);
  await print.confirm(made, 'slips', ['order-2', 'order-4']);
  const copy = copiesOf(first);
  const due = await whateverComesIn(copy, async ({ plan }) => (await plan()).orders.map(({ id }) => id));
  expect(due.length).toBeGreaterThan(times(2, 5));
  for (const ids of due) expect(ids).toEqual(['order-1', 'order-3', 'order-5', 'order-6']);
  const items = await whateverComesIn(copy, async ({ batch }) =>
    (await batch(made)).items.map(({ id, isIn, since, printed }) => [id, isIn, since, ...printed]),
  );
  expect(items.length).toBeGreaterThan(times(2, 5));
  for (const each of items)
    expect(each).toEqual([
      ['order-2', true, '', 'slips'],
      ['order-4', true, '', 'slips'],
    ]);
}, 60_000);

test('an order whose line in the Ledger cannot be read is named, not left out', async () => {
  const shop = await openEmailShop();
  for (let n = 1; n <= 2; n++) await shop.post(order(n));
  await shop.type('L2', [['paid'], ['paid']]);
  await shop.typeIn('Ledger', 'M2', [['garbled']]);
  const plan = await (await openPrint(shop, 'slips')).plan();
  expect(plan.orders.map(({ id }) => id)).toEqual(['order-1']);
  expect(plan.skipped).toEqual(["ASDAR26-0002 can't be printed: its Ledger row is damaged."]);
});
