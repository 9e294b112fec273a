import { TABS, type TabKey } from '../workbook/tabs';

/** The Script Property that says which spreadsheet is the live one; in any other nothing acts (design.md 3). */
export const LIVE_SPREADSHEET = 'SPREADSHEET_ID';

/** The live spreadsheet in this execution. */
export class LiveSpreadsheet {
  constructor(readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  get id(): string {
    return this.spreadsheet.getId();
  }

  /** A tab by its key; null when nobody has made it or somebody deleted it. */
  tab(key: TabKey): GoogleAppsScript.Spreadsheet.Sheet | null {
    return this.spreadsheet.getSheetByName(TABS[key].name);
  }

  /** @throws Error that names the missing tab and how to get it back. */
  needTab(key: TabKey): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.tab(key);
    if (!sheet) throw new Error(`The tab ${TABS[key].name} is missing. Run CPS Orders > Set up this sheet.`);
    return sheet;
  }
}
