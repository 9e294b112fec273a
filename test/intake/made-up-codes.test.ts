import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatOrderNumber } from '../../src/domain/order-number';
import { EMPTY_HEAD, type LedgerHead, headText as textOfHead } from '../../src/workbook/ledger-row';
import { boundedHead, giveNumber, highestGiven, MOST_HEAD, withGiven } from '../../src/workbook/sequences';
import { times } from '../support/campaign';
import { CELL, fillHead, headOf, headText } from '../support/head';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterEach(closeOffices);

const MINUTE = 60_000;
const ORDER = { ...PAUL, fulfillmentType: 'pickup' };

const addEvent = async (shop: Shop, code: string): Promise<void> => {
  const row = shop.rows('Events').length + 2;
  await shop.office.edit({ sheet: 'Events', range: `A${row}`, values: [[code]] });
};

test('any number of orders with made-up event codes leaves the head small, and a new event gets orders', async () => {
  const shop = await openShop();
  await shop.post({ ...ORDER, orderId: 'first' });
  const before = headText(shop).length;
  const many = times(40, 500, 10_000);
  const numbers = new Set<unknown>();
  for (let nth = 1; nth <= many; nth++) {
    const eventCode = `MADE-UP-${String(nth).padStart(9, '0')}`;
    const answer = await shop.post({ ...ORDER, orderId: `made-up-${nth}`, eventCode, email: `m${nth}@example.com` });
    expect(answer).toMatchObject({ ok: true });
    expect(String(answer.orderNumber)).toMatch(new RegExp(`^${eventCode}-\\d{4,}$`));
    numbers.add(String(answer.orderNumber).split('-').pop());
    // Twenty a minute: if commits are seen late (docs/google.md G86), each order takes two of the minute's 60 reads.
    shop.office.world.clock.advance(3_000);
  }
  // They share one sequence: no two have the same number.
  expect(numbers.size).toBe(many);
  expect(Object.keys(headOf(shop).sequences).sort()).toEqual(['ASDAR26', 'CPS']);
  expect(headText(shop).length - before).toBeLessThan(40);
  await addEvent(shop, 'SPRING27');
  shop.office.world.clock.advance(MINUTE);
  const next = await shop.post({ ...ORDER, orderId: 'new', eventCode: 'SPRING27', email: 'new@example.com' });
  expect(next).toMatchObject({ ok: true, orderNumber: 'SPRING27-0001' });
}, 3_600_000);

test('a code that gets its event later continues after the numbers it had without one', async () => {
  const shop = await openShop();
  const codes = ['FALL26', 'OTHER', 'FALL26', ''];
  for (const [nth, eventCode] of codes.entries()) await shop.post({ ...ORDER, orderId: `o${nth}`, eventCode });
  await addEvent(shop, 'FALL26');
  const next = async (orderId: string, eventCode: string) =>
    (await shop.post({ ...ORDER, orderId, eventCode })).orderNumber;
  expect(await next('p1', 'fall26')).toBe('FALL26-0004');
  expect(await next('p2', 'FALL26')).toBe('FALL26-0005');
  expect(await next('p3', 'OTHER')).toBe('OTHER-0005');
  const given = shop.rows('Ledger').map((row) => row['Order Number']);
  expect(new Set(given).size).toBe(given.length);
});

test('a head filled to the last character by made-up codes doesn’t stop any order or status', async () => {
  const shop = await openShop();
  await shop.post({ ...ORDER, orderId: 'o1' });
  await fillHead(shop);
  expect(headText(shop)).toHaveLength(CELL);
  // The revision may gain a digit with any commit.
  await shop.type('L2', 'paid');
  expect(shop.rows('Ledger')[0]).toMatchObject({ 'Order ID': 'o1', Status: 'paid' });
  await addEvent(shop, 'SPRING27');
  expect(await shop.post({ ...ORDER, orderId: 'o2', eventCode: 'SPRING27' })).toMatchObject({
    ok: true,
    orderNumber: 'SPRING27-0001',
  });
  expect(headText(shop).length).toBeLessThan(MOST_HEAD);
});

test('set-up repairs a sheet with a full head, says so once, and no number is used again', async () => {
  const shop = await openShop();
  await shop.post({ ...ORDER, orderId: 'o1' });
  const codes = await fillHead(shop);
  expect(codes).toBeGreaterThan(1_000);
  await shop.office.call('App.setUp');
  expect(headOf(shop).sequences).toEqual({ ASDAR26: 1, CPS: 1 });
  const told = () => shop.rows('Activity').filter(({ Event }) => Event === 'made room');
  expect(told()).toMatchObject([{ Detail: expect.stringContaining('50,000 characters') }]);
  await shop.office.call('App.setUp');
  expect(told()).toHaveLength(1);
  await addEvent(shop, 'SPRING27');
  const next = async (orderId: string, eventCode: string) =>
    (await shop.post({ ...ORDER, orderId, eventCode })).orderNumber;
  expect(await next('o2', 'SPRING27')).toBe('SPRING27-0001');
  expect(await next('o3', 'ASDAR26')).toBe('ASDAR26-0002');
  // Each of the codes that lost their counts had used number 1.
  expect(await next('o4', 'MADEUP00000000001')).toBe('MADEUP00000000001-0002');
});

/** What may happen to a sheet's numbers. */
type Step =
  | { readonly order: string }
  | { readonly list: string }
  | { readonly unlist: string }
  | { readonly fold: true }
  | { readonly restore: string };

const CODES = ['CPS', 'A', 'B', 'A-0001', 'CONSTRUCTOR'];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ order: fc.constantFrom(...CODES) }) },
  fc.record({ list: fc.constantFrom(...CODES.slice(1)) }),
  fc.record({ unlist: fc.constantFrom(...CODES.slice(1)) }),
  fc.record({ fold: fc.constant(true as const) }),
  fc.record({ restore: fc.constantFrom(...CODES) }),
);

test('no number is used twice, with any changes to the Events tab, any folding and any restore', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let head: LedgerHead = EMPTY_HEAD;
      const listed = new Set<string>();
      const numbers: string[] = [];
      // A head that is too large, filled with old codes.
      const full = (of: LedgerHead): LedgerHead => {
        const filler = Object.fromEntries(Array.from({ length: 1_000 }, (_, nth) => [`LONG-AGO-${nth}-XXXXXXX`, 1]));
        return { ...of, sequences: { ...filler, ...of.sequences } };
      };
      for (const each of steps) {
        if ('list' in each) listed.add(each.list);
        else if ('unlist' in each) listed.delete(each.unlist);
        else if ('fold' in each) head = boundedHead(full(head), (prefix) => listed.has(prefix));
        else if ('restore' in each) {
          // An order from a backup, with its own number.
          const sequence = 1 + Math.max(0, ...numbers.map((number) => Number(number.split('-').pop())));
          numbers.push(formatOrderNumber(each.restore, sequence));
          head = { ...head, sequences: withGiven(head.sequences, { [each.restore]: sequence }, false) };
        } else {
          const given = giveNumber(head, each.order, listed.has(each.order), () => highestGiven(numbers, each.order));
          numbers.push(formatOrderNumber(each.order, given.sequence));
          head = given.head;
        }
        expect(textOfHead(head).length).toBeLessThan(MOST_HEAD + 40);
      }
      expect(new Set(numbers).size).toBe(numbers.length);
    }),
    { numRuns: 300 },
  );
});

test('events beyond the head’s capacity continue their own numbers, looked up once', () => {
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, nth) => [`EVENT-OF-STAFF-${nth}`, 7]));
  const head = boundedHead({ ...EMPTY_HEAD, sequences: many }, () => true);
  expect(head.sequences).toEqual({ CPS: 7 });
  expect(giveNumber(head, 'EVENT-OF-STAFF-1', true, () => 7).sequence).toBe(8);
});
