import { afterEach, expect, test } from '@jest/globals';
import { times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { sendUntilOk } from '../support/platform';
import { openShop, PAUL, type Shop } from '../support/shop';

afterEach(closeOffices);

const TEN_MINUTES = 600_000;
const column = (shop: Shop, tab: string, header: string): string[] => shop.rows(tab).map((row) => String(row[header]));

/** Each mixes the calls differently. */
const seeds = (sample: number, all: number): number[] =>
  Array.from({ length: times(sample, all, 3 * all) }, (_, index) => index + 1);

test.each(seeds(1, 10))(
  'four copies of one order and two other orders at once, their service calls mixed by seed %d, make three orders',
  async (seed) => {
    const shop = await openShop({ transport: 'workers', interleave: true, seed });
    const bodies = [
      ...[1, 2, 3, 4].map(() => ({ ...PAUL, orderId: 'web-1' })),
      { ...PAUL, orderId: 'web-2', email: 'second@example.com' },
      { ...PAUL, orderId: 'web-3', email: 'third@example.com', eventCode: '' },
    ];
    const answers = await Promise.all(bodies.map((body) => shop.post(body)));
    const copies = answers.slice(0, 4);
    expect(new Set(copies.map((answer) => answer.orderNumber)).size).toBe(1);
    expect(copies.filter((answer) => answer.duplicate === false)).toHaveLength(1);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    for (const tab of ['Orders', 'Ledger'])
      expect(column(shop, tab, 'Order ID').sort()).toEqual(['web-1', 'web-2', 'web-3']);
    expect(new Set(column(shop, 'Ledger', 'Order Number')).size).toBe(3);
    expect(column(shop, 'Outbox', 'State')).toEqual(['sent', 'sent', 'sent']);
    expect(
      shop
        .emails()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['paul@example.com', 'second@example.com', 'third@example.com']);
  },
);

test.each(seeds(1, 5))(
  'copies of an order without any id make one order, in whichever order they run (seed %d)',
  async (seed) => {
    const shop = await openShop({ transport: 'workers', interleave: true, seed });
    const answers = await Promise.all([1, 2, 3].map(() => shop.post(PAUL)));
    expect(answers.filter((answer) => answer.duplicate === false)).toHaveLength(1);
    expect(shop.rows('Orders')).toHaveLength(1);
    expect(shop.emails()).toHaveLength(1);
  },
);

/** A generator of numbers from 0 to 1 that repeats in each run. */
const chances = (seed: number) => () => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
};

const FAULTY = [
  'Properties.getProperties',
  'SpreadsheetApp.openById',
  'Sheets.Spreadsheets.Values.batchGet',
  'Lock.tryLock',
  'TextFinder.findNext',
  'Range.getValues',
  'Sheets.Spreadsheets.batchUpdate',
  'Cache.put',
  'Range.setValues',
  'MailApp.sendEmail',
];
const KINDS = ['before', 'after', 'kill-before', 'kill-after'] as const;

test('orders, 20 at a time, with injected faults in one of twenty calls, on a clock that moves with cost, are each stored once', async () => {
  const count = times(20, 80, 200);
  const shop = await openShop({ transport: 'workers' });
  const { switches } = shop.office.world;
  switches.costsMoveClock = true;
  switches.mailQuota = 1_500;
  const chance = chances(7);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const orders = Array.from({ length: count }, (_, index) => ({
    ...PAUL,
    orderId: `web-${index}`,
    email: `customer${index}@example.com`,
    eventCode: index % 3 === 0 ? '' : 'ASDAR26',
  }));
  const numbers: unknown[] = [];
  while (numbers.length < orders.length) {
    const batch = orders.slice(numbers.length, numbers.length + 20);
    // An order makes about 14 calls, so 14 injected faults in 20 orders are one in twenty.
    for (let fault = 0; fault < 14; fault++) {
      shop.office.addFault({ service: pick(FAULTY), nth: 1 + Math.floor(chance() * 20), kind: pick(KINDS) });
    }
    const delivered = await Promise.allSettled(batch.map((order) => sendUntilOk(shop, order)));
    expect(delivered.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))).toEqual([]);
    numbers.push(...delivered.map((each) => (each.status === 'fulfilled' ? each.value.answer.orderNumber : '')));
    shop.office.clearFaults();
  }
  await shop.office.advance(TEN_MINUTES);
  await shop.office.advance(TEN_MINUTES);
  expect(new Set(numbers).size).toBe(count);
  for (const tab of ['Orders', 'Ledger']) {
    expect(column(shop, tab, 'Order Number').sort()).toEqual([...numbers].map(String).sort());
  }
  const receipts = new Map<string, number>();
  for (const { to } of shop.emails()) receipts.set(to, (receipts.get(to) ?? 0) + 1);
  expect(Math.max(...receipts.values())).toBe(1);
  const states = shop.rows('Outbox').map((row) => ({ to: String(row.To), state: row.State, why: row.Error }));
  expect(states).toHaveLength(count);
  for (const { to, state, why } of states) {
    if (state !== 'unsure') expect([to, state, why, receipts.get(to)]).toEqual([to, 'sent', '', 1]);
  }
  expect(states.filter(({ state }) => state === 'unsure').length).toBeLessThan(count / 5);
}, 300_000);
