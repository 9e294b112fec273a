import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { column, MINUTE, openEmailShop, order, postOrders } from './email-shop';

afterEach(closeOffices);

test('a second staff member marks 40 paid by menu: 40 emails, all from the operator, within five minutes', async () => {
  const shop = await openEmailShop();
  await postOrders(shop, 40);
  await shop.mark('A2:A41', 'paid', 'staff');
  expect(shop.customerEmails()).toHaveLength(40);
  await shop.office.advance(5 * MINUTE);
  const paid = shop.customerEmails().slice(40);
  expect(new Set(paid.map(({ to }) => to)).size).toBe(40);
  expect(new Set(shop.emails().map((email) => (email as unknown as { from: string }).from))).toEqual(
    new Set(['operator@cps-photos.example']),
  );
  await shop.sweep();
  expect(shop.customerEmails()).toHaveLength(80);
});

test.each([false, true])(
  'a copy of a sheet with queued emails never sends anything (properties copied: %s)',
  async (kept) => {
    const shop = await openEmailShop();
    shop.office.world.switches.copyKeepsProperties = kept;
    await postOrders(shop, 3);
    await shop.mark('A2:A3', 'paid', 'staff');
    const before = shop.emails().length;
    const { copy } = shop.office.copy();
    shop.office.open(copy);
    await shop.office.openSheet();
    await shop.type('L4', 'paid');
    await shop.typeIn('Emails', 'B2', [['on']]);
    for (const name of ['App.sweep', 'App.onSheetEdit', 'App.releaseEmails', 'App.markPaid', 'App.whatWaits'])
      await shop.office.call(name);
    expect(shop.emails()).toHaveLength(before);
    // The live sheet's own sweep sends its queued emails, once.
    shop.office.open();
    await shop.office.advance(10 * MINUTE);
    expect(
      shop
        .emails()
        .slice(before)
        .map(({ to }) => to),
    ).toEqual(['c1@example.com', 'c2@example.com']);
  },
);

test('triggers that another user installed send nothing', async () => {
  const shop = await openEmailShop();
  await shop.post(order(1));
  await shop.mark('A2', 'paid', 'staff');
  const { outcome } = await shop.office.call('App.sweep', [], 'staff');
  expect(outcome.status).toBe('completed');
  expect(shop.emails()).toHaveLength(1);
});

test('two simultaneous sweeps send each email once', async () => {
  for (const seed of [1, 2, 3]) {
    const shop = await openEmailShop({ transport: 'workers', interleave: true, seed });
    await postOrders(shop, 3);
    await shop.editEmails('paid', 'On', 'on');
    await shop.mark('A2:A4', 'paid', 'staff');
    await Promise.all([
      shop.office.call('App.sweep'),
      shop.office.call('App.sweep'),
      shop.type('L2:L4', column(3, 'paid')),
    ]);
    for (let runs = 0; runs < 2; runs++) await shop.sweep();
    expect(
      shop
        .customerEmails()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([1, 1, 2, 2, 3, 3].map((n) => `c${n}@example.com`));
    await shop.office.close();
  }
});
