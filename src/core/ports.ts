/**
 * What the features need from the world, as small interfaces. The folder google/ fulfils them; tests may too.
 */
import type { Change } from '../workbook/changes';
import type { Cell, Row } from '../workbook/layout';
import type { LedgerHead, LinkTarget } from '../workbook/ledger-row';
import type { LeftCopies } from '../workbook/left-copies';
import type { OutboxState } from '../workbook/outbox-row';
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
  /** Waits up to so many milliseconds; false when somebody else kept it. */
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
   * Reads them again where {@link all} comes from a copy, which may be half a minute old: for a request that has proved who
   * sends it. @returns whether it came from one.
   */
  renew(): boolean;
  /** Keeps what was read as the copy for the requests of the next half minute. */
  keepCopy(): void;
  /** One of them as it stands at this moment. */
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
   * Its address as Apps Script tells it; blank when it tells none (docs/google.md G32: unreliable outside web
   * requests).
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

/** Reads where every tab stands, and the tabs that rule the intake, in one call. */
export interface WorkbookReader {
  /** @throws ReadsUsedUp when Google allows no more reads this minute. */
  read(): WorkbookView;
}

/**
 * The reads that the Sheets service allows in a minute are used up (docs/google.md G9). Each bundle has a class of its own:
 * the name tells of them all.
 */
export class ReadsUsedUp extends Error {
  override readonly name = 'ReadsUsedUp';
}

/** A row as it stands, with its row number (1 = the header). */
export interface SheetRow {
  readonly at: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** Looks into the Ledger. Only the first `Head` columns of many rows, or one whole row. */
export interface LedgerBook {
  /** The newest rows, newest first: their columns from Order ID to Head. */
  newest(view: Places, rows: number): readonly SheetRow[];
  /** The whole newest row in which the column holds exactly this text; null when there is none. */
  find(view: Places, header: 'Order ID' | 'Order Number', text: string): SheetRow | null;
  /**
   * The whole newest row that was made from content with one of these fingerprints, or replaces it after a replay; null
   * when there is none.
   * @param headers where to look; in both columns unless told otherwise.
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
  /** So many whole rows from a row number on, as far as there are any, in one call. */
  block(view: Places, from: number, count: number): readonly SheetRow[];
  /** Every value of a column, newest first: for the rare case that the head is lost. */
  column(view: Places, header: string): readonly Cell[];
}

/** Looks into the Orders tab. */
export interface OrdersBook {
  /** The Order ID of each row below the header, blank ones included. */
  ids(view: Places): readonly string[];
  /**
   * Rows as they stand, from a row number on (2 = the first below the header); dates are left out.
   * @param count how many; all to the end when null.
   */
  rows(view: Places, from: number, count: number | null): readonly SheetRow[];
  /** Every cell from the header row on, as far as any holds something: to tell whether anything has changed. */
  cells(): readonly (readonly unknown[])[];
  /** The note on the Order ID cell of each row. */
  idNotes(view: Places): readonly string[];
  /** Every Order Number that the Orders, Outbox and Activity tabs name: for the case that the Ledger has lost its head. */
  numbers(view: Places): readonly string[];
}

/** The Scratch tab: what stood in the rows that the last commit wrote. */
export interface ScratchBook {
  /** Null when nothing is there. */
  left(): LeftCopies | null;
}

/** The Activity tab as a whole. */
export interface ActivityArchive {
  /** How many lines it has. */
  lines(): number;
  /** Gives the tab that name and begins a new, empty one, at once: no line is lost on the way. */
  rollOver(archiveName: string, newSheetId: number): void;
}

/** A tab that the program cannot do without is gone, or one of its headers is missing or doubled. */
export class Unreadable extends Error {
  /** @param problem a sentence that names the header or tab. */
  constructor(readonly problem: string) {
    super(`${problem} CPS Orders > Set up this sheet brings it back.`);
  }
}

/** This program may not act here: in a copy, before set-up, or where a newer one has set the sheet up. The message says why. */
export class NotInForce extends Error {}

/** The Sheets service is not switched on for this script (docs/google.md G89): nothing works until a person has done so. */
export class ServiceOff extends NotInForce {
  override readonly name = 'ServiceOff';

  constructor() {
    super(
      'This script may not use the Google Sheets API yet: in the script editor (Extensions > Apps Script), click + beside Services, choose Google Sheets API and click Add; if it is listed already, remove it first.',
    );
  }
}

/** Finds out where the columns of some tabs stand, without what else a {@link WorkbookReader} reads. */
export interface HeaderReader {
  /**
   * One call per tab. @throws Unreadable when a tab is gone, or one of its headers is missing or doubled.
   * @param asFarAs tabs that are read as far as they are there.
   */
  read(tabs: readonly TabKey[], asFarAs?: readonly TabKey[]): Places;
}

/** The Rejected tab (docs/design.md 4.7). */
export interface RejectedBook {
  /** Adds a row, unless one with its Fingerprint is there; `lost` when the tab is gone or full: it is bounded in rows. */
  keep(view: WorkbookView, row: Row): 'kept' | 'known' | 'lost';
  /** What became of each row, from row 2 on. */
  states(view: WorkbookView): readonly string[];
  /** The row that the person has selected; null when the selection is elsewhere. Dates are left out. */
  selected(view: WorkbookView): SheetRow | null;
  /** Says in the row with this Fingerprint what became of it. */
  mark(view: WorkbookView, fingerprint: string, state: string): void;
}

/** Adds a row to one of the program's own tabs outside of any commit: it uses up none of the commits' writes. */
export interface RowAppender {
  /** Does nothing when the tab is gone. */
  append(view: WorkbookView, tab: TabKey, row: Row): void;
}

/** Lands a list of changes as a whole or not at all (docs/design.md 3.1). */
export interface Committer {
  /**
   * @param head the Ledger's head that the changes were made from, with the sequences as they are to be. When another
   * commit has landed since, nothing lands: so a commit that arrives late never lands on top of what came after it.
   * @param by who writes, in a few words: it stands in the head's token.
   */
  commit(view: WorkbookView, changes: readonly Change[], head: LedgerHead, by: string): CommitOutcome;
}

/**
 * `landed`; `stale`: another revision is in force, read again; `refused`: Google found the request wrong (a tab or
 * row is gone); `quota`: the writes of this minute are used up; in these three nothing landed and nothing will.
 * `unknown`: the call failed and was not seen to land; it may still land late.
 */
export type CommitOutcome =
  | {
      readonly outcome: 'landed';
      /** The Ledger's head that it left. */
      readonly head: LedgerHead;
      /** What stood in the rows that it wrote to; null when it wrote to none that people may move, or nobody can tell. */
      readonly former: Former | null;
    }
  | { readonly outcome: 'stale' | 'refused' | 'quota' | 'unknown'; readonly error: string };

/** An email as it leaves: exactly one recipient. */
export interface Email {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly senderName: string;
  /** Blank: answers go to the sender. */
  readonly replyTo: string;
}

export interface Mailer {
  /** Sends now. @throws EmailRefused for what is clear (quota, bad address); any other error means: nobody knows. */
  send(email: Email): void;
  /** How many more recipients the account may email today. */
  remaining(): number;
}

/** Sending failed and it is certain that nothing left. */
export class EmailRefused extends Error {
  constructor(
    readonly reason: 'quota' | 'address',
    message: string,
  ) {
    super(message);
  }
}

/** What a mark says of an email; `sentAt` is an instant as text, blank before it is sent. */
export interface OutboxMark {
  /** Whose mark it is, written along: rows may have moved since they were read. */
  readonly key: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly kindText: string;
  readonly to: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly sentAt: string;
  readonly error: string;
}

/** The Outbox; times are epoch milliseconds. Marks are plain cell writes after the commit (docs/design.md 3.7). */
export interface OutboxBook {
  /** All emails, with their rows. */
  all(view: WorkbookView): readonly SheetRow[];
  /** The state of each email, as it stands in its column. */
  states(view: WorkbookView): readonly string[];
  /** The emails from a row number on, to the end. */
  from(view: WorkbookView, row: number): readonly SheetRow[];
  /**
   * The same by the service that commits, which surely sees what this execution has just written (docs/google.md G86). What
   * is a date in the sheet comes as a serial number: of an email that was just claimed that is Created At alone.
   */
  justWritten(view: WorkbookView, row: number): readonly SheetRow[];
  mark(view: WorkbookView, at: number, mark: OutboxMark): void;
}

/** Notes on the cells below the header of a tab: how staff are told what is wrong with what they typed. */
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
  /** From now on what is typed in the column stays the text that was typed. Does nothing where there is no such column. */
  keepAsText(view: Places, tab: TabKey, header: string): void;
}

/** The Batches tab. */
export interface BatchBook {
  /** Every batch without its orders, oldest first. */
  heads(view: WorkbookView): readonly SheetRow[];
  /** The Orders cells of some rows, by row number. */
  orders(view: WorkbookView, rows: readonly number[]): ReadonlyMap<number, Cell>;
}
