import { afterAll, expect, test } from '@jest/globals';
import type { Workbook } from '../../packages/local-apps-script/google/workbook/workbook';
import { guardTrouble } from '../../src/health/guard-trouble';
import { sampled, times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { type Answer, openShop, PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterAll(closeOffices);

const workbookOf = ({ office }: Shop): Workbook => {
  const workbook = office.world.workbooks.get(office.bound);
  if (!workbook) throw new Error('there is no spreadsheet');
  return workbook;
};

let orders = 0;
const order = (shop: Shop): Promise<Answer> => {
  orders += 1;
  return shop.post({ ...PAUL, customerName: `Customer ${orders}`, orderId: `guarded-${orders}` });
};

const guards = (shop: Shop): string[] => workbookOf(shop).meta.namedRanges.map(({ name }) => name);
const heads = (shop: Shop) =>
  shop.rows('Ledger').flatMap(({ Head }) => (Head ? [JSON.parse(String(Head)) as { revision: number }] : []));
const healthOf = async (shop: Shop) =>
  (await (await openPage(shop, 'Health'))<{ key: string; state: string; text: string }[]>('health.read')).find(
    ({ key }) => key === 'guard',
  );
const setUp = async (shop: Shop) =>
  (await (await openPage(shop, 'Set up this sheet'))<{ report: string[] }>('setUp.run', {})).report;

/** What people do to a sheet, after which its guard is gone, or is one of several. */
const DAMAGE: Readonly<Record<string, (workbook: Workbook) => void>> = {
  'the Ledger tab is deleted': (workbook) => {
    const ledger = workbook.tabNamed('Ledger');
    if (ledger) workbook.deleteTab(ledger);
  },
  'the header row of the Ledger is deleted': (workbook) => workbook.tabNamed('Ledger')?.deleteRows(0, 1),
  'the named range is removed by hand': (workbook) => workbook.setMeta({ namedRanges: [] }),
  'an older guard was left behind': (workbook) => {
    const [guard] = workbook.meta.namedRanges;
    if (!guard) throw new Error('there is no guard');
    const old = { ...guard, namedRangeId: 'cps_revision_2', name: 'cps_revision_2' };
    workbook.setMeta({ namedRanges: [old, guard] });
  },
};

const DAMAGED = Object.entries(DAMAGE).flatMap(([what, damage]) =>
  [true, false].map((stays) => [what, stays, damage] as const),
);

test.each(sampled(DAMAGED, 2))(
  'where %s and a broken range keeps its name (%s), set-up mends it and every order comes in',
  async (_, brokenNamesStay, damage) => {
    const shop = await openShop();
    shop.office.weather({ switches: { apiQuota: false, brokenNamesStay } });
    for (let nth = 0; nth < 4; nth++) await order(shop);
    expect(await healthOf(shop)).toMatchObject({ state: 'good' });
    damage(workbookOf(shop));
    await shop.office.call('App.setUp');
    expect(guards(shop)).toEqual([`cps_revision_${heads(shop)[0]?.revision}`]);
    expect(await healthOf(shop)).toMatchObject({ state: 'good' });
    const answers: Answer[] = [];
    for (let nth = 0; nth < times(8, damage === DAMAGE['the Ledger tab is deleted'] ? 200 : 40, 200); nth++) {
      if (nth % 20 === 19) shop.office.world.clock.advance(61_000);
      answers.push(await order(shop));
    }
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const numbers = shop.rows('Orders').map((row) => row['Order Number']);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(guards(shop)).toHaveLength(1);
  },
);

test('without set-up, too, every order comes in after the guard was lost, and the first one mends it', async () => {
  const shop = await openShop();
  for (let nth = 0; nth < 3; nth++) await order(shop);
  DAMAGE['the named range is removed by hand']?.(workbookOf(shop));
  for (let nth = 0; nth < 3; nth++) {
    expect(await order(shop)).toMatchObject({ ok: true });
    expect(guards(shop)).toEqual([`cps_revision_${heads(shop)[0]?.revision}`]);
  }
});

test('Health names a guard that is missing and one that is too many, and set-up says that it mended it', async () => {
  const shop = await openShop();
  for (let nth = 0; nth < 2; nth++) await order(shop);
  DAMAGE['an older guard was left behind']?.(workbookOf(shop));
  expect(await healthOf(shop)).toMatchObject({ state: 'warning', text: expect.stringContaining('more than one') });
  expect(await setUp(shop)).toContain("There was more than one change guard. It's in place again.");
  DAMAGE['the named range is removed by hand']?.(workbookOf(shop));
  expect(await healthOf(shop)).toMatchObject({ state: 'warning', text: expect.stringContaining('missing or broken') });
  expect(await setUp(shop)).toContain("The change guard was missing or broken. It's in place again.");
  expect(await healthOf(shop)).toMatchObject({ state: 'good' });
});

test('a refusal that only came of a moment ago is not the end: the commit is sent once more', async () => {
  const shop = await openShop();
  await order(shop);
  const { world } = shop.office;
  const perform = world.perform.bind(world);
  let refusals = 0;
  world.perform = (name, args, ...rest) => {
    if (name !== 'Sheets.Spreadsheets.batchUpdate' || refusals > 0) return perform(name, args, ...rest);
    refusals += 1;
    return perform(name, [args[0] ?? null, { requests: [{ deleteNamedRange: { namedRangeId: 'gone' } }] }], ...rest);
  };
  await shop.type('L2', 'paid');
  expect(refusals).toBe(1);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'paid' }]);
  expect(shop.office.records.at(-1)?.calls['Sheets.Spreadsheets.batchUpdate']).toBe(2);
});

test('older code, which counts revisions one by one, finds its guard where newer code has committed, and the other way around', async () => {
  const shop = await openShop();
  await order(shop);
  const workbook = workbookOf(shop);
  const ledger = workbook.tabNamed('Ledger');
  const column = Object.keys(shop.rows('Ledger')[0] ?? {}).indexOf('Head');
  for (let nth = 0; nth < 3; nth++) {
    const [head = { revision: 0 }] = heads(shop);
    const [guard] = workbook.meta.namedRanges;
    // Older code deletes the range that is named after the head's revision, and fails where there is none.
    expect(guard).toMatchObject({
      name: `cps_revision_${head.revision}`,
      namedRangeId: `cps_revision_${head.revision}`,
    });
    if (!guard) throw new Error('there is no guard');
    const name = `cps_revision_${head.revision + 1}`;
    workbook.setMeta({ namedRanges: [{ ...guard, name, namedRangeId: name }] });
    ledger?.setValue(1, column, JSON.stringify({ ...head, revision: head.revision + 1, token: 'older code' }));
    expect(await order(shop)).toMatchObject({ ok: true });
    expect(shop.office.records.at(-1)?.calls['Sheets.Spreadsheets.batchUpdate']).toBe(1);
  }
});

test.each([
  [null, [], null],
  [{ revision: 0 }, [], null],
  [{ revision: 5 }, [5], null],
  [{ revision: 5 }, [], 'missing'],
  [{ revision: 5 }, [4], 'missing'],
  [{ revision: 5 }, [4, 5], 'several'],
  [null, [5], 'several'],
] as const)('of head %j and guards %j the trouble is %j', (head, revisions, trouble) => {
  expect(guardTrouble(head, revisions)).toBe(trouble);
});
