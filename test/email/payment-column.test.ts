import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openEmailShop, order } from './email-shop';

afterEach(closeOffices);

test('the Payment Method staff type appears in the payment email, unless it’s a placeholder', async () => {
  const shop = await openEmailShop();
  await shop.type('S1', 'Payment Method');
  for (const n of [1, 2, 3]) await shop.post(order(n));
  await shop.type('S2:S4', [['Check 1042'], ['n/a'], ['=1+']]);
  await shop.type('L2:L4', [['paid'], ['paid'], ['paid']]);
  await shop.sweep();
  const paid = shop.customerEmails().filter(({ subject }) => subject.startsWith('We got'));
  const told = paid.map(({ to, text }) => [to, /2026(.*)\. Thank you!/.exec(text)?.[1]]).sort();
  expect(told).toEqual([
    ['c1@example.com', ' (Check 1042)'],
    ['c2@example.com', ''],
    ['c3@example.com', ''],
  ]);
});
