/**
 * What the features need from the world, as small interfaces. The folder google/ fulfils them; tests may too.
 */
import type { Change } from '../workbook/changes';
import type { Cell, Row } from '../workbook/layout';
import type { LedgerHead, LinkTarget } from '../workbook/ledger-row';
import type { LeftCopies } from '../workbook/left-copies';
import type { Former } from '../workbook/scratch';
import type { Settings } from '../workbook/settings';
import type { TabKey } from '../workbook/tabs';
import type { Places, WorkbookView } from '../workbook/view';

export interface Clock {
  now(): Date;
  /** An instant as local date-time of the spreadsheet's time zone, `yyyy-MM-ddTHH:mm:ss`. */
  local(instant: Date): string;
}

/** The lock that makes program writers take turns (the script lock: docs/google.md G25). */
export interface Lock {
  /** Waits up to a number of milliseconds; false if someone else kept the lock. */
  tryLock(milliseconds: number): boolean;
  release(): void;
}

export interface Cache {
  get(key: string): string | null;
  put(key: string, value: string, seconds: number): void;
}

/** Script Properties: secrets, the live spreadsheet's id, the last good prices. */
export interface Properties {
  /** All of them, read once per execution. */
  all(): Readonly<Record<string, string>>;
  /**
   * Reads them again if {@link all} comes from a copy, which may be half a minute old; for authenticated requests.
   * @returns whether it came from one.
   */
  renew(): boolean;
  /** Keeps what was read as the copy for requests within the next half minute. */
  keepCopy(): void;
  /** One of them, read fresh. */
  fresh(name: string): string;
  set(values: Readonly<Record<string, string>>): void;
}

export interface Crypto {
  /** SHA-256 of UTF-8 text, in hex. */
  sha256(text: string): string;
  /** HMAC-SHA256 of UTF-8 text under a key of bytes (0 to 255 each), in base64. */
  hmacSha256(text: string, key: readonly number[]): string;
  /** Bytes (0 to 255) of base64 text; null when it is none. */
  decodeBase64(text: string): readonly number[] | null;
  uuid(): string;
}

/** The deployed web app. */
export interface WebApp {
  /**
   * Its address according to Apps Script; blank if it has none (docs/google.md G32: unreliable outside web requests).
   */
  url(): string;
}

/**
 * The addresses of the pages that a customer may open; each blank while the web app has no address.
 * @param from ISO 8601: the moment from which their lives count.
 */
export type CustomerLinks = (
  settings: Settings,
  entry: LinkTarget,
  from: string,
) => { readonly statusLink: string; readonly feedbackLink: string; readonly unsubscribeLink: string };

/** Reads where every tab is, plus the tabs the intake depends on, in one call. */
export interface WorkbookReader {
  /** @throws ReadsUsedUp when Google allows no more reads this minute. */
  read(): WorkbookView;
}

/**
 * The Sheets service's reads for this minute are used up (docs/google.md G9). Each bundle has a class of its own; the
 * name identifies them all.
 */
export class ReadsUsedUp extends Error {
  override readonly name = 'ReadsUsedUp';
}

/** A row as it is, with its row number (1 = the header). */
export interface SheetRow {
  readonly at: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** Reads the Ledger: the first `Head` columns of many rows, or one whole row. */
export interface LedgerBook {
  /** The newest rows, newest first: their columns from Order ID to Head. */
  newest(view: Places, rows: number): readonly SheetRow[];
  /** The whole newest row in which the column holds exactly this text; null when there is none. */
  find(view: Places, header: 'Order ID' | 'Order Number', text: string): SheetRow | null;
  /**
   * The newest row, in full, that was made from content with one of these fingerprints, or that replaces it after a
   * replay; null if there is none. @param headers where to look; both columns by default.
   */
  findContent(
    view: Places,
    fingerprints: readonly string[],
    headers?: readonly ('Fingerprint' | 'Replaces')[],
  ): SheetRow | null;
  /**
   * The row with this Order ID, looked for where the Ledger has its columns from the start: two calls, none of the reads
   * that the Sheets service allows in a minute. A hint: null also when the columns are elsewhere.
   */
  glance(orderId: string): SheetRow | null;
  /** All rows, newest first: their columns from Order ID to Accepted At. */
  index(view: Places): readonly SheetRow[];
  /** All rows, newest first, in one read: their columns from Order ID to Progress. */
  upToProgress(view: Places): readonly SheetRow[];
  /** Whole rows by their row numbers, in as few calls as make sense. */
  whole(view: Places, rows: readonly number[]): readonly SheetRow[];
  /** A number of whole rows starting at a row number, as many as there are, in one call. */
  block(view: Places, from: number, count: number): readonly SheetRow[];
  /** Every value of a column, newest first: for the rare case that the head is lost. */
  column(view: Places, header: string): readonly Cell[];
}

/** Reads the Orders tab. */
export interface OrdersBook {
  /** The Order ID of each row below the header, blank ones included. */
  ids(view: Places): readonly string[];
  /**
   * Rows as they are, starting at a row number (2 = the first below the header); dates are left out. @param count how
   * many; null for all.
   */
  rows(view: Places, from: number, count: number | null): readonly SheetRow[];
  /** Every cell from the header row down to the last one with a value: to see whether anything changed. */
  cells(): readonly (readonly unknown[])[];
  /** The note on the cell of each row in a column, from row 2 on; none where there is no such column. */
  notes(view: Places, header: string): readonly string[];
  /** Every Order Number that the Orders, Outbox and Activity tabs name: for the case that the Ledger has lost its head. */
  numbers(view: Places): readonly string[];
}

/** The Scratch tab: the previous values of the rows that the last commit wrote. */
export interface ScratchBook {
  /** Null when nothing is there. */
  left(): LeftCopies | null;
}

/** The Activity tab as a whole. */
export interface ActivityArchive {
  /** How many lines it has. */
  lines(): number;
  /** Gives the tab that name and starts a new, empty one in the same step, so that no line is lost. */
  rollOver(archiveName: string, newSheetId: number): void;
}

/** A tab that the program needs is missing, or one of its headers is missing or duplicated. */
export class Unreadable extends Error {
  /** @param problem a sentence that names the header or tab. */
  constructor(readonly problem: string) {
    super(`${problem} To fix it, choose CPS Orders > Set up this sheet.`);
  }
}

/** This program may not act here: in a copy, before set-up, or where a newer one has set the sheet up. The message says why. */
export class NotInForce extends Error {}

/** The Sheets service isn't turned on for this script (docs/google.md G89). Nothing works until someone does that. */
export class ServiceOff extends NotInForce {
  override readonly name = 'ServiceOff';

  constructor() {
    super(
      'This script can’t use the Google Sheets API yet. In the script editor (Extensions > Apps Script), click + next to Services, choose Google Sheets API and click Add. If it’s already listed, remove it first.',
    );
  }
}

/** Finds where the columns of some tabs are, without everything else a {@link WorkbookReader} reads. */
export interface HeaderReader {
  /**
   * One call per tab. @throws Unreadable if a tab is missing, or one of its headers is missing or duplicated. @param
   * asFarAs tabs that are read only if they exist.
   */
  read(tabs: readonly TabKey[], asFarAs?: readonly TabKey[]): Places;
}

/** The Rejected tab (docs/design.md 4.7). */
export interface RejectedBook {
  /**
   * Adds a row, unless one with its Fingerprint exists; `lost` if the tab is missing or full (its rows are limited).
   */
  keep(view: WorkbookView, row: Row): 'kept' | 'known' | 'lost';
  /** The State of each row, starting at row 2. */
  states(view: WorkbookView): readonly string[];
  /** The row the user has selected; null if the selection is elsewhere. Dates are left out. */
  selected(view: WorkbookView): SheetRow | null;
  /** Sets the State of the row with this Fingerprint. */
  mark(view: WorkbookView, fingerprint: string, state: string): void;
}

/** Adds a row to one of the program's own tabs outside of any commit: it uses up none of the commits' writes. */
export interface RowAppender {
  /** Does nothing if the tab is missing. */
  append(view: WorkbookView, tab: TabKey, row: Row): void;
}

/** Lands a list of changes as a whole or not at all (docs/design.md 3.1). */
export interface Committer {
  /**
   * @param head the Ledger's head that the changes are based on, with its new sequences. If another commit has landed
   * since, nothing lands, so a late commit never overwrites newer changes.
   * @param by who writes, in a few words, for the head's token.
   */
  commit(view: WorkbookView, changes: readonly Change[], head: LedgerHead, by: string): CommitOutcome;
}

/**
 * `landed`; `stale`: the revision has changed, read again; `refused`: Google rejected the request (a tab or row is
 * missing); `quota`: the writes of this minute are used up. In these three cases nothing landed and nothing will.
 * `unknown`: the call failed and nobody has seen it land; it may still land late.
 */
export type CommitOutcome =
  | {
      readonly outcome: 'landed';
      /** The Ledger's head that it left. */
      readonly head: LedgerHead;
      /**
       * The previous values of the rows it wrote to; null if it wrote to none that users may move, or if they're
       * unknown.
       */
      readonly former: Former | null;
    }
  | { readonly outcome: 'stale' | 'refused' | 'quota' | 'unknown'; readonly error: string };

/** Notes on the cells below the header of a tab, which show staff the errors in what they typed. */
export interface CellNotes {
  /** Every note; `row` counts from 1 (the header). */
  read(
    view: WorkbookView,
    tab: TabKey,
  ): readonly { readonly row: number; readonly header: string; readonly text: string }[];
  /** Blank text takes the note away. */
  write(view: WorkbookView, tab: TabKey, row: number, header: string, text: string): void;
}

/** How the columns of a tab keep what is typed. */
export interface ColumnFormats {
  /** Makes a column plain text, so that typed values stay as typed. Does nothing if there is no such column. */
  keepAsText(view: Places, tab: TabKey, header: string): void;
}

/** The Batches tab. */
export interface BatchBook {
  /** Every batch without its orders, oldest first. */
  heads(view: WorkbookView): readonly SheetRow[];
  /** The Orders cells of some rows, by row number. */
  orders(view: WorkbookView, rows: readonly number[]): ReadonlyMap<number, Cell>;
}
