import { expect, test } from '@jest/globals';
import { readBody } from '../../src/entrypoints/web/read-body';
import { readSent } from '../../src/intake/known-order';
import type { JsonObject } from '../../src/intake/order-form';
import { nodeCrypto } from '../support/node-crypto';
import { accepted, PAULS_POST, problemsOf, saidOf } from './bodies';

/** What is read of Paul's order with these members in front, written as JSON. */
const bodyWith = (members: string): JsonObject => {
  const { phone: _phone, ...post } = PAULS_POST;
  const reading = readBody(`{${members},${JSON.stringify(post).slice(1)}`);
  if ('refused' in reading) throw new Error(reading.refused.error);
  return reading.body;
};
const SEND_AS_TEXT = 'is a number whose digits get lost on the way: send it as text';

test('two ids that are one JavaScript number stay two, each as it was sent', () => {
  const ids = ['820982911946154508', '820982911946154509'];
  const read = ids.map((id) => bodyWith(`"orderId":${id}`));
  expect(read.map((body) => readSent(nodeCrypto, body, '').identity.id)).toEqual(ids);
  expect(read.map((body) => accepted(body).orderId)).toEqual(ids);
});

test('a photo number keeps its digits, and another photo is another order', () => {
  const [one, two] = ['20261128123456788', '20261128123456789'].map((photo) => {
    const reading = readBody(JSON.stringify(PAULS_POST).replace('"1234"', photo));
    return 'body' in reading ? reading.body : {};
  });
  expect(accepted(two ?? {}).request.lines[0]?.photoNumber).toBe('20261128123456789');
  const [first, second] = [one, two].map((body) => readSent(nodeCrypto, body ?? {}, '').identity.fingerprint);
  expect(first).not.toBe(second);
});

test.each(['1e999', '1e21', '-1e400'])('%s is no text: it has to be sent as one', (number) => {
  expect(problemsOf(bodyWith(`"orderId":${number}`))).toEqual([`orderId: ${SEND_AS_TEXT}`]);
  expect(problemsOf({ ...PAULS_POST, city: Number(number) })).toEqual([`city: ${SEND_AS_TEXT}`]);
  // Nobody does without a sale for a phone number.
  expect(saidOf(bodyWith(`"phone":${number}`))[0]).toContain('is not text and was left out.');
  expect(readSent(nodeCrypto, bodyWith(`"orderId":${number}`), 'msg_1').identity.id).toBe('msg_1');
  const item = `"items":[{"photoNumber":${number},"qty4x6":1}]`;
  const reading = readBody(JSON.stringify(PAULS_POST).replace(/"items":.*\]/, item));
  expect(problemsOf('body' in reading ? reading.body : {})).toEqual([`items[0].photoNumber: ${SEND_AS_TEXT}`]);
});

test('a quantity of more digits than there are numbers is no quantity', () => {
  const reading = readBody(JSON.stringify(PAULS_POST).replace('"qty4x6":3', '"qty4x6":9007199254740993'));
  expect(problemsOf('body' in reading ? reading.body : {})).toEqual([
    'items[0].qty4x6: "9007199254740993" is not a valid quantity (use a whole number from 1 to 999)',
  ]);
});
