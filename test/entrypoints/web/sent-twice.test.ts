import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBody } from '../../../src/entrypoints/web/read-body';
import { accepted, PAULS_POST, problemsOf, saidOf } from '../../intake/bodies';
import { closeOffices } from '../../support/office';
import { openShop, PAUL } from '../../support/shop';

afterAll(closeOffices);

const bodyOf = (text: string) => {
  const reading = readBody(text);
  if ('refused' in reading) throw new Error(reading.refused.error);
  return reading.body;
};

/** Paul's order as a text, with something inserted in front of one of its members. */
const before = (member: string, put: string): string => JSON.stringify(PAULS_POST).replace(member, `${put},${member}`);

test.each([
  ['"qty4x6":3', '"qty4x6":1', 'items[0].qty4x6'],
  ['"photoNumber":"1234"', '"photoNumber":"9999"', 'items[0].photoNumber'],
  ['"items":[', '"items":[{"photoNumber":"7","qty4x6":9}]', 'items'],
  ['"customerName"', '"customerName":"Ann Lee"', 'customerName'],
  ['"email"', '"email":"ann@example.com"', 'email'],
  ['"street"', '"street":"9 Elm St"', 'street'],
  ['"city"', '"city":"Tampa"', 'city'],
  ['"state"', '"state":"GA"', 'state'],
  ['"zipCode"', '"zipCode":"33602"', 'zipCode'],
  ['"fulfillmentType"', '"fulfillmentType":"pickup"', 'fulfillmentType'],
  ['"street"', '"orderId":"a","orderId":"b"', 'orderId'],
  ['"street"', '"total":"20.00","total":"40.00"', 'total'],
  ['"street"', '"total":"20.00","\\u0074otal":"40.00"', 'total'],
])('in front of %s, %s is rejected and named, since it’s unclear which of the two is meant', (member, put, field) => {
  const problems = problemsOf(bodyOf(before(member, put)));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${field}: `);
  expect(problems[0]).toContain('sent twice');
});

test.each([
  ['"phone"', '"phone":"407-555-0199"', 'sent twice'],
  ['"apartment"', '"apartment":"Apt 9"', 'sent twice'],
  ['"eventCode"', '"eventCode":"OTHER26"', 'sent twice'],
  ['"street"', '"note":"a","note":"b"', '"note (sent twice)"'],
])('in front of %s, %s is ignored with a warning and never causes a rejection', (member, put, warning) => {
  expect(saidOf(bodyOf(before(member, put))).join(' ')).toContain(warning);
});

test.each([
  ['"customerName"', '"customerName":"Paul Smith"'],
  ['"phone"', '"phone":""'],
  ['"apartment"', '"apartment":null'],
  ['"qty4x6":3', '"qty4x6":3'],
])('in front of %s, %s makes no difference', (member, put) => {
  const body = bodyOf(before(member, put));
  expect(body).toEqual(PAULS_POST);
  expect(accepted(body)).toEqual(accepted(PAULS_POST));
});

test('customerInfo in two pieces is named, no matter what is missing', () => {
  const nested = JSON.stringify({
    customerInfo: { name: 'Paul Smith' },
    shippingAddress: { line1: '123 Main St', city: 'Orlando', state: 'FL', zip: '32801' },
    items: PAULS_POST.items,
  }).replace('{', '{"customerInfo":{"email":"paul@example.com"},');
  const body = bodyOf(nested);
  expect(problemsOf(body).join(' ')).toContain('customerInfo.name: is missing');
});

test('no value of any duplicate key of any object is lost without a message', () => {
  const key = fc.constantFrom('a', 'items', '', '\u0000', 'b\u00001', '__proto__', 'sent twice');
  const value = fc.constantFrom('"x"', '"y"', '1', '2', '[1]', '{"c":1}', '{"c":1,"c":2}', '820982911946154509');
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 6 }), fc.boolean(), (members, isDeep) => {
      const object = `{${members.map(([name, sent]) => `${JSON.stringify(name)}:${sent}`).join(',')}}`;
      const read = JSON.stringify(bodyOf(isDeep ? `{"list":[0,${object}]}` : object));
      for (const [, sent] of members) for (const piece of sent.match(/[a-z\d]+/g) ?? []) expect(read).toContain(piece);
    }),
  );
});

test('a body with only one key, thousands of times, gets an answer', () => {
  const text = `{${Array.from({ length: 5_000 }, (_, index) => `"a":${index}`).join(',')}}`;
  expect(Object.keys(bodyOf(text))).toEqual(['a']);
});

test('every route names a duplicate key, and uses neither value', async () => {
  const shop = await openShop();
  const twice = JSON.stringify({ ...PAUL, orderId: 'twice' }).replace('"qty4x6":3', '"qty4x6":1,"qty4x6":3');
  const order = await shop.post(twice);
  expect(order).toMatchObject({ ok: false, code: 'VALIDATION_FAILED' });
  expect(order.details?.[0]).toMatchObject({ field: 'items[0].qty4x6' });
  expect(order.details?.[0]?.message).toContain('sent twice');
  expect(shop.rows('Orders')).toEqual([]);
  expect(shop.rows('Rejected')).toHaveLength(1);
  expect(await shop.post(twice.replace('{', '{"route":"orders/quote",'))).toMatchObject({ code: 'VALIDATION_FAILED' });
  const { orderNumber } = await shop.post({ ...PAUL, orderId: 'once' });
  for (const body of [
    '{"route":"orders/status","orderId":"once","status":"paid","status":"cancelled"}',
    '{"route":"orders/status","orderId":"once","orderId":"twice","status":"paid"}',
    '{"route":"orders/shipping","orderId":"once","shipped":true,"trackingNumber":"9400111899223197428490","trackingNumber":"9400111899223197428491"}',
    '{"route":"orders/feedback","orderId":"once","feedback":"good","feedback":"bad"}',
    '{"route":"orders/feedback","orderId":"once","rating":1,"rating":5}',
  ]) {
    const answer = await shop.post(body);
    expect(answer).toMatchObject({ ok: false, code: 'VALIDATION_FAILED' });
    expect(JSON.stringify(answer)).toContain('sent twice');
  }
  expect(shop.rows('Orders')).toMatchObject([{ 'Order Number': orderNumber, Status: 'pending', Feedback: '' }]);
});
