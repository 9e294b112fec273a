import type { CellValue, Tab, Workbook } from 'local-apps-script';

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

/** The same row for another order: its id and number wherever they are, in JSON too. */
const recast = (row: readonly CellValue[], mould: Mould, id: string, number: string): CellValue[] =>
  row.map((cell) =>
    typeof cell === 'string' ? cell.split(mould.orderId).join(id).split(mould.orderNumber).join(number) : cell,
  );

/**
 * Fills a sheet to a number of orders from the rows that the product itself wrote for the first one: below it in the tabs
 * that grow downwards, below the newest row in the Ledger.
 */
export const fillSheet = (workbook: Workbook, mould: Mould, orders: number): void => {
  const prefix = mould.orderNumber.replace(/\d+$/, '');
  for (const name of ['Orders', 'Outbox', 'Activity', 'Ledger']) {
    const tab = tabNamed(workbook, name);
    const model = rowOf(tab, HEADER_ROWS);
    const head = name === 'Ledger' ? rowOf(tab, 0).indexOf('Head') : -1;
    const sent = name === 'Outbox' ? rowOf(tab, 0).indexOf('Sent At') : -1;
    tab.insertRows(HEADER_ROWS + 1, orders - 1, HEADER_ROWS);
    for (let order = 2; order <= orders; order++) {
      const number = `${prefix}${String(order).padStart(4, '0')}`;
      recast(model, mould, `order-${order}`, number).forEach((cell, column) => {
        if (column !== head) tab.setValue(HEADER_ROWS + order - 1, column, column === sent ? daysBefore(cell) : cell);
      });
    }
    if (head >= 0) tab.setValue(HEADER_ROWS, head, headAfter(model[head] ?? null, orders));
  }
};

/** Receipts that left two days earlier: nobody may send all of them in one hour. */
const daysBefore = (cell: CellValue): CellValue =>
  cell === null || cell === '' ? cell : new Date(Date.parse(String(cell)) - 2 * 86_400_000).toISOString();

/** The Ledger's head as it is once a given number of its prefixes' numbers are used. */
const headAfter = (cell: CellValue, orders: number): CellValue => {
  const head = JSON.parse(String(cell)) as { sequences: Record<string, number> };
  const sequences = Object.fromEntries(Object.keys(head.sequences).map((prefix) => [prefix, orders]));
  return JSON.stringify({ ...head, sequences });
};

const TWO_YEARS = 730 * 86_400_000;
const HOUR = 3_600_000;
/** The newest orders stay as they are: other operations are about them. */
const LEFT_PENDING = 600;

/**
 * Spreads the orders of the Ledger over the two years before a moment, newest first, and lets all but the newest be
 * paid, shipped and asked for feedback: what a report has to read.
 */
export const ageOrders = (workbook: Workbook | undefined, newest: number): void => {
  if (!workbook) throw new Error('there is no spreadsheet');
  const [ledger, orders] = [tabNamed(workbook, 'Ledger'), tabNamed(workbook, 'Orders')];
  const columnOf = (tab: Tab, header: string): number => rowOf(tab, 0).indexOf(header);
  const [accepted, progress, status] = ['Accepted At', 'Progress', 'Status'].map((header) =>
    columnOf(ledger, header),
  ) as [number, number, number];
  const shown = columnOf(orders, 'Status');
  const count = ledger.lastRow() - HEADER_ROWS;
  for (let order = 0; order < count; order++) {
    const at = newest - Math.floor((order * TWO_YEARS) / count);
    const iso = (hours: number): string => new Date(at + hours * HOUR).toISOString();
    ledger.setValue(HEADER_ROWS + order, accepted, iso(0));
    if (order < LEFT_PENDING) continue;
    const emails = ['receipt', 'paid', 'shipped', 'feedback'];
    const steps = { paid: iso(5), shipped: iso(50 + (order % 40)), askedForFeedback: iso(170), emails };
    ledger.setValue(HEADER_ROWS + order, progress, JSON.stringify(steps));
    ledger.setValue(HEADER_ROWS + order, status, 'shipped');
    orders.setValue(HEADER_ROWS + order, shown, 'shipped');
  }
};
