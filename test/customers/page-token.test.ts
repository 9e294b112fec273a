import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkOfToken, type PagePurpose, pageToken } from '../../src/core/page-token';
import { nodeCrypto } from '../support/node-crypto';

const SECRET = 'whsec_c2VjcmV0IG9mIHRoZSBwYWdlcw==';
const FROM = '2026-10-02T15:00:00.000Z';
const NOW = new Date('2026-10-03T09:00:00.000Z');
const PURPOSES: readonly PagePurpose[] = ['order', 'feedback', 'unsubscribe'];

const opened = (token: string, purpose: PagePurpose = 'order', now = NOW, secret = SECRET) =>
  linkOfToken(nodeCrypto, secret, purpose, token, now)?.orderId ?? null;

const orderIds = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });

test('a token opens the page of its order, with any characters in the order id', () => {
  fc.assert(
    fc.property(orderIds, fc.constantFrom(...PURPOSES), (id, purpose) => {
      expect(opened(pageToken(nodeCrypto, SECRET, purpose, id, FROM), purpose)).toBe(id);
    }),
  );
});

test('a token doesn’t open a page for another purpose', () => {
  for (const purpose of PURPOSES) {
    const token = pageToken(nodeCrypto, SECRET, purpose, 'o1', FROM);
    for (const other of PURPOSES.filter((each) => each !== purpose)) expect(opened(token, other)).toBeNull();
  }
});

test('a token with any character changed opens nothing', () => {
  const token = pageToken(nodeCrypto, SECRET, 'order', 'order-1', FROM);
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (at, character) => {
      fc.pre(token[at] !== character);
      expect(opened(token.slice(0, at) + character + token.slice(at + 1))).toBeNull();
    }),
  );
});

test('a token reveals nothing about its order and page', () => {
  const tokens = PURPOSES.map((purpose) => pageToken(nodeCrypto, SECRET, purpose, 'shopify-4711', FROM));
  for (const token of tokens) {
    expect(token).toMatch(/^[A-Za-z0-9_-]{60,120}$/);
    expect(token + Buffer.from(token, 'base64url').toString('latin1')).not.toMatch(/shopify|4711/);
  }
  // Tokens of two orders with similar ids have nothing in common.
  const [one = '', other = ''] = ['shopify-4711', 'shopify-4712'].map((id) =>
    pageToken(nodeCrypto, SECRET, 'order', id, FROM),
  );
  const alike = [...one].filter((character, at) => character === other[at]).length;
  expect(alike).toBeLessThan(one.length / 4);
});

test('a feedback token works for 90 days', () => {
  const token = pageToken(nodeCrypto, SECRET, 'feedback', 'o1', FROM);
  expect(opened(token, 'feedback', new Date('2026-12-31T00:00:00Z'))).toBe('o1');
  expect(opened(token, 'feedback', new Date('2027-01-01T00:00:01Z'))).toBeNull();
});

test('no unsigned text opens anything', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => expect(opened(text)).toBeNull()));
});

test('an order token works for a year', () => {
  const token = pageToken(nodeCrypto, SECRET, 'order', 'o1', FROM);
  expect(opened(token, 'order', new Date('2027-10-02T00:00:00Z'))).toBe('o1');
  expect(opened(token, 'order', new Date('2027-10-03T00:00:01Z'))).toBeNull();
});

test('another secret revokes every token, and a sheet without one opens none', () => {
  const token = pageToken(nodeCrypto, SECRET, 'order', 'o1', FROM);
  expect(opened(token, 'order', NOW, 'whsec_bmV3')).toBeNull();
  expect(opened(token, 'order', NOW, '')).toBeNull();
});

test('the same order and moment give the same token, so that a repeated answer has the same link', () => {
  expect(pageToken(nodeCrypto, SECRET, 'order', 'o1', FROM)).toBe(pageToken(nodeCrypto, SECRET, 'order', 'o1', FROM));
});
