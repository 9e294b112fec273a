import type { Cell, Layout } from './layout';
import type { LedgerHead } from './ledger-row';
import type { TabKey } from './tabs';

/** The rows of a tab under its header, as records. */
export type TabRows = readonly Readonly<Record<string, Cell>>[];

/** Where a tab stands today: its id in the Sheets API, and its columns. */
export interface TabPlace {
  readonly sheetId: number;
  readonly layout: Layout;
}

/** What one read of the workbook's set-up gives: where the columns stand, and the tabs that rule the intake. */
export interface WorkbookView {
  /** By tab; a tab that does not exist has no place. */
  readonly places: Readonly<Partial<Record<TabKey, TabPlace>>>;
  readonly settings: TabRows;
  readonly priceList: TabRows;
  readonly events: TabRows;
  readonly emails: TabRows;
  /** The Ledger's head when this was read; absent when it could not be read. */
  readonly head?: LedgerHead;
  /** Whether the Activity tab tells of anything: a sheet without an order in it may have had some. */
  readonly hasHistory?: boolean;
}
