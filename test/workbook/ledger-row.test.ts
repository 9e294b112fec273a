import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EMAIL_KINDS } from '../../src/domain/email-kind';
import { cents } from '../../src/domain/money';
import { ORDER_STATUSES, SHIPPING_STATUSES } from '../../src/domain/statuses';
import { headText, type LedgerEntry, ledgerEntry, ledgerRow, parseHead } from '../../src/workbook/ledger-row';
import { anyOrder, PAULS_ORDER, trimmed } from './orders';
import { headersOf } from './places';

const entry: LedgerEntry = {
  order: PAULS_ORDER,
  fingerprint: 'f1',
  replaces: '',
  status: 'pending',
  shipping: 'to ship',
  progress: {},
  flag: '',
  warnings: [],
};

const time = fc.constant('2026-11-23T15:04:05.678Z');
const anyEntry: fc.Arbitrary<LedgerEntry> = fc.record({
  order: anyOrder,
  fingerprint: fc.stringMatching(/^[0-9a-f]{64}$/),
  replaces: fc.stringMatching(/^([0-9a-f]{64})?$/),
  status: fc.constantFrom(...ORDER_STATUSES),
  shipping: fc.constantFrom(...SHIPPING_STATUSES, null),
  progress: fc.record(
    {
      paid: time,
      shipped: time,
      cancelled: time,
      printed: fc.record({ envelope: time }),
      askedForFeedback: time,
      trackingNumber: trimmed,
      emails: fc.subarray([...EMAIL_KINDS]),
      previous: fc.record({
        status: fc.constantFrom(...ORDER_STATUSES),
        shipping: fc.constantFrom(...SHIPPING_STATUSES, null),
      }),
    },
    { requiredKeys: [] },
  ),
  flag: trimmed,
  warnings: fc.array(trimmed, { maxLength: 5 }),
});

test('an order is in the Ledger as one row with its money in cents', () => {
  expect(ledgerRow({ ...entry, warnings: ['Look here.'] })).toEqual({
    'Order ID': 'web-1001',
    'Order Number': 'ASDAR26-0001',
    Fingerprint: 'f1',
    Replaces: '',
    'Accepted At': '2026-11-23T15:04:05.678Z',
    Status: 'pending',
    'Shipping Status': 'to ship',
    Seal: expect.any(String),
    Details: expect.any(String),
    Flag: '',
    Progress: '{}',
    Order:
      '{"c":["Paul Smith","paul@example.com","407-555-0134"],"f":"ship","a":["123 Main St","Apt 4","Orlando","FL","01234"],' +
      '"e":"ASDAR26","l":[["1234","4x6",3,800],["1235","8x10",1,2000]],"m":[400,4000,550,4550],"w":["Look here."]}',
  });
});

test('every cell of the row has its column', () => {
  for (const header of Object.keys(ledgerRow(entry))) expect(headersOf('ledger')).toContain(header);
});

test('any entry comes back from its row as it was', () => {
  fc.assert(fc.property(anyEntry, (any) => expect(ledgerEntry(ledgerRow(any))).toEqual(any)));
});

test('the largest order fits into a cell twice over', () => {
  const widest = { photoNumber: 'W'.repeat(20), size: 'W'.repeat(20), quantity: 999, unitPrice: cents(99_999_999) };
  const lines = Array.from({ length: 200 }, () => widest);
  const row = ledgerRow({ ...entry, order: { ...PAULS_ORDER, lines, price: { ...PAULS_ORDER.price, lines } } });
  expect(String(row.Order).length).toBeLessThan(25_000);
});

test.each([
  '',
  'null',
  '{}',
  '{"c":[]}',
  'Paul',
  '[]',
  '{"c":["a","b","c"],"f":"ship","a":["","","","",""],"e":"","l":[["1","4x6",1,1.5]],"m":[0,0,0,0]}',
])('an order cell that reads %j cannot be read', (Order) => {
  expect(() => ledgerEntry({ ...ledgerRow(entry), Order })).toThrow();
});

test('an entry whose Order cell lacks an amount cannot be read', () => {
  const row = ledgerRow(entry);
  expect(() =>
    ledgerEntry({ ...row, Order: String(row.Order).replace('[400,4000,550,4550]', '[400,4000]') }),
  ).toThrow();
});

test('the head comes back from its cell as it was', () => {
  const heads = fc.record({
    revision: fc.nat(),
    sequences: fc.dictionary(fc.stringMatching(/^[A-Z0-9_-]{1,20}$/), fc.nat()),
    token: fc.uuid(),
  });
  fc.assert(fc.property(heads, (head) => expect(parseHead(headText(head))).toEqual(head)));
});

test.each([
  '',
  ' ',
  'null',
  '5',
  '[]',
  '{}',
  '{"revision":1}',
  '{"revision":1,"sequences":null,"token":""}',
  '{"revision":1.5,"sequences":{},"token":""}',
  '{"revision":-1,"sequences":{},"token":""}',
  '{"revision":1,"sequences":{"CPS":"7"},"token":""}',
  '{"revision":1,"sequences":{"CPS":-7},"token":""}',
  '{"revision":1,"sequences":[],"token":""}',
  '{"revision":1',
  undefined,
  5,
  true,
])('a head cell that reads %j is not a valid head', (cell) => {
  expect(parseHead(cell)).toBeNull();
});
