import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { column, openEmailShop, order, postOrders } from './email-shop';

afterEach(closeOffices);

const OPERATOR = 'operator@cps-photos.example';

test('if there are more emails than allowed, all are held, the operator is notified, and release sends them', async () => {
  const shop = await openEmailShop();
  await shop.setting('Emails per change', '5');
  await postOrders(shop, 8);
  await shop.type('L2:L9', column(8, 'paid'));
  expect(shop.customerEmails()).toHaveLength(8);
  expect(
    shop.rows('Outbox').filter((row) => row.State === 'held' && /^Stopped: 8 emails at once/.test(String(row.Error))),
  ).toHaveLength(8);
  await shop.sweep();
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(8);
  const alerts = shop.emails().filter(({ to }) => to === OPERATOR);
  expect(alerts).toMatchObject([{ subject: '8 emails were stopped: check before they go out' }]);
  expect(alerts[0]?.text).toContain('c1@example.com: Payment received for ASDAR26-0001');
  shop.office.willAnswer('YES');
  await shop.menu('Emails > Release held emails');
  expect(shop.customerEmails()).toHaveLength(16);
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(16);
});

test('as many emails as allowed aren’t a runaway', async () => {
  const shop = await openEmailShop();
  await shop.setting('Emails per change', '5');
  await postOrders(shop, 5);
  await shop.type('L2:L6', column(5, 'paid'));
  expect(shop.customerEmails()).toHaveLength(10);
});

test('a customer gets a limited number of emails a day; more are held, and the operator is notified', async () => {
  const shop = await openEmailShop();
  await shop.setting('Emails per customer per day', '3');
  for (let n = 1; n <= 5; n++) await shop.post(order(n, { email: n % 2 ? 'eve@example.com' : 'EVE@example.com' }));
  await shop.post(order(6));
  expect(shop.customerEmails().map(({ to }) => to.toLowerCase())).toEqual([
    'eve@example.com',
    'eve@example.com',
    'eve@example.com',
    'c6@example.com',
  ]);
  expect(shop.row('receipt:order-4:1')).toMatchObject({
    State: 'held',
    Error: expect.stringContaining('this customer already got 3 emails in one day'),
  });
  await shop.sweep();
  expect(shop.emails().filter(({ to }) => to === OPERATOR)).toHaveLength(1);
  expect(shop.customerEmails()).toHaveLength(4);
});
