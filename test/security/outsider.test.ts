import { afterEach, expect, test } from '@jest/globals';
import { ORDER, open, token, WEB_APP } from '../customers/pages-shop';
import { visitorOf } from '../customers/visitor';
import { times } from '../support/campaign';
import { headText } from '../support/head';
import { closeOffices } from '../support/office';
import { type Answer, PAUL, type Shop } from '../support/shop';

afterEach(closeOffices);

const MINUTE = 60_000;
const REAL = { ...PAUL, orderId: 'real', customerName: 'Ann Real', email: 'ann@example.com' };

const many = async (count: number, act: (nth: number) => Promise<unknown>): Promise<void> => {
  for (let nth = 1; nth <= count; nth++) await act(nth);
};

const mine = (shop: Shop) => shop.emails().filter(({ to }) => to === REAL.email);

/** Everything that anybody can do through the shop and with the links of orders, until each limit is met. */
const fillEverything = async (shop: Shop): Promise<void> => {
  const visitor = visitorOf(shop);
  // Orders for nothing: codes, names and addresses made up, more than the day's emails.
  await many(90, async (nth) => {
    shop.office.world.clock.advance(2_000);
    const eventCode = `MADE-UP-${nth}`;
    const answer = await shop.post({ ...ORDER, orderId: `m${nth}`, email: `m${nth}@example.com`, eventCode });
    expect(answer).toMatchObject({ ok: true });
  });
  // One link, rated up and down, and opened without an end.
  const t = token(shop, 'feedback', 'm1', new Date(shop.office.world.clock.now()).toISOString());
  await many(14, async (nth) => {
    await visitor.send('feedback', { t, rating: nth % 2 ? '1' : '5', comment: 'x'.repeat(2_000), action: 'rate' });
    await visitor.open(`${WEB_APP}?page=feedback&t=${encodeURIComponent(t)}`);
    shop.office.world.clock.advance(5 * MINUTE);
    await shop.office.call('App.sweep');
  });
  // And in the minute of the customer's errand: repeats, refused orders, quotes, status calls, pages, forms.
  const busy: Answer[] = [];
  await many(55, async (nth) => {
    busy.push(await shop.post({ ...ORDER, orderId: 'm1', email: 'm1@example.com', eventCode: 'MADE-UP-1' }));
    busy.push(await shop.post({ ...ORDER, orderId: 'bad', email: 'nobody' }));
    busy.push(await shop.post({ ...ORDER, route: 'orders/quote', email: `q${nth}@example.com` }));
    busy.push(await shop.post({ route: 'orders/status', orderId: `none-${nth}`, status: 'paid' }));
    await visitor.open(`${WEB_APP}?page=unsubscribe&t=${encodeURIComponent(token(shop, 'unsubscribe', 'm2'))}`);
    await visitor.send('feedback', { t, rating: '3', comment: '', action: 'rate' });
  });
  expect(busy.filter(({ code }) => code === 'BUSY').length).toBeGreaterThan(40);
};

test('whatever an outsider has used up, a customer orders, gets receipt and payment email, opens the page and is heard', async () => {
  const shop = await open();
  await shop.office.call('App.sweep');
  await fillEverything(shop);
  const answer = await shop.post(REAL);
  expect(answer).toMatchObject({ ok: true, duplicate: false });
  const visitor = visitorOf(shop);
  expect(await visitor.open(String(answer.statusUrl))).toContain('Amount due: $40.00');
  const row = shop.rows('Orders').findIndex((each) => each['Order ID'] === 'real') + 2;
  await shop.type(`L${row}`, 'paid');
  await shop.office.advance(6 * MINUTE);
  const subjects = mine(shop).map(({ subject }) => subject);
  expect(subjects.some((subject) => subject.startsWith('We have your order'))).toBe(true);
  expect(subjects.some((subject) => subject.startsWith('We got your payment'))).toBe(true);
  const t = token(shop, 'feedback', 'real', new Date(shop.office.world.clock.now()).toISOString());
  expect(await visitor.send('feedback', { t, rating: '2', comment: 'Too dark', action: 'rate' })).toContain(
    'Thank you!',
  );
  expect(shop.rows('Orders')[row - 2]?.Feedback).toBe('2/5 - "Too dark"');
  // And the operator hears of it: the day's alerts were few, and leave room for other topics until the next.
  const told = () => shop.emails().filter(({ to }) => to === 'operator@cps-photos.example');
  expect(told().length).toBeLessThan(5);
  shop.office.world.clock.advance(24 * 60 * MINUTE);
  await shop.office.call('App.sweep');
  expect(
    told()
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('Too dark');
}, 600_000);

/** A value of each field that no other order has, by the how-manieth it is. */
const DISTINCT: Readonly<Record<string, (nth: number) => object>> = {
  orderId: (nth) => ({ orderId: `distinct-id-${nth}-${'x'.repeat(60)}` }),
  customerName: (nth) => ({ customerName: `Name ${nth} ${'y'.repeat(60)}` }),
  email: (nth) => ({ email: `distinct.address.${nth}@example.com` }),
  phone: (nth) => ({ phone: `407555${String(nth).padStart(4, '0')}` }),
  street: (nth) => ({ street: `${nth} Main St` }),
  apartment: (nth) => ({ apartment: `Apt ${nth}` }),
  zipCode: (nth) => ({ zipCode: `32801-${String(nth).padStart(4, '0')}` }),
  eventCode: (nth) => ({ eventCode: `CODE-${String(nth).padStart(14, '0')}` }),
  photoNumber: (nth) => ({ items: [{ photoNumber: `P-${nth}`, qty4x6: 1 }] }),
  unread: (nth) => ({ [`key-${nth}`]: 'z'.repeat(1_000) }),
  'nothing that can be read': (nth) => ({ email: `nobody ${nth}`, customerName: 'w'.repeat(99) }),
};

test('however many values a field has, no property and no cell that every commit writes grows with them', async () => {
  const shop = await open();
  const { bound, world } = shop.office;
  const size = () => {
    const properties = Object.entries(world.properties.read(`script:${bound}`));
    return {
      head: headText(shop).length,
      names: properties.length,
      properties: properties.reduce((sum, [name, text]) => sum + name.length + text.length, 0),
    };
  };
  const post = async (field: string, nth: number) => {
    world.clock.advance(2_000);
    const own = { orderId: `${field}-${nth}`, email: `${field.length}.${nth}@example.com` };
    await shop.post({ ...PAUL, ...own, ...DISTINCT[field]?.(nth) });
  };
  for (const field of Object.keys(DISTINCT)) await post(field, 1);
  await shop.office.call('App.sweep');
  const before = size();
  for (const field of Object.keys(DISTINCT)) for (let nth = 2; nth <= times(5, 20, 300); nth++) await post(field, nth);
  await shop.office.call('App.sweep');
  const after = size();
  // What was raised once, and a digit more in what counts.
  expect(after.names - before.names).toBeLessThanOrEqual(6);
  expect(after.head - before.head).toBeLessThanOrEqual(40);
  expect(after.properties - before.properties).toBeLessThanOrEqual(3_000);
  for (const row of shop.rows('Ledger'))
    for (const cell of Object.values(row)) expect(String(cell).length).toBeLessThan(50_000);
}, 3_600_000);
