import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerBook, SheetRow } from '../../src/core/ports';
import { cents } from '../../src/domain/money';
import { newOrderChanges, numberOrder, type OrderMaking } from '../../src/intake/new-order';
import { orderAnswer } from '../../src/intake/order-answer';
import { headOf } from '../../src/ledger/lookup';
import { EMPTY_HEAD, headText, type LedgerEntry, type LedgerHead } from '../../src/workbook/ledger-row';
import { TAB_KEYS } from '../../src/workbook/tabs';
import { only } from '../support/only';
import { PAULS_ORDER } from '../workbook/orders';
import { freshView, headersOf, placeOf } from '../workbook/places';
import { accepted, PAULS_POST } from './bodies';

const making = (eventCode = 'ASDAR26'): OrderMaking => ({
  valid: accepted({ ...PAULS_POST, eventCode }),
  id: 'web-1001',
  price: PAULS_ORDER.price,
  fingerprint: 'f1',
  replaces: '',
  createdAt: '2026-11-23T15:04:05.678Z',
});
const head: LedgerHead = { revision: 7, sequences: { CPS: 3, ASDAR26: 41 }, token: 't' };
const entry: LedgerEntry = { ...numberOrder(making(), head).entry, warnings: ['Look at the ZIP code.'] };
const placement = { lastOrderRow: 9, createdAt: 46349.5, receipt: null, by: 'ordering platform' };

test.each([
  ['ASDAR26', 'ASDAR26-0042', { CPS: 3, ASDAR26: 42 }],
  ['asdar26', 'ASDAR26-0042', { CPS: 3, ASDAR26: 42 }],
  ['', 'CPS-0004', { CPS: 4, ASDAR26: 41 }],
  ['NEW', 'NEW-0001', { CPS: 3, ASDAR26: 41, NEW: 1 }],
])('an order of the event %j gets the next number of its prefix', (eventCode, number, sequences) => {
  const numbered = numberOrder(making(eventCode), head);
  expect(numbered.entry.order.number).toBe(number);
  expect(numbered.head).toEqual({ ...head, sequences });
});

test('no number is used twice for any mix of orders from several events', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('', 'CPS', 'A', 'a', 'A-0001', '__proto__', 'constructor', 'toString'), {
        maxLength: 60,
      }),
      (codes) => {
        const numbers: string[] = [];
        let now = EMPTY_HEAD;
        for (const code of codes) {
          const numbered = numberOrder(making(code), now);
          numbers.push(numbered.entry.order.number);
          now = numbered.head;
        }
        expect(new Set(numbers).size).toBe(codes.length);
        for (const number of numbers) expect(number).toMatch(/-\d{4}$/);
      },
    ),
  );
});

test('a new order starts unpaid and not shipped', () => {
  expect(numberOrder(making(), head).entry).toMatchObject({ status: 'pending', shipping: 'to ship', progress: {} });
  const pickup = { ...making(), valid: accepted({ ...PAULS_POST, fulfillmentType: 'pickup' }) };
  expect(numberOrder(pickup, head).entry).toMatchObject({ status: 'pending', shipping: 'to pick up' });
});

test('an order lands in the Ledger, in the Orders tab below the last order, and in the Activity tab', () => {
  const changes = newOrderChanges(freshView(), entry, placement);
  expect(changes.map(({ change, tab }) => `${change} ${tab}`)).toEqual([
    'insert ledger',
    'insert orders',
    'append activity',
  ]);
  expect(changes[0]).toMatchObject({ at: 2, row: { 'Order ID': 'web-1001', 'Order Number': 'ASDAR26-0042' } });
  expect(changes[1]).toMatchObject({
    at: 10,
    row: { 'Order ID': 'web-1001', 'Customer Name': 'Paul Smith', Status: 'pending', 'Created At': 46349.5 },
    notes: { 'Order Number': 'Look at the ZIP code.' },
  });
  expect(changes[2]).toMatchObject({
    row: {
      When: 46349.5,
      'Order ID': 'web-1001',
      Event: 'created',
      To: 'pending',
      By: 'ordering platform',
      Detail: 'Order ASDAR26-0042 from Paul Smith came in. Look at the ZIP code.',
    },
  });
});

test('its receipt is written in the same commit', () => {
  const receipt = {
    orderId: 'web-1001',
    orderNumber: 'ASDAR26-0042',
    kind: 'receipt' as const,
    to: 'paul@example.com',
    state: 'claimed' as const,
    leaseUntil: '2026-11-23T15:07:05+00:00',
    notBefore: '',
    notAfter: '2026-11-26T15:04:05+00:00',
    createdAt: 0,
  };
  const changes = newOrderChanges(freshView(), entry, { ...placement, receipt });
  expect(changes.find(({ tab }) => tab === 'outbox')).toMatchObject({
    change: 'append',
    row: { Key: 'receipt:web-1001:1', State: 'claimed' },
  });
});

test.each([
  ['is gone', undefined],
  ['has lost a header', placeOf('orders', headersOf('orders').slice(1))],
  ['has a header twice', placeOf('orders', [...headersOf('orders'), 'Status'])],
])('if the Orders tab %s, the order is accepted without its row, and the Ledger still owes the row', (_, place) => {
  const { orders: __, ...others } = Object.fromEntries(TAB_KEYS.map((tab) => [tab, placeOf(tab)]));
  const changes = newOrderChanges(
    freshView({ places: { ...others, ...(place ? { orders: place } : {}) } }),
    entry,
    placement,
  );
  expect(changes.map(({ tab }) => tab)).toEqual(['ledger', 'activity']);
  expect(changes[0]).toMatchObject({ row: { 'Order ID': 'web-1001', Flag: 'Row: owed' } });
  expect(changes[1]).toMatchObject({
    row: { Detail: expect.stringContaining('The Orders tab can’t be updated right now. The row will be added later.') },
  });
});

test('the answer has amounts as text, and says whether it’s a duplicate', () => {
  const first = orderAnswer({ ...entry, order: { ...entry.order, price: PAULS_ORDER.price } }, false);
  expect(first).toEqual({
    ok: true,
    orderId: 'web-1001',
    orderNumber: 'ASDAR26-0042',
    status: 'pending',
    subtotal: '40.00',
    shippingFee: '5.50',
    total: '45.50',
    duplicate: false,
    warnings: ['Look at the ZIP code.'],
  });
});

test('a duplicate gets the original answer, no matter what has happened to the order since', () => {
  const later: LedgerEntry = {
    ...entry,
    status: 'shipped',
    shipping: 'shipped',
    progress: { paid: '2026-11-24T00:00:00.000Z' },
  };
  expect(orderAnswer(later, true)).toEqual({ ...orderAnswer(entry, false), duplicate: true });
});

const row = (at: number, Head: string): SheetRow => ({ at, cells: { Head } });
const ledgerWith = (numbers: readonly string[]) => only<LedgerBook>({ column: () => numbers });
const untouched = only<LedgerBook>({});
const noneRead = (): readonly string[] => {
  throw new Error('this must not read the Orders tab');
};

test('the head is on the newest row, and nothing else is read for it', () => {
  expect(headOf(untouched, freshView(), [row(2, headText(head)), row(3, '{"revision":1}')], noneRead)).toEqual(head);
});

test('a head that was pushed down or damaged is found further down', () => {
  expect(
    headOf(untouched, freshView(), [row(2, ''), row(3, '{"revision":'), row(4, headText(head))], noneRead),
  ).toEqual(head);
});

test('a lost head is recounted from the numbers in the Ledger and the Orders tab', () => {
  const found = headOf(ledgerWith(['ASDAR26-0002', 'CPS-0007', 'nonsense', '']), freshView(), [row(2, '')], () => [
    'ASDAR26-0041',
    'CPS-0001',
  ]);
  expect(found.sequences).toEqual({ ASDAR26: 41, CPS: 7 });
  expect(
    numberOrder({ ...making(), price: { ...PAULS_ORDER.price, discount: cents(0) } }, found).entry.order.number,
  ).toBe('ASDAR26-0042');
});

test('an empty Ledger begins at one', () => {
  expect(headOf(ledgerWith([]), freshView(), [], () => [])).toEqual(EMPTY_HEAD);
});
