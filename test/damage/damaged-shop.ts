import type { SavedOffice, Tab, Workbook } from 'local-apps-script';
import type { Comparison } from '../../src/backup/methods';
import { chosenOf, meantBy } from '../../src/backup/page/chosen';
import { copiesOf, liveSheet, onlyTrigger, runNightly } from '../backup/backup-shop';
import { openOffice } from '../support/office';
import { openShop, PAUL, type Shop, shopOn } from '../support/shop';
import { openPage } from '../support/shown-dialog';

/** Orders that the backup has, and those that came in after it. */
export const IN_BACKUP = 12;
export const NEWER = 3;

const NAMES = ['Ann Lee', 'Bob Cole', 'Cleo Diaz', 'Dan Hill', 'Eve Park', 'Finn Moss', 'Gus Ray', 'Hal Kim'];

/** Each a customer of their own, but for the second and the third: the same person ordered the same twice. */
const order = (index: number) => {
  const who = index === 2 ? 1 : index;
  return {
    ...PAUL,
    orderId: `order-${index}`,
    customerName: NAMES[who % NAMES.length] ?? '',
    email: `customer${who}@example.com`,
    phone: `407-555-01${String(10 + who)}`,
    street: `${100 + who} Main St`,
    fulfillmentType: index % 4 === 3 ? 'pickup' : 'ship',
    eventCode: index % 2 === 0 ? 'ASDAR26' : 'MWGYM26',
    items: [{ photoNumber: String(2000 + who), qty4x6: 1 + (who % 5), qty5x7: 0, qty8x10: who % 3 }],
  };
};

/** Columns that staff have added. */
export const OWN = ['Tracking Number', 'My notes'] as const;

/** A shop with orders in every status, ratings, comments, columns of its own, last night's backup and orders since. */
const prepare = async (): Promise<string> => {
  const shop = await openShop();
  const { office } = shop;
  await office.edit({ sheet: 'Orders', range: 'S1', values: [[...OWN]], user: 'staff' });
  for (let index = 0; index < IN_BACKUP; index++) {
    await shop.post(order(index));
    await office.later(61_000);
  }
  await shop.type('L2', [['paid'], ['paid'], ['paid'], ['paid'], ['paid'], ['cancelled']]);
  await office.later(20 * 60_000);
  await shop.type('L4', [['shipped'], ['shipped']]);
  await shop.type('L6', 'cancelled');
  await office.edit({
    sheet: 'Orders',
    range: 'S2',
    values: Array.from({ length: IN_BACKUP }, (_, index) => [`9400 1000 ${1000 + index}`, `note of order-${index}`]),
    user: 'staff',
  });
  for (const [index, rating] of [
    [2, 5],
    [3, 2],
    [7, 4],
  ] as const)
    await feedback(shop, index, rating);
  await office.later(20 * 60_000);
  await runNightly(shop);
  for (let index = IN_BACKUP; index < IN_BACKUP + NEWER; index++) {
    await shop.post(order(index));
    await office.later(61_000);
  }
  await office.later(20 * 60_000);
  await feedback(shop, 3, 1);
  await feedback(shop, 8, 2);
  await shop.type('L13', [['paid'], ['cancelled']]);
  await office.later(61_000);
  await shop.type('L13', 'shipped');
  await office.later(20 * 60_000);
  onlyTrigger(shop, 'none');
  return JSON.stringify(office.save());
};

const feedback = async ({ post }: Shop, index: number, rating: number): Promise<void> => {
  const answer = await post({
    route: 'orders/feedback',
    orderId: `order-${index}`,
    rating,
    feedback: `said by ${index}`,
  });
  if (!answer.ok) throw new Error(`no feedback: ${JSON.stringify(answer)}`);
};

let prepared: Promise<string> | null = null;

/** The prepared shop, whole again. */
export const wholeShop = async (): Promise<Shop> => {
  prepared ??= prepare();
  const office = openOffice();
  office.restore(JSON.parse(await prepared) as SavedOffice);
  return shopOn(office);
};

/** A tab of the live sheet. @throws Error when it is gone. */
export const tabOf = (sheet: Workbook, name: string): Tab => {
  const tab = sheet.tabNamed(name);
  if (!tab) throw new Error(`there is no tab ${name}`);
  return tab;
};

type Cells = Readonly<Record<string, unknown>>;

/** What has to be the same once everything is back. */
export interface State {
  /** Rows of the Orders tab by order; null for a row of no order, or an order's second one: there may be none. */
  readonly rows: Readonly<Record<string, Cells>>;
  readonly strange: readonly Cells[];
  readonly ledger: Readonly<Record<string, Cells>>;
  readonly report: unknown;
  readonly emails: number;
}

/** Emails to customers: the operator may get others. */
const customerEmails = (shop: Shop): number => shop.emails().filter(({ to }) => !to.startsWith('operator@')).length;

/** The dialog's figures of everything so far. */
const reportOf = async (shop: Shop): Promise<unknown> => {
  const call = await openPage(shop, 'Reports > Sales report');
  const { lines: _, ...figures } = await call<{ lines: unknown }>('report.make', { period: 'all' });
  return figures;
};

/** Looks at everything that damage and repair may touch. */
export const stateOf = async (shop: Shop): Promise<State> => {
  const rows: Record<string, Cells> = {};
  const strange: Cells[] = [];
  for (const row of shop.rows('Orders')) {
    const id = String(row['Order ID']);
    if (id === '' || rows[id]) strange.push(row);
    else rows[id] = row;
  }
  const ledger = Object.fromEntries(
    shop
      .rows('Ledger')
      .filter((row) => row['Order ID'] !== '')
      .map(({ Head: _, Flag: __, Progress, ...row }) => [
        String(row['Order ID']),
        // A note on a number that only a backup can take to its order again may be there.
        { ...row, Progress: { ...(JSON.parse(String(Progress)) as object), noted: undefined } },
      ]),
  );
  return { rows, strange, ledger, report: await reportOf(shop), emails: customerEmails(shop) };
};

/** The oldest backup: the one from before the damage. */
const backupId = (shop: Shop): string => copiesOf(shop)[0]?.id ?? '';

/** Opens the menu item, answers yes to what it asks, and closes its messages. @returns how many there were. */
const choose = async (shop: Shop, item: string): Promise<number> => {
  const { office } = shop;
  const { prepared } = office.world.ui;
  prepared.length = 0;
  for (let answers = 0; answers < 3; answers++) office.willAnswer('YES');
  await office.menu({ item });
  const left = prepared.length;
  prepared.length = 0;
  return 3 - left;
};

/** Set up this sheet, where staff are asked to begin: a lost record is restored where that is offered. */
const setUpAgain = async (shop: Shop): Promise<readonly string[]> => {
  type Result = {
    report: string[];
    questions: { header: string; likely?: number | null }[];
    lost: { backup: unknown } | null;
  };
  const call = await openPage(shop, 'Set up this sheet');
  let result = await call<Result>('setUp.run', {});
  for (let times = 0; result.questions.length > 0 && times < 3; times++)
    result = await call<Result>(
      'setUp.run',
      Object.fromEntries(result.questions.map(({ header, likely = null }) => [header, likely])),
    );
  for (let times = 0; result.lost?.backup && times < 3; times++) result = await call<Result>('setUp.restoreLedger');
  return result.report;
};

/** Restores all that is missing or changed from a source, own columns too, as the dialog does. */
const restoreFrom = async (shop: Shop, source: string, own = true): Promise<Comparison> => {
  const call = await openPage(shop, 'Data > Backups');
  const seen = await call<Comparison>('restore.compare', source);
  const chosen = chosenOf(meantBy(seen.found, 'all', own, new Set()), own);
  for (let from = 0; from < chosen.length; from += 100)
    await call('restore.run', source, chosen.slice(from, from + 100));
  return seen;
};

/** The roads back, as docs/damage.md tells them. */
export const ROADS: Readonly<Record<'backup' | 'Ledger' | 'menu', (shop: Shop) => Promise<void>>> = {
  backup: async (shop: Shop): Promise<void> => {
    await setUpAgain(shop);
    const { troubles } = await restoreFrom(shop, backupId(shop));
    if (troubles.length > 0) await choose(shop, 'Data > Repair double rows');
  },
  Ledger: async (shop: Shop): Promise<void> => {
    await setUpAgain(shop);
    const { troubles } = await restoreFrom(shop, 'ledger');
    // Second rows in which staff's columns differ: the program does not choose, and names the menu item that asks.
    if (troubles.length > 0) await choose(shop, 'Data > Repair double rows');
  },
  menu: async (shop: Shop): Promise<void> => {
    await setUpAgain(shop);
    // It asks whether to go on; a second word names the road that goes on where it cannot.
    const doubles = await choose(shop, 'Data > Repair double rows');
    const told = await choose(shop, 'Data > Rebuild missing rows');
    // It names the road that goes on where a row shows too little of its order.
    if (told > 0 || doubles > 1) await ROADS.Ledger(shop);
    const last = tabOf(liveSheet(shop), 'Orders').lastRow();
    shop.office.select({ sheet: 'Orders', range: `A2:A${Math.max(2, last)}` });
    await choose(shop, 'Data > Restore selected rows');
  },
} as const;
export type Road = keyof typeof ROADS;

/** The sweep checks everything twice; nothing may change. */
export const sweepTwice = async (shop: Shop): Promise<void> => {
  for (let sweeps = 0; sweeps < 2; sweeps++) {
    await shop.office.later(5 * 60_000);
    shop.office.weather({ evictCache: true });
    await shop.office.call('App.sweep');
  }
};
