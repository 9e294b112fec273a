import { afterEach, expect, test } from '@jest/globals';
import { sampled } from '../../support/campaign';
import { closeOffices } from '../../support/office';
import { type Answer, openShop, PAUL, type Shop } from '../../support/shop';

afterEach(closeOffices);

const MINUTE = 60_000;

const OLD = { ...PAUL, orderId: 'old' };
/** A new order. */
const fresh = (orderId: string) => ({
  ...PAUL,
  orderId,
  email: `${orderId}@example.com`,
  customerName: `C ${orderId}`,
});
const refused = (nth: number) => ({ ...PAUL, orderId: `bad-${nth}`, email: 'nobody' });

const many = async (shop: Shop, count: number, body: (nth: number) => object): Promise<Answer[]> => {
  const answers: Answer[] = [];
  for (let nth = 1; nth <= count; nth++) answers.push(await shop.post(body(nth)));
  return answers;
};

const codes = (answers: readonly Answer[]) => [...new Set(answers.map(({ ok, code }) => (ok ? 'ok' : code)))];

/** More than any limit of a minute. */
const FLOOD = 55;

const FLOODS: readonly (readonly [name: string, body: (nth: number) => object])[] = [
  ['quotes of one customer', () => ({ ...PAUL, route: 'orders/quote' })],
  ['quotes of many', (nth) => ({ ...fresh(`q${nth}`), route: 'orders/quote' })],
  ['status calls', (nth) => ({ route: 'orders/status', orderId: `x${nth}`, status: 'paid' })],
  ['one captured order', () => OLD],
  ['one refused order', () => refused(1)],
  ['many refused orders', refused],
  ['one id with changing content', (nth) => ({ ...OLD, customerName: `Other ${nth}` })],
];

test.each(sampled(FLOODS, 4, 1, 2))(
  'a new order is accepted in the same minute no matter how many %s come in',
  async (name, body) => {
    const shop = await openShop();
    await shop.post(OLD);
    const met = codes(await many(shop, FLOOD, body));
    // A repeat with an id costs next to nothing and counts toward no limit.
    expect(met).toContain(name === 'one captured order' ? 'ok' : 'BUSY');
    expect(await shop.post(fresh('new'))).toMatchObject({ ok: true, duplicate: false });
    // Another customer's retry, too.
    expect(await shop.post(fresh('new'))).toMatchObject({ ok: true, duplicate: true });
    await shop.office.advance(MINUTE);
    expect(codes(await many(shop, 5, body))).not.toContain('BUSY');
  },
);

test('all floods together in one minute don’t turn away a new order', async () => {
  const shop = await openShop();
  await shop.post(OLD);
  for (const [, body] of sampled(FLOODS, 4, 2, 2)) await many(shop, FLOOD, body);
  for (let nth = 1; nth <= 5; nth++) expect(await shop.post(fresh(`new-${nth}`))).toMatchObject({ ok: true });
});

test('a request that is turned away isn’t read and only gets counted', async () => {
  const shop = await openShop();
  await many(shop, 60, () => refused(1));
  const before = shop.office.records.length;
  expect(await shop.post(refused(1))).toMatchObject({ code: 'BUSY', retry: true });
  // The other two count what was turned away.
  expect(shop.office.records[before]?.calls).toEqual({
    'Cache.get': 1,
    'Properties.getProperties': 1,
    'Properties.getProperty': 1,
    'Properties.setProperties': 1,
  });
  expect(shop.rows('Rejected')).toHaveLength(1);
});

test('one mailbox leaves room for other orders in a minute, no matter how it’s written', async () => {
  const shop = await openShop();
  const settings = shop.rows('Settings').findIndex(({ Setting }) => Setting === 'Orders per minute');
  await shop.office.edit({ sheet: 'Settings', range: `B${settings + 2}`, values: [['10']] });
  const spelled = ['v.ictim+1@gmail.com', 'victim@gmail.com', 'VICTIM+x@googlemail.com'];
  const answers = await many(shop, 12, (nth) => ({ ...fresh(`v${nth}`), email: spelled[nth % 3] }));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(8);
  expect(await shop.post(fresh('new'))).toMatchObject({ ok: true });
});

test('Health shows which limit was reached, with its figures, and nothing if none was', async () => {
  const shop = await openShop({ auth: 'key' });
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: shop.office.bound };
  shop.office.world.perform('Properties.setProperty', ['script', 'SHARED_KEY', 'k'], host);
  const warnings = async () =>
    ((await shop.get('route=health&key=k')).warnings as string[]).filter((text) => /Limits/.test(text));
  expect(await warnings()).toEqual([]);
  await many(shop, 50, () => ({ ...PAUL, key: 'k', route: 'orders/quote' }));
  expect(await warnings()).toEqual([
    expect.stringMatching(
      /Limits: Quotes: over the limit 20 times \(50, 30 by mailbox, else content within a minute\)/,
    ),
  ]);
});
