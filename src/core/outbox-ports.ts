import type { OutboxState } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import type { SheetRow } from './ports';

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
  /**
   * Sends now. @throws EmailRefused if it surely wasn't sent (quota, bad address); after any other error it's
   * uncertain.
   */
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
  /** The state of each email, as in its column. */
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
