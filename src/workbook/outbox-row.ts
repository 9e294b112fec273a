import { type EmailKind, emailKindOf } from '../domain/email-kind';
import { type Cell, type Row, textOf } from './layout';
import { type Reason, reasonIn } from './outbox-reason';

/** The states of an email (docs/design.md 3.7). */
export type OutboxState =
  | 'queued'
  | 'claimed'
  | 'handing over'
  | 'sent'
  | 'waiting for quota'
  | 'unsure'
  | 'failed'
  | 'held'
  | 'cancelled';

/** States of an email that has left, or may have. */
export const MAY_HAVE_LEFT: readonly string[] = ['sent', 'handing over', 'unsure'] satisfies readonly OutboxState[];

/** How long an execution may take between claiming an email and handing it over, in milliseconds. */
export const LEASE = 3 * 60_000;

/** An email that is no longer news is not sent any more, in milliseconds. */
export const STALE_AFTER = 72 * 3_600_000;

/** What is behind the order in a key: `1` for the email itself, `2` and on for what staff sent again. */
export const FIRST_VERSION = '1';

/** The unique key of an email: the same cause never makes two. */
export const emailKey = (orderId: string, kind: EmailKind, version: string | number = FIRST_VERSION): string =>
  `${kind}:${orderId}:${version}`;

/** The version in a key; an order id may hold colons itself. */
const versionOf = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/** The version of an email's copy to the test address, and of the n-th test that someone asked for. */
export const testCopyOf = (version: string): string => `${version}.test`;
export const testVersion = (nth: number): string => `test.${nth}`;

/** Whether an email is a test that goes to someone at the studio rather than to a customer. */
export const isTest = (version: string): boolean => version.includes('test');

/**
 * An email as it is written in the commit of its cause. The times that decide are instants ({@link instantText}); its making
 * is a serial number in the spreadsheet's time zone, for people.
 */
export interface NewEmail {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly kind: EmailKind;
  readonly to: string;
  readonly state: 'queued' | 'claimed' | 'sent' | 'held';
  /** Why it is held. */
  readonly error?: string;
  readonly leaseUntil: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly createdAt: number;
  /** `1` unless staff sent it again or tested it. */
  readonly version?: string;
}

export const outboxRow = (email: NewEmail): Row => ({
  Key: emailKey(email.orderId, email.kind, email.version),
  'Order ID': email.orderId,
  'Order Number': email.orderNumber,
  Kind: email.kind,
  To: email.to,
  State: email.state,
  Attempts: 0,
  'Lease Until': email.leaseUntil,
  'Not Before': email.notBefore,
  'Not After': email.notAfter,
  'Created At': email.createdAt,
  ...(email.error === undefined ? {} : { Error: email.error }),
});

/** An email as it is in the Outbox; times in epoch milliseconds, null where the cell is blank. */
export interface OutboxEntry {
  readonly at: number;
  readonly key: string;
  readonly version: string;
  readonly orderId: string;
  readonly orderNumber: string;
  /** Null: none of the kinds to customers, such as an alert. */
  readonly kind: EmailKind | null;
  /** The kind as it is in the row. */
  readonly kindText: string;
  readonly to: string;
  readonly state: string;
  readonly attempts: number;
  /** The Error cell, and the reason in it. */
  readonly error: string;
  readonly reason: Reason | null;
  readonly leaseUntil: number | null;
  /** False where the lease is an instant; rows of older programs hold local time. */
  readonly isLeaseLocal?: boolean;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  readonly sentAt: number | null;
  readonly createdAt: number | null;
}

/** The kind of what goes to the operator. */
export const ALERT = 'alert';
export const isAlert = ({ kindText }: Pick<OutboxEntry, 'kindText'>): boolean => kindText === ALERT;

/** An instant as text, or what older programs wrote: local time, read as epoch milliseconds. */
const timeIn = (cell: Cell | undefined): number | null => {
  const time = typeof cell === 'string' ? Date.parse(cell) : cell;
  return typeof time === 'number' && !Number.isNaN(time) ? time : null;
};

/** Reads a row of the Outbox; cells that hold a date come as epoch milliseconds. */
export const outboxEntry = (at: number, cells: Readonly<Record<string, Cell>>): OutboxEntry => ({
  at,
  key: textOf(cells.Key),
  version: versionOf(textOf(cells.Key)),
  orderId: textOf(cells['Order ID']),
  orderNumber: textOf(cells['Order Number']),
  kind: emailKindOf(textOf(cells.Kind)),
  kindText: textOf(cells.Kind),
  to: textOf(cells.To),
  state: textOf(cells.State),
  attempts: Number(cells.Attempts) || 0,
  error: textOf(cells.Error),
  reason: reasonIn(textOf(cells.Error)),
  leaseUntil: timeIn(cells['Lease Until']),
  isLeaseLocal: typeof cells['Lease Until'] === 'number',
  notBefore: timeIn(cells['Not Before']),
  notAfter: timeIn(cells['Not After']),
  sentAt: timeIn(cells['Sent At']),
  createdAt: timeIn(cells['Created At']),
});

const HOUR = 3_600_000;

/**
 * When the lease of an email ends, epoch milliseconds; 0 without one. Older programs wrote local time, and the hour in which
 * clocks are set back comes twice: such a lease that seems to have ended an hour ago may be one of this moment.
 */
export const leaseEnd = (
  { leaseUntil, isLeaseLocal = true }: Pick<OutboxEntry, 'leaseUntil' | 'isLeaseLocal'>,
  now: number,
): number => {
  if (leaseUntil === null) return 0;
  if (!isLeaseLocal) return leaseUntil;
  const later = leaseUntil + HOUR;
  return later >= now && later <= now + LEASE ? later : leaseUntil;
};
