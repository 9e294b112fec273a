import { afterAll, expect, test } from '@jest/globals';
import { column, openMailShop, postOrders } from '../email/email-shop';
import { closeOffices } from '../support/office';

afterAll(closeOffices);

test.each([false, true])(
  'emails leave with their cause, once, and say what is true (what was committed is seen late: %s)',
  async (apiWritesSeenLate) => {
    const shop = await openMailShop();
    shop.office.weather({ switches: { apiWritesSeenLate } });
    await postOrders(shop, 3);
    expect(shop.customerMails().map(({ to }) => to)).toEqual(['c1@example.com', 'c2@example.com', 'c3@example.com']);
    await shop.type('L2', 'paid');
    expect(
      shop
        .customerMails()
        .map(({ subject }) => subject)
        .at(-1),
    ).toContain('payment');
    await shop.type('L3:L4', column(2, 'paid'));
    await shop.mark('A2', 'shipped');
    expect(shop.customerMails()).toHaveLength(7);
    expect(new Set(Object.values(shop.states()))).toEqual(new Set(['sent']));
    for (let sweeps = 0; sweeps < 3; sweeps++) await shop.sweep();
    expect(shop.customerMails()).toHaveLength(7);
    expect(new Set(Object.values(shop.states()))).toEqual(new Set(['sent']));
  },
);
