import type { Row } from '../workbook/layout';
import type { TabKey } from '../workbook/tabs';
/** Makes and repairs tabs. Everything here is visual or a default: SpreadsheetApp does it (docs/design.md 3.1). */
export interface TabBuilder {
  /** The header texts of a tab, starting at its first column; null if there is no such tab. */
  headers(tab: TabKey): readonly string[] | null;
  /** Every cell of a tab, its header row first; none if there is no such tab. */
  cells(tab: TabKey): readonly (readonly unknown[])[];
  create(tab: TabKey): void;
  /** The names of tabs that have the headers of this one, and are none of the program's own. */
  lookalikes(tab: TabKey): readonly string[];
  /** Every cell of a tab of any name. */
  cellsOf(name: string): readonly (readonly unknown[])[];
  /** Gives a tab another name; a number is added where that is taken. */
  rename(name: string, to: string): void;
  /** Writes header texts at columns counted from 0. */
  writeHeaders(tab: TabKey, headers: ReadonlyMap<number, string>): void;
  /**
   * Formats, dropdowns, notes, frozen header, hidden state, warning-only protection; widths of a new tab. A sentence for
   * each difference in a tab that was there.
   */
  dress(tab: TabKey, isNew: boolean): readonly string[];
  /** Adds the colors and filter views that the Orders tab is missing; a sentence for each difference. */
  style(): readonly string[];
  /** The texts of a column below its header. */
  texts(tab: TabKey, header: string): readonly string[];
  /** Adds rows below the existing ones. */
  append(tab: TabKey, rows: readonly Row[]): void;
  /** Tabs in their order, without the blank one that a new spreadsheet begins with. */
  arrange(): void;
  /** The spreadsheet's id that the program once wrote into the Ledger: a copy carries that of its original. */
  mark(): string;
  setMark(id: string): void;
  /**
   * Holds every email in the Outbox that would be sent automatically; returns how many. One that may have been sent
   * needs staff anyway.
   */
  holdEmails(): number;
}

/** Removes whatever outsiders sent beyond its limit. */
export interface Room {
  removeProperties(names: readonly string[]): void;
  /** The state of each row of the Rejected tab, from row 2 on. */
  rejected(): readonly string[];
  /** @param rows their numbers, 2 is the first below the header. */
  removeRejected(rows: readonly number[]): void;
  /** The names of the archives of the Activity tab. */
  archives(): readonly string[];
  removeArchives(names: readonly string[]): void;
}

/** The guards of commits, a named range each (docs/design.md 3.1). */
export interface Guards {
  /** The revision of each one that Google lists. */
  found(): readonly number[];
  /** Takes all of them away: the next commit puts one up. */
  clear(): void;
}

/** What only Google knows about an installation. */
export interface Installation {
  /** The current user's missing triggers. */
  missingTriggers(): readonly string[];
  consent(): { readonly given: boolean; readonly url: string };
  /**
   * Cells of all tabs, blank ones included, how many archives of the Activity tab there are, the locale, and the revision
   * of each guard of commits.
   */
  size(): {
    readonly cells: number;
    readonly archives: number;
    readonly locale: string;
    readonly guards: readonly number[];
  };
}

/** Tries things out on a temporary tab. Each answer is a word or two. */
export interface PlatformProbe {
  /** The answers that are available right away, by key. */
  tryNow(): Readonly<Record<string, string>>;
  /**
   * Installs what shows after a while: a time trigger, and a change trigger that an API write may fire.
   * @returns how Google names the method that a trigger calls.
   */
  begin(): string;
  /** Removes what {@link PlatformProbe.begin} installed. */
  end(): void;
  /**
   * A trigger has run once, so it's removed; the time trigger also removes the scratch tab, even if the dialog is
   * closed.
   */
  noted(which: 'rang' | 'changed'): void;
  /** Writes the Self-test tab. */
  report(lines: readonly (readonly string[])[]): void;
}

/** Calls a web address as a program of its own would, following redirects. */
export interface WebCaller {
  /** @throws Error when nothing answers. */
  post(url: string, body: string): string;
  get(url: string): string;
}
