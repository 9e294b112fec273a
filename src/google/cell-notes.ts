import type { CellNotes } from '../core/ports';
import { columnLetters } from '../workbook/a1';
import type { TabKey } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** Notes on cells, through SpreadsheetApp. */
export class SheetCellNotes implements CellNotes {
  constructor(private readonly live: LiveSpreadsheet) {}

  read(view: WorkbookView, tab: TabKey): ReturnType<CellNotes['read']> {
    const layout = view.places[tab]?.layout;
    const sheet = this.live.tab(tab);
    if (!layout || !sheet) return [];
    // To the end of the tab: a line that was emptied may have kept its note.
    const last = columnLetters(Math.max(...layout.columns.values()));
    const grid = sheet.getRange(`A2:${last}`).getNotes();
    return grid.flatMap((notes, index) =>
      [...layout.columns]
        .map(([header, column]) => ({ row: index + 2, header, text: notes[column] ?? '' }))
        .filter(({ text }) => text !== ''),
    );
  }

  write(view: WorkbookView, tab: TabKey, row: number, header: string, text: string): void {
    const column = view.places[tab]?.layout.columns.get(header);
    const sheet = this.live.tab(tab);
    if (column !== undefined && sheet) sheet.getRange(row, column + 1).setNote(text);
  }
}
