import { afterEach, expect, test } from '@jest/globals';
import { MINUTE, openEmailShop, order } from '../email/email-shop';
import { closeOffices } from '../support/office';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);

test('a test email to staff doesn’t count as sent to the customer: the step can be undone, and the customer gets one email', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.setting('Status email delay in minutes', '10');
  const call = await openPage(shop, 'Find order');
  await shop.type('L2', 'paid');
  await call('orders.testEmail', 'order-1', 'paid');
  await shop.type('L2', 'pending');
  expect(shop.rows('Orders')[0]).toMatchObject({ Status: 'pending' });
  expect(shop.notes('Orders')).toEqual({});
  await shop.type('L2', 'paid');
  await shop.office.advance(16 * MINUTE);
  expect(shop.customerEmails().map(({ subject }) => subject)).toEqual([
    'We have your order ASDAR26-0001',
    'We got your payment (order ASDAR26-0001)',
  ]);
});

test('a step that is undone and made again in test mode is emailed to the customer when test mode ends', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.setting('Test mode address', 'me@example.com');
  await shop.type('L2', 'paid');
  const call = await openPage(shop, 'Find order');
  const { stepBack } = await call<{ stepBack: string }>('orders.card', 'order-1');
  expect(stepBack).not.toContain('"paid"');
  await call('orders.stepBack', 'order-1', 'paid');
  await call('orders.mark', 'order-1', 'paid', '');
  await shop.setting('Test mode address', '');
  for (let run = 0; run < 2; run++) await shop.sweep();
  const toCustomer = shop.customerEmails().filter(({ to }) => to === 'c1@example.com');
  expect(toCustomer.map(({ subject }) => subject)).toEqual([
    'We have your order ASDAR26-0001',
    'We got your payment (order ASDAR26-0001)',
  ]);
});
