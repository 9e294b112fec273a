import type { TabBuilder } from './set-up-ports';

/** A tab in a move. `rows` and `columns` count only those with content. */
export interface MovingTab {
  readonly id: number;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** One of the two spreadsheets in a move. */
export interface MovingSheet {
  readonly id: string;
  /** The address that opens it in a browser. */
  readonly url: string;
  readonly name: string;
  readonly timeZone: string;
  readonly builder: Pick<TabBuilder, 'cells' | 'headers' | 'mark' | 'texts'>;
  tabs(): readonly MovingTab[];
  /** The lines of its Moved tab, including any written a moment ago; none if there is no such tab. */
  note(): readonly string[];
  /** Writes all lines of that tab, and makes it the first tab. @throws Error if this user may not edit the sheet. */
  writeNote(lines: readonly string[]): void;
  removeNote(): void;
}

/** The spreadsheet that the user has open, in which tabs can be replaced. */
export interface OwnSheet extends MovingSheet {
  /** Copies a tab from another spreadsheet with everything in it: values, formulas, formats, notes, widths. */
  takeTab(from: MovingSheet, tab: number, name: string): void;
  renameTab(tab: number, name: string): void;
  removeTabs(tabs: readonly number[]): void;
  setTimeZone(zone: string): void;
  /** Writes a text in the column of a header. Row 2 is the first below it. */
  writeCell(tab: 'ledger' | 'settings', header: string, row: number, text: string): void;
}
