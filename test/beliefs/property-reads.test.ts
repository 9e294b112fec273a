import { afterAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { HOSTILE_ARGUMENTS } from '../security/stranger';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const FORM = 'application/x-www-form-urlencoded';
const READS = ['Properties.getProperties', 'Properties.getProperty', 'Properties.getKeys'];

/** How often properties were read, and written, in all executions so far. */
const uses = ({ office }: Shop, names: readonly string[] = READS): number =>
  office.records.reduce((sum, { calls }) => sum + names.reduce((all, name) => all + (calls[name] ?? 0), 0), 0);

const setProperty = ({ office }: Shop, name: string, value: string): void => {
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', name, value], host);
};

const get = (query: string) => (shop: Shop) => shop.office.request({ method: 'GET', query });
const post =
  (body: string, query = '', contentType = 'application/json') =>
  (shop: Shop) =>
    shop.office.request({ method: 'POST', query, body, contentType });
const run = (name: string) => async (shop: Shop) => {
  for (const args of HOSTILE_ARGUMENTS) await shop.office.run({ function: name, args, as: 'anonymous' });
};

const SIGNED = 'webhook-id=msg_1&webhook-timestamp=1790931600&webhook-signature=';

/** What someone who knows nothing can send. */
const STRANGERS: readonly (readonly [what: string, send: (shop: Shop) => Promise<unknown>])[] = [
  ['a visit without anything', get('')],
  ['a route that everybody may ask for', get('route=health')],
  ['a route that needs a signature', get('route=orders')],
  ['a route that does not exist', get('route=users')],
  ['a route with a wrong signature', get(`route=orders&${SIGNED}v1,AAAA`)],
  ['a parameter that came twice', get('route=orders&route=prices')],
  ['a page of a made-up link', get('page=order&t=made-up')],
  ['another page of a made-up link', get('page=feedback&t=x&stars=5')],
  ['a page without a link', get('page=unsubscribe')],
  ['a form of a made-up link', post('t=made-up&action=rate&rating=1', 'page=feedback', FORM)],
  ['an unsubscription of a made-up link', post('t=made-up&sure=yes', 'page=unsubscribe', FORM)],
  ['an order without a signature', post(JSON.stringify(PAUL))],
  ['an order with a wrong signature', post(JSON.stringify(PAUL), `${SIGNED}v1,AAAA`)],
  ['an order with a signature that nobody can read', post(JSON.stringify(PAUL), `${SIGNED}%FF`)],
  ['a status without a signature', post('{"route":"orders/status","orderId":"o1","status":"cancelled"}')],
  ['a post to a route that does not exist', post('{"route":"users"}')],
  ['a post with a key', post('{"key":"sesame"}', 'key=sesame')],
  ['no JSON', post('{"a":')],
  ['an empty post', post('')],
  ['a post that is too large', post(`"${'x'.repeat(50_000)}"`)],
  ...['doGet', 'doPost', 'onOpen', 'rpc', 'checkThisAccount'].map(
    (name) => [`${name} called by hand`, run(name)] as const,
  ),
];

test('a flood of strangers of every kind reads the properties once in half a minute, and writes none', async () => {
  const shop = await openShop({ auth: 'signature' });
  for (const [what, send] of STRANGERS) {
    shop.office.world.clock.advance(31_000);
    const before = uses(shop);
    for (let nth = 0; nth < 3; nth++) await send(shop);
    expect([what, uses(shop) - before <= 1]).toEqual([what, true]);
  }
  shop.office.world.clock.advance(31_000);
  const [before, written] = [uses(shop), uses(shop, ['Properties.setProperties', 'Properties.setProperty'])];
  for (let round = 0; round < 2; round++) for (const [, send] of STRANGERS) await send(shop);
  expect(uses(shop) - before).toBe(1);
  expect(uses(shop, ['Properties.setProperties', 'Properties.setProperty'])).toBe(written);
  expect(shop.rows('Orders')).toEqual([]);
});

test.each([
  ['a sheet that is not set up', (shop: Shop) => setProperty(shop, 'SPREADSHEET_ID', '')],
  ['a copy of the sheet', (shop: Shop) => setProperty(shop, 'SPREADSHEET_ID', 'another')],
  ['a sheet that a newer program has set up', (shop: Shop) => setProperty(shop, 'SCHEMA_NEEDS', '99')],
  [
    'a sheet with more names of customers who were erased, or want no requests, than a cell of the cache holds',
    (shop: Shop) => {
      for (const digit of '0123456789abcdef') setProperty(shop, `ERASED_${digit}`, digit.repeat(8_400));
      for (let nth = 0; nth < 5; nth++) setProperty(shop, `NO_FEEDBACK_${nth}`, 'f'.repeat(8_000));
      for (const topic of ['RATING', 'STOPPED', 'QUOTA']) setProperty(shop, `ALERT_${topic}`, 'x'.repeat(8_900));
    },
  ],
])('strangers read the properties of %s once, too', async (_, make) => {
  const shop = await openShop({ auth: 'signature' });
  make(shop);
  const before = uses(shop);
  for (const [, send] of STRANGERS) await send(shop);
  expect(uses(shop) - before).toBe(1);
});

test('a sender who proves itself goes by what is set now, however warm the copy is', async () => {
  const shop = await openShop({ auth: 'signature' });
  const secret = shop.office.world.properties.read(`script:${shop.office.bound}`).WEBHOOK_SECRETS ?? '';
  const order = (nth: number) => {
    const body = JSON.stringify({ ...PAUL, orderId: `o${nth}` });
    const [id, now] = [`msg_${nth}`, new Date(shop.office.world.clock.now())];
    const signature = encodeURIComponent(new Webhook(secret).sign(id, now, body));
    const timestamp = Math.floor(now.getTime() / 1_000);
    return shop.post(body, `webhook-id=${id}&webhook-timestamp=${timestamp}&webhook-signature=${signature}`);
  };
  const total = () => Object.values(shop.office.records.at(-1)?.calls ?? {}).reduce((sum, count) => sum + count, 0);
  // The first order of a sheet costs more.
  await order(0);
  shop.office.world.clock.advance(31_000);
  expect(await order(1)).toMatchObject({ ok: true });
  expect(total()).toBeLessThanOrEqual(14);
  await shop.get('route=health');
  expect(await order(2)).toMatchObject({ ok: true });
  expect(total()).toBeLessThanOrEqual(14);
  await shop.get('route=health');
  // Taken back by hand, in the script's settings: the program knows nothing of it.
  setProperty(shop, 'WEBHOOK_SECRETS', `whsec_${'A'.repeat(32)}`);
  expect(await order(3)).toMatchObject({ ok: false, code: 'SIGNATURE_INVALID' });
  expect(shop.rows('Orders')).toHaveLength(3);
});

test('what the program itself changes among them is in effect for the next visitor', async () => {
  const shop = await openShop();
  expect(await shop.get('route=health')).toMatchObject({ ok: true });
  await shop.type('D1', 'E-Mail address');
  const before = uses(shop);
  await shop.get('route=health');
  expect(uses(shop) - before).toBe(1);
});
