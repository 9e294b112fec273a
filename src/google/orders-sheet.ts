import type { OrdersBook, SheetRow } from '../core/ports';
import { columnLetters } from '../workbook/a1';
import { type Cell, rowOf } from '../workbook/layout';
import type { Places } from '../workbook/view';
import { columnTexts } from './column-texts';
import { columnRange } from './ledger-sheet';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** The Orders tab through SpreadsheetApp. */
export class OrdersSheet implements OrdersBook {
  constructor(private readonly live: LiveSpreadsheet) {}

  ids(view: Places): readonly string[] {
    return columnTexts(this.live, view, 'orders', 'Order ID');
  }

  numbers(view: Places): readonly string[] {
    return (['orders', 'outbox', 'activity'] as const).flatMap((tab) =>
      columnTexts(this.live, view, tab, 'Order Number'),
    );
  }

  rows(view: Places, from: number, count: number | null): readonly SheetRow[] {
    const layout = view.places.orders?.layout;
    if (!layout) return [];
    const last = columnLetters(Math.max(...layout.columns.values()));
    const values =
      count === null
        ? this.live.values('orders', null).slice(from - 1)
        : this.live.values('orders', `A${from}:${last}${from + count - 1}`);
    return values.map((cells, index) => ({ at: from + index, cells: rowOf(layout, cells.map(withoutDates)) }));
  }

  cells(): readonly (readonly unknown[])[] {
    return this.live.tab('orders')?.getDataRange().getValues() ?? [];
  }

  notes(view: Places, header: string): readonly string[] {
    const index = view.places.orders?.layout.columns.get(header);
    const sheet = this.live.tab('orders');
    if (index === undefined || !sheet) return [];
    return columnRange(sheet, index)
      .getNotes()
      .map(([note = '']) => note);
  }
}

const withoutDates = (cell: unknown): Cell =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : '';
