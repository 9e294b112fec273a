import { afterEach, expect, test } from '@jest/globals';
import { withoutSecrets } from '../../src/core/blank-secrets';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterEach(closeOffices);

const KEY = 'open/Sesame Nº7';
const HOST = { effectiveUser: '', activeUser: '', execution: 'host' };

const keyShop = async (): Promise<Shop> => {
  const shop = await openShop({ auth: 'key' });
  const actor = { ...HOST, bound: shop.office.bound };
  shop.office.world.perform('Properties.setProperty', ['script', 'SHARED_KEY', KEY], actor);
  shop.office.world.perform('Properties.setProperty', ['script', 'OPERATOR', 'operator@cps-photos.example'], actor);
  return shop;
};

const percentEncoded = (text: string): string =>
  [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const jsonEscaped = (text: string): string =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** Ways to spell the key that whoever reads it can undo. */
const SPELLINGS = {
  plain: KEY,
  'within words': `the key is ${KEY}, keep it`,
  'for an address': encodeURIComponent(KEY),
  'for an address, each byte': percentEncoded(KEY),
  'for an address, twice': encodeURIComponent(encodeURIComponent(KEY)),
  'for a form': encodeURIComponent(KEY).replace(/%20/g, '+'),
  'escaped as JSON': jsonEscaped(KEY),
};

/** All that is kept and all that has left, but for the property that holds the key. */
const kept = ({ office }: Shop): string => {
  const { properties: _, ...world } = office.world.toJSON();
  const properties = Object.entries(office.world.properties.read(`script:${office.bound}`));
  const logs = office.records.map(({ logs: lines, error }: { logs?: unknown; error?: unknown }) => [lines, error]);
  return JSON.stringify([world, properties.filter(([name]) => name !== 'SHARED_KEY'), logs]);
};

/** Which spellings of the key are in a text that is JSON itself. */
const found = (text: string): string[] =>
  Object.entries(SPELLINGS).flatMap(([name, spelling]) => {
    const inside = JSON.stringify(spelling).slice(1, -1);
    return [spelling, inside, JSON.stringify(inside).slice(1, -1)].some((each) => text.includes(each)) ? [name] : [];
  });

test('the shared key is nowhere in what is kept of a rejected request, wherever it was repeated', async () => {
  const shop = await keyShop();
  for (const [name, spelling] of Object.entries(SPELLINGS)) {
    const refused = await shop.post({
      ...PAUL,
      key: KEY,
      orderId: `refused ${name}`,
      email: spelling,
      apiKey: spelling,
      auth: { header: [`Bearer ${spelling}`] },
      [spelling]: 'as a name',
      items: [{ photoNumber: spelling, [`qty${spelling}`]: 1, note: spelling }],
    });
    expect(refused.code).toBe('VALIDATION_FAILED');
    expect(found(JSON.stringify(refused))).toEqual([]);
  }
  // The raw text may hold what JSON.parse drops.
  const raw = JSON.stringify({ key: KEY, email: 'x' }).replace(/\}$/, `,"twice":"${jsonEscaped(KEY)}","twice":1}`);
  expect((await shop.post(raw)).code).toBe('VALIDATION_FAILED');
  const inAddress = { email: 'x', apiKey: KEY };
  expect((await shop.post(inAddress, `key=${encodeURIComponent(KEY)}`)).code).toBe('VALIDATION_FAILED');
  await shop.office.advance(6 * 60_000);
  expect(shop.rows('Rejected')).toHaveLength(Object.keys(SPELLINGS).length);
  expect(shop.emails().some(({ subject }) => subject.startsWith('Order rejected'))).toBe(true);
  expect(found(kept(shop))).toEqual([]);
});

test('nor of an accepted one, its emails and its feedback; the order is as sent otherwise, and known again', async () => {
  const shop = await keyShop();
  const body = {
    ...PAUL,
    key: KEY,
    orderId: 'accepted',
    street: `1 ${KEY} St`,
    apartment: encodeURIComponent(KEY),
    thumbnail: KEY,
    items: [{ photoNumber: '1234', qty4x6: 1, [`url ${KEY}`]: 'x' }],
  };
  expect(await shop.post(body)).toMatchObject({
    ok: true,
    warnings: expect.arrayContaining([expect.stringContaining('thumbnail')]),
  });
  expect(await shop.post(body)).toMatchObject({ ok: true, duplicate: true });
  expect(shop.rows('Orders')).toMatchObject([{ 'Customer Name': 'Paul Smith', City: 'Orlando' }]);
  expect(JSON.stringify(shop.rows('Orders'))).toContain('1 (secret removed) St');
  const said = { key: KEY, route: 'orders/feedback', orderId: 'accepted', rating: 1, feedback: `Bad. ${KEY}` };
  expect(await shop.post(said)).toMatchObject({ ok: true });
  await shop.office.advance(6 * 60_000);
  expect(found(kept(shop))).toEqual([]);
});

test('a secret that signs is blanked too, with and without its prefix', () => {
  const blanked = withoutSecrets({ mode: 'signature', secrets: ['whsec_MfKQ9r8GKYqr/wjU'], key: '' });
  expect(blanked({ a: 'whsec_MfKQ9r8GKYqr/wjU', b: ['MfKQ9r8GKYqr%2FwjU'], c: 'MfKQ9r8GKYqr\\/wjU' })).toEqual({
    a: 'whsec_(secret removed)',
    b: ['(secret removed)'],
    c: '(secret removed)',
  });
});

test('a short key is blanked as a whole value only: it is a part of many words', () => {
  const blanked = withoutSecrets({ mode: 'key', secrets: [], key: '32801' });
  expect(blanked({ zipCode: '32801', n: 32801, phone: '328-013-2801', street: '132801 Main St' })).toEqual({
    zipCode: '(secret removed)',
    n: '(secret removed)',
    phone: '328-013-2801',
    street: '132801 Main St',
  });
});

test('without a secret, and where none is repeated, what was sent stays as it is', () => {
  const sent = { a: 'Main %41 \\u0041 St', b: [1, null, true, { c: '' }], 'd%20e': 'é' };
  for (const key of ['', 'some other key']) {
    expect(withoutSecrets({ mode: 'key', secrets: ['whsec_'], key })(sent)).toEqual(sent);
  }
});

test('45,000 characters take no noticeable time', () => {
  const blanked = withoutSecrets({ mode: 'key', secrets: [], key: 'aaaaaaab' });
  for (const one of ['a', '%', '%25', '\\', '\\u0061', '+'])
    expect(blanked(one.repeat(Math.floor(45_000 / one.length))).length).toBeGreaterThan(0);
});
