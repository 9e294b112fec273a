import { type Cell, type Layout, layoutProblem } from './layout';
import type { LedgerHead } from './ledger-row';
import { TABS, type TabKey } from './tabs';

/** The rows of a tab under its header, as records. */
export type TabRows = readonly Readonly<Record<string, Cell>>[];

/** Where a tab is today: its id in the Sheets API, and its columns. */
export interface TabPlace {
  readonly sheetId: number;
  readonly layout: Layout;
}

/** By tab, where it is; a tab that does not exist has no place. */
export interface Places {
  readonly places: Readonly<Partial<Record<TabKey, TabPlace>>>;
}

/** One sentence that names what is wrong with a tab that must be whole; empty when nothing is. */
export const tabProblem = ({ places }: Places, tab: TabKey): string => {
  const place = places[tab];
  return place ? layoutProblem(place.layout) : `The ${TABS[tab].name} tab is missing.`;
};

/** What one read of the workbook's set-up gives: where the columns are, and the tabs that rule the intake. */
export interface WorkbookView extends Places {
  readonly settings: TabRows;
  readonly priceList: TabRows;
  readonly events: TabRows;
  readonly emails: TabRows;
  /** The Ledger's head when this was read; absent when it could not be read. */
  readonly head?: LedgerHead;
  /** Whether the Activity tab has any lines: a sheet without orders may have had some. */
  readonly hasHistory?: boolean;
}
