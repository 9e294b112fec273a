import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

test('of 70 edits within a minute none fails: those that find the reads used up say so, and the sweep settles them', async () => {
  const shop = await openShop();
  for (let nth = 0; nth < 2; nth++) await shop.post({ ...PAUL, orderId: `edited-${nth}` });
  const { office } = shop;
  const before = office.records.length;
  for (let nth = 0; nth < 35; nth++) {
    await shop.type('L2', nth % 2 === 0 ? 'oops' : 'wrong');
    await shop.type('L3', nth === 34 ? 'paid' : 'oops');
  }
  const edits = office.records.slice(before).filter((record) => record.function === 'App.onSheetEdit');
  expect(edits.length).toBeGreaterThanOrEqual(70);
  expect(edits.filter(({ status }) => status !== 'completed')).toEqual([]);
  expect(office.world.ui.toasts.map(({ message }) => message)).toContain(
    'The sheet is busy right now. This edit will be checked within five minutes.',
  );
  office.world.clock.advance(61_000);
  await office.advance(5 * 60_000);
  expect(
    shop
      .rows('Ledger')
      .map(({ Status }) => Status)
      .sort(),
  ).toEqual(['paid', 'pending']);
  expect(shop.notes('Orders').L2).toContain(`"oops" isn't a status`);
});
