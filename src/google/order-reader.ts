import { type OrderReader, Unreadable } from '../core/ports';
import { type Cell, isWhole, type Layout, layoutOf, layoutProblem, rowOf, textOf } from '../workbook/layout';
import { type OrderJson, orderJson } from '../workbook/order-json';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** The Orders tab as it stands, headers included, in one call. */
export class SheetOrderReader implements OrderReader {
  constructor(private readonly live: LiveSpreadsheet) {}

  all(): readonly OrderJson[] {
    const sheet = this.live.tab('orders');
    if (!sheet) throw new Unreadable('The Orders tab is missing.');
    const [header = [], ...rows] = sheet.getDataRange().getValues();
    const layout = layoutOf('orders', header.map(asCell));
    if (!isWhole(layout)) throw new Unreadable(layoutProblem(layout));
    return rows.map((cells) => jsonOf(layout, cells)).filter((order) => order.id !== '');
  }
}

const asCell = (cell: unknown): Cell => (cell instanceof Date ? '' : (cell as Cell));

const jsonOf = (layout: Layout, cells: readonly unknown[]): OrderJson => {
  const created = cells[layout.columns.get('Created At') ?? -1];
  const createdAt = created instanceof Date ? created.toISOString() : textOf(created as Cell | undefined);
  return orderJson(rowOf(layout, cells.map(asCell)), createdAt);
};
