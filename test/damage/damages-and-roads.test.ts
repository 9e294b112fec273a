import { afterAll, expect, test } from '@jest/globals';
import type { Tab, Workbook } from 'local-apps-script';
import { liveSheet } from '../backup/backup-shop';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { IN_BACKUP, NEWER, ROADS, type Road, stateOf, sweepTwice, tabOf, wholeShop } from './damaged-shop';
import { expectBack } from './expect-back';

afterAll(closeOffices);

const ROWS = IN_BACKUP + NEWER;
const A_TO_L = 12;
const PROGRAM = 18;

const orders = (sheet: Workbook): Tab => tabOf(sheet, 'Orders');

const each = (from: number, to: number, visit: (index: number) => void): void => {
  for (let index = from; index < to; index++) visit(index);
};

/** Puts some columns of all rows into the order of one of them, backwards, and leaves the others. */
const sortAlone = (tab: Tab, columns: readonly number[]): void => {
  const before = Array.from({ length: ROWS }, (_, row) => columns.map((column) => tab.value(row + 1, column)));
  before.reverse().forEach((cells, row) => {
    cells.forEach((cell, place) => {
      tab.setValue(row + 1, columns[place] as number, cell);
    });
  });
};

const clearColumn = (tab: Tab, column: number): void => each(1, ROWS + 1, (row) => tab.setValue(row, column, null));

const clearRows = (tab: Tab, from: number, count: number): void =>
  each(from, from + count, (row) => each(0, 13, (column) => tab.setValue(row, column, null)));

interface Damage {
  readonly does: (sheet: Workbook) => void;
  /** What of the Ledger is left. */
  readonly ledger?: 'in part' | 'gone';
}

/** The damages that staff, sorts and pastes have done to sheets. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'six rows deleted': { does: (sheet) => orders(sheet).deleteRows(4, 6) },
  'all rows deleted': { does: (sheet) => orders(sheet).deleteRows(1, ROWS) },
  'names and emails swapped by a paste': {
    does: (sheet) =>
      each(1, ROWS + 1, (row) => {
        const [name, email] = [orders(sheet).value(row, 2), orders(sheet).value(row, 3)];
        orders(sheet).setValue(row, 2, email);
        orders(sheet).setValue(row, 3, name);
      }),
  },
  'columns swapped with their headers': { does: (sheet) => orders(sheet).moveColumns(2, 3, 12) },
  'totals typed over': { does: (sheet) => each(1, ROWS + 1, (row) => orders(sheet).setValue(row, 10, 5)) },
  'one column sorted alone': { does: (sheet) => sortAlone(orders(sheet), [3]) },
  'A to D sorted alone': { does: (sheet) => sortAlone(orders(sheet), [0, 1, 2, 3]) },
  'all ids the same': {
    does: (sheet) => each(1, ROWS + 1, (row) => orders(sheet).setValue(row, 0, orders(sheet).value(1, 0))),
  },
  'rows pasted a second time': {
    does: (sheet) =>
      each(0, 4, (row) =>
        each(0, PROGRAM + 2, (column) =>
          orders(sheet).setValue(ROWS + 1 + row, column, orders(sheet).value(1 + row, column)),
        ),
      ),
  },
  'one id cleared': { does: (sheet) => orders(sheet).setValue(4, 0, null) },
  'all ids cleared': { does: (sheet) => clearColumn(orders(sheet), 0) },
  'another sheet pasted over, headers too': {
    does: (sheet) =>
      each(0, 6, (row) =>
        each(0, PROGRAM + 2, (column) =>
          orders(sheet).setValue(row, column, row === 0 ? `Head ${column}` : row + column),
        ),
      ),
  },
  'A to L shifted by a row': {
    does: (sheet) =>
      each(1, ROWS + 1, (row) =>
        each(0, A_TO_L, (column) =>
          orders(sheet).setValue(row, column, row === ROWS ? null : orders(sheet).value(row + 1, column)),
        ),
      ),
  },
  'the header row deleted': { does: (sheet) => orders(sheet).deleteRows(0, 1) },
  'Feedback cleared': { does: (sheet) => clearColumn(orders(sheet), 17) },
  'Created At of two orders swapped': { does: (sheet) => sortAlone(orders(sheet), [12]) },
  'ten Ledger rows cleared': { does: (sheet) => clearRows(tabOf(sheet, 'Ledger'), 1 + NEWER, 10), ledger: 'in part' },
  'six Ledger rows deleted with their orders': {
    does: (sheet) => {
      tabOf(sheet, 'Ledger').deleteRows(1 + NEWER, 6);
      orders(sheet).deleteRows(IN_BACKUP - 5, 6);
    },
    ledger: 'in part',
  },
  'the Ledger tab deleted': { does: (sheet) => sheet.deleteTab(tabOf(sheet, 'Ledger')), ledger: 'gone' },
  'statuses sorted alone and the Ledger deleted': {
    does: (sheet) => {
      sortAlone(orders(sheet), [11, 16]);
      sheet.deleteTab(tabOf(sheet, 'Ledger'));
    },
    ledger: 'gone',
  },
  'Status sorted alone, own columns shifted and ten Ledger rows cleared': {
    does: (sheet) => {
      sortAlone(orders(sheet), [11]);
      sortAlone(orders(sheet), [18, 19]);
      clearRows(tabOf(sheet, 'Ledger'), 1 + NEWER, 10);
    },
    ledger: 'in part',
  },
  'the Ledger tab renamed': { does: (sheet) => tabOf(sheet, 'Ledger').configure({ name: 'Ledger old' }) },
  'the Orders tab deleted': { does: (sheet) => sheet.deleteTab(orders(sheet)) },
  'the Orders tab renamed': { does: (sheet) => orders(sheet).configure({ name: 'Orders old' }) },
  'Orders and Ledger deleted': {
    does: (sheet) => {
      sheet.deleteTab(orders(sheet));
      sheet.deleteTab(tabOf(sheet, 'Ledger'));
    },
    ledger: 'gone',
  },
  'Outbox, Activity and Rejected deleted': {
    does: (sheet) => {
      for (const name of ['Outbox', 'Activity', 'Rejected']) sheet.deleteTab(tabOf(sheet, name));
    },
  },
};

/** Where the Ledger has lost orders, only a backup has them. */
const roadsOf = ({ ledger }: Damage): readonly Road[] => (ledger ? ['backup'] : ['backup', 'Ledger', 'menu']);

const CASES = Object.entries(DAMAGES).flatMap(([name, damage]) =>
  roadsOf(damage).map((road) => ({ name, damage, road })),
);

test('each damage that shops have met comes back by each road: rows, record, ratings with comments, report; by the backup the columns of staff, too', async () => {
  const before = await stateOf(await wholeShop());
  const failed: string[] = [];
  for (const { name, damage, road } of sampled(CASES, 8)) {
    const shop = await wholeShop();
    damage.does(liveSheet(shop));
    try {
      await ROADS[road](shop);
      await sweepTwice(shop);
      expectBack(before, await stateOf(shop), { damages: [], ledger: damage.ledger ?? 'whole' }, road);
    } catch (error) {
      failed.push(`${name}, by the ${road} road: ${(error as Error).message}`);
    }
    await closeOffices();
  }
  expect(failed).toEqual([]);
}, 120_000);
