import { type OrderReader, OrdersUnreadable } from '../ports';
import { columnLetters } from '../workbook/a1';
import { type Cell, isWhole, type Layout, layoutOf, layoutProblem, rowOf, textOf } from '../workbook/layout';
import { type OrderJson, orderJson } from '../workbook/order-json';
import { columnRange } from './ledger-sheet';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** The Orders tab read for programs, headers included, in one call. */
export class SheetOrderReader implements OrderReader {
  constructor(private readonly live: LiveSpreadsheet) {}

  all(): readonly OrderJson[] {
    const sheet = this.live.tab('orders');
    if (!sheet) throw new OrdersUnreadable('The Orders tab is missing.');
    const [header = [], ...rows] = sheet.getDataRange().getValues();
    const layout = layoutOf('orders', header.map(asCell));
    if (!isWhole(layout)) throw new OrdersUnreadable(layoutProblem(layout));
    return rows.map((cells) => jsonOf(layout, cells)).filter((order) => order.id !== '');
  }

  find(header: 'Order ID' | 'Order Number', text: string): OrderJson | null {
    const sheet = this.live.tab('orders');
    if (!sheet) return null;
    const [headers = []] = sheet.getRange('1:1').getValues();
    const layout = layoutOf('orders', headers.map(asCell));
    const column = layout.columns.get(header);
    if (column === undefined || !isWhole(layout)) return null;
    const found = columnRange(sheet, column).createTextFinder(text).matchEntireCell(true).matchCase(true).findNext();
    if (!found) return null;
    const last = columnLetters(Math.max(...layout.columns.values()));
    const [cells = []] = sheet.getRange(`A${found.getRow()}:${last}${found.getRow()}`).getValues();
    // A sort may have slipped in between: another order's row is no answer.
    return textOf(asCell(cells[column])) === text.trim() ? jsonOf(layout, cells) : null;
  }
}

const asCell = (cell: unknown): Cell => (cell instanceof Date ? '' : (cell as Cell));

const jsonOf = (layout: Layout, cells: readonly unknown[]): OrderJson => {
  const created = cells[layout.columns.get('Created At') ?? -1];
  const createdAt = created instanceof Date ? created.toISOString() : textOf(created as Cell | undefined);
  return orderJson(rowOf(layout, cells.map(asCell)), createdAt);
};
