import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

/** Written after the charts of Unicode, not after our tables: what nobody sees and no name, address or id needs. */
const UNSEEN = {
  'zero-width space': '\u200b',
  'word joiner': '\u2060',
  'byte order mark': '\ufeff',
  'soft hyphen': '\u00ad',
  'Hangul filler': '\u3164',
  'combining grapheme joiner': '\u034f',
  'left-to-right mark': '\u200e',
  'Arabic letter mark': '\u061c',
  'right-to-left override': '\u202e',
  'left-to-right embedding': '\u202a',
  'right-to-left isolate': '\u2067',
  'pop directional isolate': '\u2069',
  'tag characters': '\u{e0048}\u{e0049}\u{e007f}',
  'language tag': '\u{e0001}',
  'interlinear annotation': '\ufff9',
  'variation selector': '\ufe05',
  'invisible times': '\u2062',
} as const;
const EVERY = new RegExp(`[${Object.values(UNSEEN).join('')}]`, 'u');

const TEXTS = ['customerName', 'street', 'apartment', 'city'] as const;
const OTHERS = ['phone', 'email', 'zipCode', 'state', 'eventCode'] as const;

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  shop.office.world.clock.freeze(Date.parse('2026-11-23T15:00:00Z'));
});

/** Every text in the rows of the tabs that show orders, and in the notes on their cells. */
const stored = (): string =>
  ['Orders', 'Ledger', 'Outbox', 'Activity'].map((tab) => JSON.stringify(shop.rows(tab))).join('\n') +
  JSON.stringify(shop.notes('Orders'));

let n = 0;
/** Orders come in slowly enough for the limits of a minute. */
const send = async (more: object) => {
  if (++n % 20 === 0) await shop.office.advance(61_000);
  return shop.post({ ...PAUL, orderId: `u${n}`, ...more });
};

describe.each(sampled(Object.entries(UNSEEN), 2))('%s', (_, unseen) => {
  test('alone isn’t a name or an id', async () => {
    expect((await send({ customerName: unseen })).code).toBe('VALIDATION_FAILED');
    const answer = await send({ orderId: unseen });
    // Without an id it is known by its content alone.
    if (answer.ok) expect([answer.duplicate || String(answer.orderId).length > 20]).toEqual([true]);
    else expect(answer.code).toBe('VALIDATION_FAILED');
  });

  test('within any field is refused, or gone from what is stored', async () => {
    const hidden = (text: string, index: number) =>
      [`${text[0]}${unseen}${text.slice(1)}`, `${unseen}${text}`, `${text}${unseen}`][index % 3];
    const texts = Object.fromEntries(TEXTS.map((field, index) => [field, hidden(PAUL[field], index)]));
    expect(await send(texts)).toMatchObject({ ok: true });
    for (const [index, field] of OTHERS.entries()) {
      const answer = await send({ [field]: hidden(PAUL[field], index) });
      if (!answer.ok) expect([field, answer.code]).toEqual([field, 'VALIDATION_FAILED']);
    }
    for (const index of [0, 1, 2]) await send({ orderId: hidden(`id${n}`, index) });
    expect(EVERY.test(stored())).toBe(false);
  });
});

test('ids that look alike for what nobody sees in one never name two orders', async () => {
  await send({ orderId: 'twin' });
  for (const unseen of Object.values(UNSEEN)) {
    const answer = await send({ orderId: `tw${unseen}in`, customerName: 'Somebody Else' });
    expect(answer).toMatchObject({
      ok: false,
      code: expect.stringMatching(/^(VALIDATION_FAILED|ORDER_CONFLICT|BUSY)$/),
    });
  }
});

test('a feedback comment keeps nothing that nobody sees', async () => {
  await send({ orderId: 'known' });
  const feedback = `Lovely${Object.values(UNSEEN).join('')} prints`;
  expect(await shop.post({ route: 'orders/feedback', orderId: 'known', rating: 5, feedback })).toMatchObject({
    ok: true,
  });
  expect(shop.rows('Orders').find((row) => row['Order ID'] === 'known')?.Feedback).toBe('5/5 - "Lovely prints"');
});

test('a lost character is kept, and staff are asked to ask for it', async () => {
  const answer = await send({ customerName: 'Jos\ufffd N\ufffd\ufffdez' });
  expect(answer).toMatchObject({ ok: true, warnings: expect.arrayContaining([expect.stringMatching(/Please ask/)]) });
  expect(JSON.stringify(shop.notes('Orders'))).toMatch(/Please ask/);
});

test.each([
  ['a family of emoji', 'Ann \u{1f468}\u200d\u{1f469}\u200d\u{1f467} Lee'],
  ['a Persian name', '\u0639\u0644\u06cc\u200c\u0632\u0627\u062f\u0647'],
  ['a flag of tag characters', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Ann'],
  ['a Han variant', '\u845b\u{e0100}\u98fe'],
])('what changes how a text looks stays: %s', async (_, customerName) => {
  expect(await send({ customerName })).toMatchObject({ ok: true });
  expect(shop.rows('Orders').map((row) => row['Customer Name'])).toContain(customerName);
});
