import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { PAUL } from '../support/shop';
import { DAY, type EmailShop, MINUTE, openEmailShop, order, postOrders } from './email-shop';
import { whatWaits } from './staff/what-waits-dialog';

afterEach(closeOffices);

const OPERATOR = 'operator@cps-photos.example';
const REAL = { ...PAUL, orderId: 'real', email: 'real@example.com' };

const toReal = (shop: EmailShop) => shop.customerEmails().filter(({ to }) => to === REAL.email);
const subjects = (shop: EmailShop) => toReal(shop).map(({ subject }) => subject.split(' ').slice(0, 2).join(' '));
const alerts = (shop: EmailShop) => shop.emails().filter(({ to }) => to === OPERATOR);
const waiting = (shop: EmailShop) => shop.rows('Outbox').filter(({ State }) => State === 'waiting for quota');

/** A shop with a daily email limit, after the first sweep. */
const withQuota = async (quota: number): Promise<EmailShop> => {
  const shop = await openEmailShop();
  shop.office.world.switches.mailQuota = quota;
  await shop.sweep();
  return shop;
};

test('ninety strangers’ orders leave enough emails for a paying customer’s receipt, payment and shipping', async () => {
  const shop = await withQuota(40);
  await postOrders(shop, 36);
  expect(shop.customerEmails().length).toBe(30);
  await shop.post(REAL);
  expect(toReal(shop)).toEqual([]);
  await shop.type('L38', 'paid');
  expect(subjects(shop)).toEqual(['We got']);
  // The receipt of a paid order no longer counts as a stranger's.
  await shop.sweep();
  expect(subjects(shop).sort()).toEqual(['We got', 'We have']);
  await shop.type('L38', 'shipped');
  expect(subjects(shop)).toContain('Your prints');
  await shop.sweep();
  await shop.sweep();
  expect(alerts(shop).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^More orders than usual: \d+ receipts? (is|are) waiting$/),
  ]);
  // The strangers' receipts go out automatically the next day.
  expect(waiting(shop)).toHaveLength(6);
  await shop.office.later(DAY + 10 * MINUTE);
  expect(waiting(shop)).toEqual([]);
  expect(new Set(shop.customerEmails().map(({ to }) => to)).size).toBe(37);
});

test('receipts over the hourly limit wait until the hour is over, and say until when', async () => {
  const shop = await withQuota(100);
  await shop.setting('Receipts per hour', '5');
  await postOrders(shop, 8);
  expect(shop.customerEmails()).toHaveLength(5);
  await shop.sweep();
  const { emails } = await whatWaits(shop);
  expect(emails).toHaveLength(3);
  expect(emails[0]).toMatchObject({ until: 'Goes out after Oct 2, 12:05 PM.', choices: ['release', 'hold'] });
  expect(emails[0]?.why).toContain('the receipt limit in Settings is reached');
  await shop.office.later(56 * MINUTE);
  expect(shop.customerEmails()).toHaveLength(8);
});

test('while receipts are on hold, orders still come in, and all receipts go out when the hold ends', async () => {
  const shop = await withQuota(100);
  await shop.setting('Hold receipts', 'on');
  await postOrders(shop, 3);
  await shop.type('L4', 'paid');
  await shop.sweep();
  // A paid order is not held.
  expect(shop.customerEmails().map(({ to }) => to)).toEqual(['c3@example.com', 'c3@example.com']);
  await shop.office.later(4 * DAY);
  expect(shop.customerEmails()).toHaveLength(2);
  await shop.setting('Hold receipts', 'off');
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(4);
});

test('feedback requests don’t use the emails reserved for payments', async () => {
  const shop = await withQuota(100);
  await postOrders(shop, 4);
  await shop.type('L2:L5', [['paid'], ['paid'], ['paid'], ['paid']]);
  await shop.type('L2:L5', [['shipped'], ['shipped'], ['shipped'], ['shipped']]);
  await shop.office.later(5 * DAY - 3 * 60 * MINUTE);
  shop.office.world.switches.mailQuota = 8;
  await shop.setting('Emails reserved for payments', '2');
  await shop.office.later(90 * MINUTE);
  const asked = shop.customerEmails().filter(({ subject }) => subject === 'How do you like your prints?');
  // 8 of the day, 5 for alerts, 2 for payments.
  expect(asked).toHaveLength(1);
  await shop.post(REAL);
  expect(subjects(shop)).toEqual(['We have']);
});

test('emails to one mailbox are counted together, no matter how the address is written', async () => {
  const shop = await openEmailShop();
  await shop.setting('Emails per customer per day', '3');
  const spelled = [
    'v.ictim+1@gmail.com',
    'victim+2@gmail.com',
    'VICTIM@googlemail.com',
    'vic.tim@gmail.com',
    'other@gmail.com',
  ];
  for (const [nth, email] of spelled.entries()) await shop.post(order(nth, { email }));
  expect(shop.customerEmails().map(({ to }) => to)).toEqual([...spelled.slice(0, 3), 'other@gmail.com']);
});
