import type { TabBuilder } from './set-up-ports';

/** A tab as a move sees it; `rows` and `columns` are those that hold anything. */
export interface MovingTab {
  readonly id: number;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** One of the two spreadsheets of a move. */
export interface MovingSheet {
  readonly id: string;
  /** Where people open it. */
  readonly url: string;
  readonly name: string;
  readonly timeZone: string;
  readonly builder: Pick<TabBuilder, 'cells' | 'headers' | 'mark' | 'texts'>;
  tabs(): readonly MovingTab[];
  /** The lines of its tab Moved; none where there is none. What was written a moment ago is among them. */
  note(): readonly string[];
  /** Writes that tab, as the first one: all of its lines. @throws Error where this person may not edit the sheet. */
  writeNote(lines: readonly string[]): void;
  removeNote(): void;
}

/** The spreadsheet in front of the person, whose tabs may be put in place of others. */
export interface OwnSheet extends MovingSheet {
  /** Copies a tab of another spreadsheet with all that is in it: values, formulas, formats, notes, widths. */
  takeTab(from: MovingSheet, tab: number, name: string): void;
  renameTab(tab: number, name: string): void;
  removeTabs(tabs: readonly number[]): void;
  setTimeZone(zone: string): void;
  /** Writes a text below a header; row 2 is the first one there. */
  writeCell(tab: 'ledger' | 'settings', header: string, row: number, text: string): void;
}
