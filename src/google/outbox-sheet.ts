import type { OutboxBook, OutboxMark } from '../core/outbox-ports';
import type { SheetRow } from '../core/ports';
import { columnLetters } from '../workbook/a1';
import { type Cell, type Layout, rowOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import { columnTexts } from './column-texts';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { sheetsApi } from './sheets-api';
import { bareText, typedText } from './typed-text';

/** The Outbox tab: read as it is, marked by plain cell writes outside the lock. */
export class OutboxSheet implements OutboxBook {
  constructor(private readonly live: LiveSpreadsheet) {}

  all(view: WorkbookView): readonly SheetRow[] {
    const layout = view.places.outbox?.layout;
    const sheet = this.live.tab('outbox');
    if (!layout || !sheet) return [];
    const seen = emailsIn(layout, sheet.getDataRange().getValues().slice(1), 2);
    if (!this.live.areReadsLate) return seen;
    // Moments that are dates in the sheet come as dates by SpreadsheetApp only; what it does not show yet is of now.
    const created = new Map(seen.map(({ cells }) => [cells.Key, cells['Created At'] ?? '']));
    return this.justWritten(view, 2).map(({ at, cells }) => ({
      at,
      cells: { ...cells, 'Created At': created.get(cells.Key ?? '') ?? Date.now() },
    }));
  }

  states(view: WorkbookView): readonly string[] {
    return columnTexts(this.live, view, 'outbox', 'State');
  }

  from(view: WorkbookView, row: number): readonly SheetRow[] {
    const layout = view.places.outbox?.layout;
    const sheet = this.live.tab('outbox');
    if (!layout || !sheet || row > sheet.getMaxRows()) return [];
    const last = columnLetters(Math.max(...layout.columns.values()));
    const emails = emailsIn(layout, sheet.getRange(`A${row}:${last}`).getValues(), row);
    this.live.lateReads.shown(emails.map(({ cells }) => cells.Key));
    return emails;
  }

  justWritten(view: WorkbookView, row: number): readonly SheetRow[] {
    const layout = view.places.outbox?.layout;
    if (!layout) return [];
    const last = columnLetters(Math.max(...layout.columns.values()));
    SpreadsheetApp.flush();
    const { values = [] } = sheetsApi().Values.get(this.live.id, `'${TABS.outbox.name}'!A${row}:${last}`, {
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    return emailsIn(layout, values, row);
  }

  mark(view: WorkbookView, at: number, mark: OutboxMark): void {
    const sheet = this.live.needTab('outbox');
    const cells: [string, string | number][] = [
      ['Key', mark.key],
      ['Order ID', mark.orderId],
      ['Order Number', mark.orderNumber],
      ['Kind', mark.kindText],
      ['To', mark.to],
      ['State', mark.state],
      ['Attempts', mark.attempts],
      ['Sent At', mark.sentAt],
      ['Error', mark.error],
    ];
    const columns = cells.map(([header]) => view.places.outbox?.layout.columns.get(header) ?? -1);
    const first = columns[0] ?? -1;
    const sideBySide = first >= 0 && columns.every((column, index) => column === first + index);
    const values = cells.map(([, value]) => typedText(value));
    if (sideBySide) {
      sheet.getRange(at, first + 1, 1, values.length).setValues([values]);
      return;
    }
    columns.forEach((column, index) => {
      if (column >= 0) sheet.getRange(at, column + 1).setValue(values[index]);
    });
  }
}

const withTimes = (cell: unknown): Cell => (cell instanceof Date ? cell.getTime() : (cell as Cell));

const OWN_WORDS = ['Key', 'Order Number', 'Kind', 'State'];

const bare = (row: Record<string, Cell>): Record<string, Cell> => {
  for (const header of OWN_WORDS) if (typeof row[header] === 'string') row[header] = bareText(row[header]);
  return row;
};

/** The rows that hold an email; the blank ones below them are many, and are not looked at any further. */
const emailsIn = (layout: Layout, values: readonly unknown[][], from: number): SheetRow[] => {
  const key = layout.columns.get('Key') ?? -1;
  return values.flatMap((cells, index) =>
    (cells[key] ?? '') === '' ? [] : [{ at: from + index, cells: bare(rowOf(layout, cells.map(withTimes))) }],
  );
};
