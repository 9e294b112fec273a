import type { CellValue } from '../google/workbook/cell';
import type { Tab } from '../google/workbook/tab';
import type { Workbook } from '../google/workbook/workbook';

/** What tells one order from another in the rows of the first one. */
export interface Mould {
  readonly orderId: string;
  readonly orderNumber: string;
}

const tabNamed = (workbook: Workbook, name: string): Tab => {
  const tab = workbook.tabNamed(name);
  if (!tab) throw new Error(`there is no tab ${name}`);
  return tab;
};

const HEADER_ROWS = 1;

const rowOf = (tab: Tab, index: number): CellValue[] =>
  Array.from({ length: tab.lastColumn() }, (_, column) => tab.value(index, column));

/** The same row for another order: its id and number wherever they stand, in JSON too. */
const recast = (row: readonly CellValue[], mould: Mould, id: string, number: string): CellValue[] =>
  row.map((cell) =>
    typeof cell === 'string' ? cell.split(mould.orderId).join(id).split(mould.orderNumber).join(number) : cell,
  );

/**
 * Fills a sheet to so many orders from the rows that the product itself wrote for the first one: below it in the tabs
 * that grow downwards, below the newest row in the Ledger.
 */
export const fillSheet = (workbook: Workbook, mould: Mould, orders: number): void => {
  const prefix = mould.orderNumber.replace(/\d+$/, '');
  for (const name of ['Orders', 'Outbox', 'Activity', 'Ledger']) {
    const tab = tabNamed(workbook, name);
    const model = rowOf(tab, HEADER_ROWS);
    const head = name === 'Ledger' ? rowOf(tab, 0).indexOf('Head') : -1;
    tab.insertRows(HEADER_ROWS + 1, orders - 1, HEADER_ROWS);
    for (let order = 2; order <= orders; order++) {
      const number = `${prefix}${String(order).padStart(4, '0')}`;
      recast(model, mould, `order-${order}`, number).forEach((cell, column) => {
        if (column !== head) tab.setValue(HEADER_ROWS + order - 1, column, cell);
      });
    }
    if (head >= 0) tab.setValue(HEADER_ROWS, head, headAfter(model[head] ?? null, orders));
  }
};

/** The Ledger's head as it is once so many numbers of its prefixes are given. */
const headAfter = (cell: CellValue, orders: number): CellValue => {
  const head = JSON.parse(String(cell)) as { sequences: Record<string, number> };
  const sequences = Object.fromEntries(Object.keys(head.sequences).map((prefix) => [prefix, orders]));
  return JSON.stringify({ ...head, sequences });
};
