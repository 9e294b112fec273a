import type { OutboxBook, OutboxMark, SheetRow } from '../ports';
import { columnLetters } from '../workbook/a1';
import { type Cell, rowOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';
import { columnRange } from './ledger-sheet';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** An apostrophe in front keeps a text as it is: `setValue` reads strings as if typed (platform-facts 4). */
const asTyped = (value: string | number): string | number =>
  typeof value === 'string' && value !== '' ? `'${value}` : value;

/** The Outbox tab: found by key, marked by plain cell writes outside the lock. */
export class OutboxSheet implements OutboxBook {
  constructor(private readonly live: LiveSpreadsheet) {}

  find(view: WorkbookView, key: string): number | null {
    const index = view.places.outbox?.layout.columns.get('Key');
    const sheet = this.live.tab('outbox');
    if (index === undefined || !sheet) return null;
    const found = columnRange(sheet, index).createTextFinder(key).matchEntireCell(true).matchCase(true).findNext();
    return found ? found.getRow() : null;
  }

  rowsOf(view: WorkbookView, keys: readonly string[]): ReadonlyMap<string, number> {
    const wanted = new Set(keys);
    if (wanted.size <= 1) {
      const found = keys.map((key): [string, number | null] => [key, this.find(view, key)]);
      return new Map(found.filter((each): each is [string, number] => each[1] !== null));
    }
    const index = view.places.outbox?.layout.columns.get('Key');
    const sheet = this.live.tab('outbox');
    if (index === undefined || !sheet) return new Map();
    const values = columnRange(sheet, index).getValues();
    return new Map(values.flatMap(([key], row) => (wanted.has(String(key)) ? [[String(key), row + 2] as const] : [])));
  }

  all(view: WorkbookView): readonly SheetRow[] {
    const layout = view.places.outbox?.layout;
    const sheet = this.live.tab('outbox');
    if (!layout || !sheet) return [];
    const last = columnLetters(Math.max(...layout.columns.values()));
    const values = sheet.getRange(`A2:${last}`).getValues();
    return values
      .map((cells, index) => ({ at: index + 2, cells: rowOf(layout, cells.map(withTimes)) }))
      .filter((row) => row.cells.Key !== '');
  }

  mark(view: WorkbookView, at: number, { state, attempts, sentAt, error }: OutboxMark): void {
    const sheet = this.live.needTab('outbox');
    const cells: [string, string | number][] = [
      ['State', state],
      ['Attempts', attempts],
      ['Sent At', sentAt],
      ['Error', error],
    ];
    const columns = cells.map(([header]) => view.places.outbox?.layout.columns.get(header) ?? -1);
    const first = columns[0] ?? -1;
    const sideBySide = first >= 0 && columns.every((column, index) => column === first + index);
    const values = cells.map(([, value]) => asTyped(value));
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
