import { afterEach, expect, test } from '@jest/globals';
import { ruleLines } from '../../src/backup/rule-lines';
import { closeOffices } from '../support/office';
import { PAUL } from '../support/shop';
import { openPage } from '../support/shown-dialog';
import { copiesOf, runNightly, shopWithOrders } from './backup-shop';

afterEach(closeOffices);

interface Line {
  readonly tab: string;
  readonly key: string;
  readonly cells: readonly { readonly header: string; readonly here: string; readonly there: string }[];
}

const RULE_TABS = ['Settings', 'Price List', 'Events', 'Emails'] as const;

const openDamaged = async () => {
  const shop = await shopWithOrders(2);
  const { office } = shop;
  const all = () => Object.fromEntries(RULE_TABS.map((tab) => [tab, shop.rows(tab)]));
  await runNightly(shop);
  const id = copiesOf(shop)[0]?.id ?? '';
  const before = all();
  const rowOf = (tab: string, header: string, text: string): number =>
    shop.rows(tab).findIndex((row) => row[header] === text) + 2;
  const edit = (sheet: string, range: string, value: string | number) =>
    office.edit({ sheet, range, values: [[value]], user: 'staff' });
  await edit('Settings', `B${rowOf('Settings', 'Setting', 'Studio name')}`, 'Oops');
  await edit('Price List', `B${rowOf('Price List', 'Size', '8x10')}`, 1);
  await edit('Events', 'B2', 'Wrong name');
  await edit('Events', 'C2', '2020-01-01');
  await edit('Emails', `C${rowOf('Emails', 'Kind', 'shipped')}`, 'Broken {{');
  await office.rows({
    sheet: 'Settings',
    action: 'delete',
    row: rowOf('Settings', 'Setting', 'Studio address'),
    count: 1,
  });
  return { shop, id, before, all, call: await openPage(shop, 'Data > Backups') };
};

const key = ({ key: name }: Line): string => name;

test('settings, prices, events and email texts are shown with what they were, and each is restored where it is ticked', async () => {
  const { shop, id, before, all, call } = await openDamaged();
  const emails = shop.emails().length;
  const lines = await call<Line[]>('restore.rules', id);
  expect(lines.map(({ tab, key: name }) => `${tab} ${name}`).sort()).toEqual(
    [
      'emails shipped',
      `events ${before.Events?.[0]?.['Event Code']}`,
      'priceList 8x10',
      'settings Studio address',
      'settings Studio name',
    ].sort(),
  );
  const of = (name: string) => lines.find((line) => key(line) === name)?.cells;
  expect(of('8x10')).toEqual([{ header: 'Price', here: '1.00', there: expect.stringMatching(/^\d+\.\d\d$/) }]);
  expect(of('Studio name')).toEqual([{ header: 'Value', here: 'Oops', there: 'CPS Photos' }]);
  expect(lines.find(({ tab }) => tab === 'events')?.cells).toContainEqual({
    header: 'Starts',
    here: '2020-01-01',
    there: expect.stringMatching(/^(\d{4}-\d\d-\d\d)?$/),
  });
  const one = await call<{ restored: number; left: Line[] }>('restore.takeRules', id, [
    { tab: 'settings', key: 'Studio name' },
  ]);
  expect([one.restored, one.left.map(key)]).toEqual([1, lines.map(key).filter((name) => name !== 'Studio name')]);
  const rest = one.left.map(({ tab, key: name }) => ({ tab, key: name }));
  expect(await call('restore.takeRules', id, rest)).toEqual({ restored: 4, left: [] });
  const sorted = (rows: readonly object[] = []) => rows.map((row) => JSON.stringify(row)).sort();
  const now = all();
  for (const tab of RULE_TABS) expect(sorted(now[tab])).toEqual(sorted(before[tab]));
  expect(await shop.post({ ...PAUL, orderId: 'after', email: 'after@example.com' })).toMatchObject({ ok: true });
  expect(shop.emails().length - emails).toBe(1);
  expect(
    shop.rows('Activity').filter(({ Detail }) => String(Detail).startsWith('Restored from the backup of')),
  ).toHaveLength(5);
});

test('a line that came since the backup stays, and only the operator may set lines back from one', async () => {
  const { shop, id, call } = await openDamaged();
  const at = shop.rows('Price List').length + 2;
  await shop.office.edit({ sheet: 'Price List', range: `A${at}`, values: [['20x30', 99]], user: 'staff' });
  const lines = await call<Line[]>('restore.rules', id);
  expect(lines.map(key)).not.toContain('20x30');
  await call(
    'restore.takeRules',
    id,
    lines.map(({ tab, key: name }) => ({ tab, key: name })),
  );
  expect(shop.rows('Price List').map(({ Size }) => Size)).toContain('20x30');
  const staff = await openPage(shop, 'Data > Backups', 'staff');
  await expect(staff('restore.takeRules', id, [])).rejects.toThrow('only the operator');
  await expect(staff('restore.rules', id)).rejects.toThrow('only the operator');
});

test('a size with several offers is one line; a line typed in other letters is the same', () => {
  const there = [
    { Size: '4x6', Price: 8, 'Offer Quantity': 2, 'Offer Price': 12 },
    { Size: '4x6', Price: '', 'Offer Quantity': 5, 'Offer Price': 25 },
  ];
  const shuffled = ruleLines('priceList', [{ Size: '4X6', Price: 8, 'Offer Quantity': 2, 'Offer Price': 12 }], there);
  expect(shuffled).toMatchObject([
    { key: '4x6', isMissing: false, cells: [{ header: 'Offer Quantity' }, { header: 'Offer Price', there: '25.00' }] },
  ]);
  expect(ruleLines('priceList', [...there], there)).toEqual([]);
  expect(
    ruleLines('settings', [{ Setting: 'studio name', Value: 'A' }], [{ Setting: 'Studio name', Value: 'A' }]),
  ).toEqual([]);
  const [was, now] = [
    { Setting: 'Mails per run', Value: '7' },
    { Setting: 'Emails per change', Value: '500' },
  ];
  expect(ruleLines('settings', [{ ...now, Value: '7' }], [was])).toEqual([]);
  const cells = [{ header: 'Value', here: '500', there: '7' }];
  expect(ruleLines('settings', [now], [was])).toEqual([
    { tab: 'settings', key: 'Emails per change', cells, isMissing: false },
  ]);
  expect(ruleLines('settings', [], [{ Setting: 'A', Value: '1' }])).toMatchObject([{ isMissing: true }]);
});
