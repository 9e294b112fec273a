import { afterEach, expect, test } from '@jest/globals';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';
import { copiesOf, DAY, HOUR, liveSheet, onlyTrigger, propertyOf, runNightly, shopWithOrders } from './backup-shop';

afterEach(closeOffices);

const BEFORE_NIGHT = '2026-10-02T06:00:00.000Z';

test('at night a copy goes into the folder of backups, is opened, compared and named by its local date and time', async () => {
  const shop = await shopWithOrders(40, { now: BEFORE_NIGHT });
  onlyTrigger(shop, 'App.nightly');
  await shop.office.advance(2 * HOUR);

  const [copy, ...others] = copiesOf(shop);
  expect(others).toEqual([]);
  expect(copy?.name).toMatch(/^CPS Orders backup 2026-10-02 03\.\d\d\.\d\d$/);
  expect(shop.office.world.drive.get(copy?.parent ?? '')?.name).toBe('CPS Orders backups');
  expect(
    shop.office.world.workbooks
      .get(copy?.id ?? '')
      ?.tabNamed('Orders')
      ?.lastRow(),
  ).toBe(41);
  expect(propertyOf(shop, 'LAST_BACKUP')).toMatch(/^2026-10-02T07:/);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'backup')).toMatchObject([
    { By: 'nightly run', Detail: 'A backup was made and verified: 40 rows, $1,600.00 total.' },
  ]);
});

test('over eleven weeks of nights exactly the promised copies are there', async () => {
  const shop = await openShop({ now: '2026-07-16T15:00:00.000Z' });
  await shop.post({ ...PAUL, orderId: 'order-1' });
  onlyTrigger(shop, 'App.nightly');
  await shop.office.advance(75 * DAY);

  const days = copiesOf(shop).map(({ name }) => name.slice(18, 28));
  expect(days.slice(-14)).toEqual(
    Array.from({ length: 14 }, (_, index) => new Date(Date.UTC(2026, 8, 16 + index)).toISOString().slice(0, 10)),
  );
  expect(days.slice(0, -14)).toEqual([
    '2026-08-02',
    '2026-08-09',
    '2026-08-16',
    '2026-08-23',
    '2026-08-30',
    '2026-09-06',
    '2026-09-13',
    '2026-09-15',
  ]);
  expect(shop.office.records.filter(({ status }) => status !== 'completed')).toEqual([]);
});

test('a damaged copy is noticed: it is named so, the older ones are kept, and the operator is notified once a day', async () => {
  const shop = await shopWithOrders(40, { now: BEFORE_NIGHT });
  const { office } = shop;
  await runNightly(shop);
  onlyTrigger(shop, 'none');
  const verified = propertyOf(shop, 'LAST_BACKUP');
  const made = office.world.workbooks.copy.bind(office.world.workbooks);
  office.world.workbooks.copy = (...args) => {
    const copy = made(...args);
    copy.tabNamed('Orders')?.deleteRows(10, 3);
    return copy;
  };
  for (let night = 1; night <= 3; night++) {
    await office.advance(12 * HOUR);
    await runNightly(shop);
  }

  const names = copiesOf(shop).map(({ name }) => name);
  expect(names.filter((name) => name.endsWith(' - damaged'))).toHaveLength(3);
  expect(names.filter((name) => !name.includes(' - '))).toHaveLength(1);
  expect(propertyOf(shop, 'LAST_BACKUP')).toBe(verified);
  const alerts = shop.emails().filter(({ subject }) => /backup/i.test(subject));
  expect(alerts).toHaveLength(2);
  expect(alerts[0]?.text).toContain('3 rows of the Orders tab are missing or different in the copy');

  office.world.workbooks.copy = made;
  await office.advance(12 * HOUR);
  await runNightly(shop);
  expect(copiesOf(shop).every(({ name }) => !name.includes(' - '))).toBe(true);
});

test('an order that arrives during the copying is not treated as damage, in the copy or not', async () => {
  for (const isInCopy of [true, false]) {
    const shop = await shopWithOrders(20);
    const { workbooks } = shop.office.world;
    const made = workbooks.copy.bind(workbooks);
    let arrives: Promise<unknown> | null = null;
    workbooks.copy = (...args) => {
      if (isInCopy) arrives = shop.post({ ...PAUL, orderId: 'meanwhile' });
      const copy = made(...args);
      if (!isInCopy) arrives = shop.post({ ...PAUL, orderId: 'meanwhile' });
      return copy;
    };
    await runNightly(shop);
    await arrives;

    const [copy] = copiesOf(shop);
    expect(copy?.name).not.toContain(' - ');
    expect(
      shop.office.world.workbooks
        .get(copy?.id ?? '')
        ?.tabNamed('Orders')
        ?.lastRow(),
    ).toBe(isInCopy ? 22 : 21);
    expect(propertyOf(shop, 'LAST_BACKUP')).not.toBe('');
  }
});

test('a sheet that changes all the time is copied again; nothing unchecked counts as a backup', async () => {
  const shop = await shopWithOrders(20);
  const { workbooks } = shop.office.world;
  const made = workbooks.copy.bind(workbooks);
  let copies = 0;
  workbooks.copy = (...args) => {
    const tab = liveSheet(shop).tabNamed('Orders');
    copies += 1;
    tab?.setValue(3, 2, `typed ${copies}`);
    const copy = made(...args);
    tab?.setValue(3, 2, `typed over ${copies}`);
    return copy;
  };
  await runNightly(shop);

  expect(copies).toBe(3);
  expect(copiesOf(shop)).toEqual([]);
  expect(propertyOf(shop, 'BACKUP_TROUBLE')).toContain('changed too often');
});

test('other people, strangers and copies of the sheet make no backups', async () => {
  const shop = await shopWithOrders(1);
  const { office } = shop;
  await office.call('App.nightly', [], 'staff');
  expect(copiesOf(shop)).toHaveLength(0);
  await runNightly(shop);
  await runNightly(shop);
  expect(copiesOf(shop)).toHaveLength(1);

  const { copy } = office.copy();
  office.open(copy);
  await office.call('App.nightly');
  office.open();
  expect(copiesOf(shop)).toHaveLength(1);
});

test('a night that was missed is made good by the sweep', async () => {
  const shop = await shopWithOrders(1, { now: BEFORE_NIGHT });
  await runNightly(shop);
  onlyTrigger(shop, 'none');
  for (const hours of [20, 8]) {
    await shop.office.advance(hours * HOUR);
    await shop.office.call('App.sweep');
  }

  expect(copiesOf(shop)).toHaveLength(2);
  expect(
    shop
      .rows('Activity')
      .filter(({ Event }) => Event === 'backup')
      .map(({ By }) => By),
  ).toEqual(['nightly run', 'sweep']);
});
