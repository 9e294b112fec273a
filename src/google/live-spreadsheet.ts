import { TABS, type TabKey } from '../workbook/tabs';

/** The Script Property that says which spreadsheet is the live one; in any other nothing acts (design.md 3). */
export const LIVE_SPREADSHEET = 'SPREADSHEET_ID';

/** The live spreadsheet in this execution, opened when it is first needed: a cached read never needs it. */
export class LiveSpreadsheet {
  private opened: GoogleAppsScript.Spreadsheet.Spreadsheet | null = null;

  constructor(
    readonly id: string,
    private readonly open: () => GoogleAppsScript.Spreadsheet.Spreadsheet,
  ) {}

  get spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    this.opened ??= this.open();
    return this.opened;
  }

  get timeZone(): string {
    return this.spreadsheet.getSpreadsheetTimeZone();
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
