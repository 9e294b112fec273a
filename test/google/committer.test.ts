import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterAll(closeOffices);

/** The revision of the Ledger's head. */
const revision = (shop: Shop): number =>
  (JSON.parse(String(shop.rows('Ledger').find(({ Head }) => Head)?.Head)) as { revision: number }).revision;

const guards = (shop: Shop): string[] =>
  (shop.office.world.workbooks.get(shop.office.bound)?.meta.namedRanges ?? []).map((range) => range.name);

const numbered = (shop: Shop, name: string, count = 1) =>
  shop.post({ ...PAUL, customerName: name, orderId: `${name}-${count}` });

test('each commit leaves one guard, of its own revision', async () => {
  const shop = await openShop();
  await numbered(shop, 'Ann');
  await numbered(shop, 'Bob');
  expect(guards(shop)).toEqual([`cps_revision_${revision(shop)}`]);
});

test('a commit that lands late, after the order was sent again, makes no second order', async () => {
  const shop = await openShop();
  await numbered(shop, 'Ann');
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
  expect(await numbered(shop, 'Bob')).toMatchObject({ ok: false, code: 'BUSY', retry: true });
  expect(await numbered(shop, 'Bob')).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0002' });
  expect(shop.rows('Orders').map((row) => row['Customer Name'])).toEqual(['Ann', 'Bob']);
});

test('a commit that lands late, after another order came in, lands on nothing', async () => {
  const shop = await openShop();
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 1, kind: 'late' });
  await numbered(shop, 'Ann');
  // The late one lands at the next commit, just before it: Bob is read again and numbered behind her.
  expect(await numbered(shop, 'Bob')).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0002' });
  expect(await numbered(shop, 'Ann')).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0001', duplicate: true });
  expect(shop.rows('Ledger').map((row) => row['Order Number'])).toEqual(['ASDAR26-0002', 'ASDAR26-0001']);
});

test('a guard that someone removed by hand is set up again', async () => {
  const shop = await openShop();
  await numbered(shop, 'Ann');
  const workbook = shop.office.world.workbooks.get(shop.office.bound);
  workbook?.setMeta({ namedRanges: [] });
  expect(await numbered(shop, 'Bob')).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0002' });
  expect(guards(shop)).toEqual([`cps_revision_${revision(shop)}`]);
});

test('a head that was lost begins again above the guard that is there, and gives no number twice', async () => {
  const shop = await openShop();
  for (const name of ['Ann', 'Bob', 'Cid']) await numbered(shop, name);
  const ledger = shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Ledger');
  const head = shop.rows('Ledger')[0] ? Object.keys(shop.rows('Ledger')[0] ?? {}).indexOf('Head') : -1;
  ledger?.setValue(1, head, null);
  for (const name of ['Dan', 'Eve', 'Fay']) expect(await numbered(shop, name)).toMatchObject({ ok: true });
  const given = shop.rows('Orders').map((row) => row['Order Number']);
  expect(new Set(given).size).toBe(6);
  expect(guards(shop)).toHaveLength(1);
});

test('where Google gives a guard an id of its own, commits land all the same, and a late one still lands on nothing', async () => {
  const shop = await openShop();
  shop.office.weather({ switches: { ownRangeIds: false } });
  for (const name of ['Ann', 'Bob']) expect(await numbered(shop, name)).toMatchObject({ ok: true });
  await shop.type('L2', 'paid');
  expect(shop.rows('Ledger').map(({ Status }) => Status)).toEqual(['pending', 'paid']);
  // The second call of a commit is the one whose id counts.
  shop.office.addFault({ service: 'Sheets.Spreadsheets.batchUpdate', nth: 2, kind: 'late' });
  expect(await numbered(shop, 'Cid')).toMatchObject({ ok: false, retry: true });
  expect(await numbered(shop, 'Dan')).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0004' });
  expect(await numbered(shop, 'Cid')).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0003', duplicate: true });
  expect(guards(shop)).toHaveLength(1);
});

test('a copy whose guard has got another id can become the live sheet', async () => {
  const shop = await openShop();
  await numbered(shop, 'Ann');
  const { copy } = shop.office.copy();
  const workbook = shop.office.world.workbooks.get(copy);
  workbook?.setMeta({ namedRanges: workbook.meta.namedRanges.map((one) => ({ ...one, namedRangeId: 'of-the-copy' })) });
  shop.office.open(copy);
  await (await openPage(shop, 'Set up this sheet'))('setUp.chooseCopy', 'live');
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: copy };
  shop.office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  expect(await numbered(shop, 'Bob')).toMatchObject({ ok: true, orderNumber: 'ASDAR26-1002' });
});
