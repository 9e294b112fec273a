import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBody } from '../../src/entrypoints/web/read-body';
import { readFeedback, readShipping, readStatus } from '../../src/entrypoints/web/read-requests';
import { readSent } from '../../src/intake/known-order';
import type { JsonObject } from '../../src/intake/order-form';
import { nodeCrypto } from '../support/node-crypto';
import { accepted, check, PAULS_POST, problemsOf, saidOf } from './bodies';

/** The reading of Paul's order with these members in front, written as JSON. */
const bodyWith = (members: string): JsonObject => {
  const { phone: _phone, ...post } = PAULS_POST;
  const reading = readBody(`{${members},${JSON.stringify(post).slice(1)}`);
  if ('refused' in reading) throw new Error(reading.refused.error);
  return reading.body;
};
const SEND_AS_TEXT = 'is a number with too many digits to arrive intact: send it as text';

test('two ids that are the same JavaScript number stay two ids, each as sent', () => {
  const ids = ['820982911946154508', '820982911946154509'];
  const read = ids.map((id) => bodyWith(`"orderId":${id}`));
  expect(read.map((body) => readSent(nodeCrypto, body, '').identity.id)).toEqual(ids);
  expect(read.map((body) => accepted(body).orderId)).toEqual(ids);
});

test('a photo number keeps its digits, and a different photo is a different order', () => {
  const [one, two] = ['20261128123456788', '20261128123456789'].map((photo) => {
    const reading = readBody(JSON.stringify(PAULS_POST).replace('"1234"', photo));
    return 'body' in reading ? reading.body : {};
  });
  expect(accepted(two ?? {}).request.lines[0]?.photoNumber).toBe('20261128123456789');
  const [first, second] = [one, two].map((body) => readSent(nodeCrypto, body ?? {}, '').identity.fingerprint);
  expect(first).not.toBe(second);
});

test.each(['1e999', '1e21', '-1e400'])('%s isn’t text and must be sent as text', (number) => {
  expect(problemsOf(bodyWith(`"orderId":${number}`))).toEqual([`orderId: ${SEND_AS_TEXT}`]);
  expect(problemsOf({ ...PAULS_POST, city: Number(number) })).toEqual([`city: ${SEND_AS_TEXT}`]);
  // A bad phone number isn't worth losing a sale over.
  expect(saidOf(bodyWith(`"phone":${number}`))[0]).toContain("isn't text and was ignored.");
  expect(readSent(nodeCrypto, bodyWith(`"orderId":${number}`), 'msg_1').identity.id).toBe('msg_1');
  const item = `"items":[{"photoNumber":${number},"qty4x6":1}]`;
  const reading = readBody(JSON.stringify(PAULS_POST).replace(/"items":.*\]/, item));
  expect(problemsOf('body' in reading ? reading.body : {})).toEqual([`items[0].photoNumber: ${SEND_AS_TEXT}`]);
});

test('a quantity with too many digits for a number isn’t valid', () => {
  const reading = readBody(JSON.stringify(PAULS_POST).replace('"qty4x6":3', '"qty4x6":9007199254740993'));
  expect(problemsOf('body' in reading ? reading.body : {})).toEqual([
    'items[0].qty4x6: "9007199254740993" is not a valid quantity (use a whole number from 1 to 999)',
  ]);
});

const NESTED = {
  orderId: 'o-1',
  customerInfo: { name: 'Paul Smith', email: 'paul@example.com', phone: '407-555-0134' },
  shippingAddress: {
    company: 'Acme',
    line1: '123 Main St',
    line2: 'Apt 4',
    city: 'Orlando',
    state: 'FL',
    zip: '32801',
  },
  eventSlug: 'ASDAR26',
  items: [
    { photoNumber: '1', size: '4x6', quantity: 1 },
    { photoNumber: '2', qty4x6: 1, title: 'a' },
  ],
  total: '16.00',
  note: 'a',
};
const STATUS = { orderId: 'o-1', status: 'shipped', trackingNumber: '9400', note: 'a' };
const ABOUT = { orderNumber: 'ASDAR26-0001', note: 'a' };

/** Every route's body and its reader. */
const ROUTES: readonly (readonly [route: string, body: JsonObject, read: (body: JsonObject) => object])[] = [
  ['orders, flat', { ...PAULS_POST, orderId: 'o-1', company: 'Acme', total: '40.00', note: 'a' }, check],
  ['orders, nested', NESTED, check],
  ['orders/status', STATUS, readStatus],
  ['orders/status by number', { ...ABOUT, status: 'paid' }, readStatus],
  ['orders/shipping', { orderId: 'o-1', shipped: true, trackingNumber: '9400', note: 'a' }, readShipping],
  ['orders/shipping by number', { ...ABOUT, shippingStatus: 'shipped' }, readShipping],
  ['orders/feedback', { orderId: 'o-1', feedback: 'good', rating: 5, note: 'a' }, readFeedback],
  ['orders/feedback by number', { ...ABOUT, feedback: 'good' }, readFeedback],
];

/** The places of all texts in a value. */
const textsIn = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] => {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    textsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
};

/** A body as JSON with a number in place of one of its texts. */
const withNumber = (body: JsonObject, path: readonly (string | number)[], number: string): string => {
  const copy = JSON.parse(JSON.stringify(body));
  const above = path.slice(0, -1).reduce((object, key) => object[key], copy);
  above[path[path.length - 1] ?? ''] = '@number@';
  return JSON.stringify(copy).replace('"@number@"', number);
};

const PLACES = ROUTES.flatMap(([route, body, read]) => textsIn(body).map((path) => ({ route, body, read, path })));

/** The digits of a number that a reading shows or keeps, longer than JavaScript's numbers are sure. */
const longDigits = (reading: unknown): readonly string[] => JSON.stringify(reading).match(/\d{15,}/g) ?? [];

test('the property about digits covers every text field of every route', () => {
  expect(PLACES.length).toBeGreaterThan(45);
});

test('a number beyond 2^53 is rejected or keeps every digit in every text field of every route', () => {
  const digits = fc
    .tuple(fc.constantFrom('1', '9'), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 39 }))
    .map(([first, rest]) => first + rest.join(''));
  const form = fc.constantFrom(
    (raw: string) => raw,
    (raw: string) => `-${raw}`,
    (raw: string) => `${raw}.0`,
    (raw: string) => `0.${raw}`,
  );
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), digits, form, ({ body, read, path }, raw, write) => {
      const number = write(raw);
      if (Number.isSafeInteger(Number(number))) return;
      const reading = readBody(withNumber(body, path, number));
      if ('refused' in reading) throw new Error(reading.refused.error);
      const result = read(reading.body);
      for (const found of longDigits(result)) expect(number).toContain(found);
      const isTaken = 'asked' in result || ('valid' in result && result.valid);
      // An accepted value has all of its digits somewhere, or a message that it was ignored or isn't supported.
      if (isTaken) expect(JSON.stringify(result)).toMatch(new RegExp(`${raw}|ignored|not supported`));
    }),
    { numRuns: 1_500 },
  );
});

test('two numbers beyond 2^53 that differ in one digit are different contents in any field', () => {
  const kept = PLACES.filter(
    ({ route, path }) =>
      route.startsWith('orders,') && !['total', 'note', 'title'].includes(String(path[path.length - 1])),
  );
  const digits = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 18 })
    .map((all) => `1${all.join('')}`);
  fc.assert(
    fc.property(fc.constantFrom(...kept), digits, fc.nat(16), ({ body, path }, raw, at) => {
      const other = `${raw.slice(0, at)}${(Number(raw[at]) % 9) + 1}${raw.slice(at + 1)}`;
      if (other === raw) return;
      const [one, two] = [raw, other].map((number) => {
        const reading = readBody(withNumber(body, path, number));
        if ('refused' in reading) throw new Error(reading.refused.error);
        return { result: check(reading.body), identity: readSent(nodeCrypto, reading.body, '').identity };
      });
      if (!one?.result.valid || !two?.result.valid) return;
      expect([one.identity.id, one.identity.fingerprint]).not.toEqual([two.identity.id, two.identity.fingerprint]);
    }),
    { numRuns: 500 },
  );
});
