import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../support/office';
import { openShop, PAUL, type Shop, shopOn } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterAll(closeOffices);

const REMEDY =
  'click + next to Services, choose Google Sheets API and click Add. If it’s already listed, remove it first.';
const switched = (shop: Shop, serviceOff: boolean, otherLanguage = false) =>
  shop.office.weather({ switches: { serviceOff, otherLanguage } });

test.each([false, true])(
  'where the Sheets service is not switched on (another language: %s), set-up begins nothing and says what to do; after that it works',
  async (otherLanguage) => {
    const shop = shopOn(openOffice());
    switched(shop, true, otherLanguage);
    const { outcome } = await shop.office.call('App.setUp');
    expect(JSON.stringify(outcome)).toContain(REMEDY);
    expect(JSON.stringify(outcome)).not.toContain('console.developers');
    await expect((await openPage(shop, 'Set up this sheet'))('setUp.run', {})).rejects.toThrow(REMEDY);
    const workbook = shop.office.world.workbooks.get(shop.office.bound);
    expect(workbook?.tabs.map(({ name }) => name)).not.toContain('Ledger');
    switched(shop, false);
    expect((await shop.office.call('App.setUp')).outcome.status).toBe('completed');
    expect(workbook?.tabs.map(({ name }) => name)).toContain('Ledger');
  },
);

test('an order, Health, an edit and a sweep of a sheet whose service was switched off say so, and nothing is lost', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  switched(shop, true);
  const refused = await shop.post({ ...PAUL, orderId: 'while-off' });
  expect(refused).toMatchObject({ ok: false, code: 'BUSY', retry: true });
  expect(refused.error).toContain(REMEDY);
  const lines = await (await openPage(shop, 'Health'))<{ key: string; state: string; todo: string }[]>('health.read');
  expect(lines).toMatchObject([{ key: 'service', state: 'bad', todo: expect.stringContaining(REMEDY) }]);
  await shop.type('L2', 'paid');
  expect(shop.office.world.ui.toasts.at(-1)?.message).toContain(REMEDY);
  switched(shop, false);
  await shop.office.advance(5 * 60_000);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'paid' }]);
  expect(await shop.post({ ...PAUL, orderId: 'while-off' })).toMatchObject({ ok: true });
});
