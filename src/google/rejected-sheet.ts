import { MOST_REJECTED } from '../core/bounds';
import type { RejectedBook, SheetRow } from '../core/ports';
import { type Cell, type Row, rowOf, textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import { columnTexts } from './column-texts';
import { columnRange } from './ledger-sheet';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { SheetRowAppender } from './row-appender';
import { typedText } from './typed-text';

/** The Rejected tab: one row per rejected request, with its raw body as text. */
export class RejectedSheet implements RejectedBook {
  private readonly rows: SheetRowAppender;

  constructor(private readonly live: LiveSpreadsheet) {
    this.rows = new SheetRowAppender(live);
  }

  keep(view: WorkbookView, row: Row): 'kept' | 'known' | 'lost' {
    const sheet = this.live.tab('rejected');
    if (!sheet) return 'lost';
    if (this.find(view, textOf(row.Fingerprint)) !== null) return 'known';
    if (sheet.getLastRow() > MOST_REJECTED) return 'lost';
    this.rows.append(view, 'rejected', row);
    return 'kept';
  }

  states(view: WorkbookView): readonly string[] {
    return columnTexts(this.live, view, 'rejected', 'State');
  }

  selected(view: WorkbookView): SheetRow | null {
    const range = this.live.spreadsheet.getActiveRange();
    const layout = view.places.rejected?.layout;
    if (!range || !layout || range.getSheet().getName() !== TABS.rejected.name || range.getRow() < 2) return null;
    const width = Math.max(...layout.columns.values()) + 1;
    const [cells = []] = range.getSheet().getRange(range.getRow(), 1, 1, width).getValues();
    return { at: range.getRow(), cells: rowOf(layout, cells.map(withoutDates)) };
  }

  mark(view: WorkbookView, fingerprint: string, state: string): void {
    const at = this.find(view, fingerprint);
    const column = view.places.rejected?.layout.columns.get('State');
    if (at === null || column === undefined) return;
    this.live
      .needTab('rejected')
      .getRange(at, column + 1)
      .setValue(typedText(state));
  }

  private find(view: WorkbookView, fingerprint: string): number | null {
    const index = view.places.rejected?.layout.columns.get('Fingerprint');
    if (index === undefined) return null;
    const found = columnRange(this.live.needTab('rejected'), index)
      .createTextFinder(fingerprint)
      .matchEntireCell(true)
      .matchCase(true)
      .findNext();
    return found ? found.getRow() : null;
  }
}

const withoutDates = (cell: unknown): Cell => (cell instanceof Date ? '' : (cell as Cell));
