import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterEach(closeOffices);

const MINUTE = 60_000;

test.each([
  ['undoFiresEdit', true],
  ['undoFiresEdit', false],
])(
  '%s %s: a status undone with Ctrl+Z is settled, and the customer’s emails say what is true',
  async (name, position) => {
    const shop = await openShop();
    shop.office.weather({ switches: { [name]: position } });
    for (const orderId of ['U-1', 'U-2']) await shop.post({ ...PAUL, orderId });
    await shop.type('L2', 'paid', 'staff');
    await shop.office.undo({ user: 'staff' });
    await shop.office.advance(11 * MINUTE);
    // Reverted if the event reported it; otherwise left as it is and flagged. The email has left, and the operator is notified once.
    expect(shop.rows('Orders').map(({ Status }) => Status)).toEqual([position ? 'paid' : 'pending', 'pending']);
    expect(shop.rows('Ledger').map(({ Status }) => Status)).toEqual(['pending', 'paid']);
    expect(shop.notes('Orders')).toEqual({ L2: expect.stringContaining('use CPS Orders > Step back') });
    expect(shop.emails().filter(({ subject }) => /payment/i.test(subject))).toHaveLength(1);
  },
);

test.each([
  ['clearTellsOldValue', true],
  ['clearTellsOldValue', false],
])('%s %s: a status that someone clears comes back', async (name, position) => {
  const shop = await openShop();
  shop.office.weather({ switches: { [name]: position } });
  await shop.post({ ...PAUL, orderId: 'C-1' });
  await shop.type('L2', 'paid', 'staff');
  await shop.type('L2', '', 'staff');
  await shop.office.advance(11 * MINUTE);
  expect(shop.rows('Orders')).toMatchObject([{ Status: 'paid' }]);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'paid' }]);
  expect(shop.emails()).toHaveLength(2);
});
