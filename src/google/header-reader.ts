import { type HeaderReader, Unreadable } from '../core/ports';
import type { TabKey } from '../workbook/tabs';
import { type Places, type TabPlace, tabProblem } from '../workbook/view';
import { headerLayout } from './header-layout';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** Header rows through SpreadsheetApp: they use up none of the reads that the Sheets service allows in a minute. */
export class SheetHeaders implements HeaderReader {
  /** @param doubted headers of the Orders tab that name no column for now. */
  constructor(
    private readonly live: LiveSpreadsheet,
    private readonly doubted: () => readonly string[],
  ) {}

  read(tabs: readonly TabKey[], asFarAs: readonly TabKey[] = []): Places {
    const places: Partial<Record<TabKey, TabPlace>> = {};
    for (const tab of [...tabs, ...asFarAs]) {
      const sheet = this.live.tab(tab);
      const doubted = tab === 'orders' ? this.doubted() : [];
      if (sheet) places[tab] = { sheetId: sheet.getSheetId(), layout: headerLayout(sheet, tab, doubted) };
      const problem = asFarAs.includes(tab) ? '' : tabProblem({ places }, tab);
      if (problem) throw new Unreadable(problem);
    }
    return { places };
  }
}
