import { TABS, type TabKey } from '../workbook/tabs';
import { LateReads } from './late-reads';
import { sheetsApi } from './sheets-api';

/** The Script Property that says which spreadsheet is the live one; in any other nothing acts (docs/design.md 3.5). */
export const LIVE_SPREADSHEET = 'SPREADSHEET_ID';

/** The live spreadsheet in this execution, opened when it is first needed: a cached read never needs it. */
export class LiveSpreadsheet {
  private opened: GoogleAppsScript.Spreadsheet.Spreadsheet | null = null;
  private readonly tabs = new Map<TabKey, GoogleAppsScript.Spreadsheet.Sheet | null>();
  readonly lateReads = new LateReads();

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

  /** A tab by its key; null when nobody has made it or someone deleted it. */
  tab(key: TabKey): GoogleAppsScript.Spreadsheet.Sheet | null {
    const known = this.tabs.get(key);
    if (known !== undefined) return known;
    const found = this.spreadsheet.getSheetByName(TABS[key].name);
    this.tabs.set(key, found);
    return found;
  }

  /** Looks for every tab again: someone may have deleted or made one since. */
  forgetTabs(): void {
    this.tabs.clear();
  }

  /** Whether SpreadsheetApp does not show yet what this execution has committed. */
  get areReadsLate(): boolean {
    return this.lateReads.areLate(() => this.spreadsheet.getSheetByName(TABS.ledger.name));
  }

  /**
   * Cells of a tab as they are, this execution's own commits included; none where the tab is missing. Rows and cells
   * at the end that hold nothing may be left out; a date may come as a serial number.
   * @param range in A1; the whole tab when null.
   */
  values(key: TabKey, range: string | null): readonly unknown[][] {
    const sheet = this.tab(key);
    if (!sheet) return [];
    if (!this.areReadsLate) return (range ? sheet.getRange(range) : sheet.getDataRange()).getValues();
    SpreadsheetApp.flush();
    const name = `'${TABS[key].name}'`;
    const { values = [] } = sheetsApi().Values.get(this.id, range ? `${name}!${range}` : name, {
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    return values;
  }

  /** @throws Error that names the missing tab and how to get it back. */
  needTab(key: TabKey): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.tab(key);
    if (!sheet) throw new Error(`The tab ${TABS[key].name} is missing. Run CPS Orders > Set up this sheet.`);
    return sheet;
  }
}
