import { type HeaderReader, Unreadable } from '../core/ports';
import type { TabKey } from '../workbook/tabs';
import { type Places, type TabPlace, tabProblem } from '../workbook/view';
import { headerLayout } from './header-layout';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** Header rows through SpreadsheetApp: they use up none of the reads that the Sheets service allows in a minute. */
export class SheetHeaders implements HeaderReader {
  constructor(private readonly live: LiveSpreadsheet) {}

  read(tabs: readonly TabKey[]): Places {
    const places: Partial<Record<TabKey, TabPlace>> = {};
    for (const tab of tabs) {
      const sheet = this.live.tab(tab);
      if (sheet) places[tab] = { sheetId: sheet.getSheetId(), layout: headerLayout(sheet, tab) };
      const problem = tabProblem({ places }, tab);
      if (problem) throw new Unreadable(problem);
    }
    return { places };
  }
}
