import { type MailKind, mailKindOf } from '../domain/mail-kind';
import { type Cell, type Row, textOf } from './layout';
import { type Reason, reasonIn } from './outbox-reason';

/** The states of a mail (docs/design.md 3.7). */
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

/** States of a mail that has left, or may have. */
export const MAY_HAVE_LEFT: readonly string[] = ['sent', 'handing over', 'unsure'] satisfies readonly OutboxState[];

/** How long an execution may take between claiming a mail and handing it over, in milliseconds. */
export const LEASE = 3 * 60_000;

/** A mail that is no longer news is not sent any more, in milliseconds. */
export const STALE_AFTER = 72 * 3_600_000;

/** What stands behind the order in a key: `1` for the mail itself, `2` and on for what staff sent again. */
export const FIRST_VERSION = '1';

/** The unique key of a mail: the same cause never makes two. */
export const mailKey = (orderId: string, kind: MailKind, version: string | number = FIRST_VERSION): string =>
  `${kind}:${orderId}:${version}`;

/** The version in a key; an order id may hold colons itself. */
const versionOf = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/** The version of a mail's copy to the test address, and of the n-th test that a person asked for. */
export const testCopyOf = (version: string): string => `${version}.test`;
export const testVersion = (nth: number): string => `test.${nth}`;

/** Whether a mail goes to a person of the studio, for a look at it; it says nothing to a customer. */
export const isTest = (version: string): boolean => version.includes('test');

/** A mail as it is written in the commit of its cause. Times are serial numbers in the spreadsheet's time zone. */
export interface NewMail {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly state: 'queued' | 'claimed' | 'sent' | 'held';
  /** Why it is held. */
  readonly error?: string;
  readonly leaseUntil: number | '';
  readonly notBefore: number | '';
  readonly notAfter: number | '';
  readonly createdAt: number;
  /** `1` unless staff sent it again or tested it. */
  readonly version?: string;
}

export const outboxRow = (mail: NewMail): Row => ({
  Key: mailKey(mail.orderId, mail.kind, mail.version),
  'Order ID': mail.orderId,
  'Order Number': mail.orderNumber,
  Kind: mail.kind,
  To: mail.to,
  State: mail.state,
  Attempts: 0,
  'Lease Until': mail.leaseUntil,
  'Not Before': mail.notBefore,
  'Not After': mail.notAfter,
  'Created At': mail.createdAt,
  ...(mail.error === undefined ? {} : { Error: mail.error }),
});

/** A mail as it stands in the Outbox; times in epoch milliseconds, null where the cell is blank. */
export interface OutboxEntry {
  readonly at: number;
  readonly key: string;
  readonly version: string;
  readonly orderId: string;
  readonly orderNumber: string;
  /** Null: none of the kinds to customers, such as an alert. */
  readonly kind: MailKind | null;
  /** The kind as it stands in the row. */
  readonly kindText: string;
  readonly to: string;
  readonly state: string;
  readonly attempts: number;
  /** The Error cell, and the reason in it. */
  readonly error: string;
  readonly reason: Reason | null;
  readonly leaseUntil: number | null;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  readonly sentAt: number | null;
  readonly createdAt: number | null;
}

/** The kind of what goes to the operator. */
export const ALERT = 'alert';
export const isAlert = ({ kindText }: Pick<OutboxEntry, 'kindText'>): boolean => kindText === ALERT;

const timeIn = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** Reads a row of the Outbox whose times are epoch milliseconds. */
export const outboxEntry = (at: number, cells: Readonly<Record<string, Cell>>): OutboxEntry => ({
  at,
  key: textOf(cells.Key),
  version: versionOf(textOf(cells.Key)),
  orderId: textOf(cells['Order ID']),
  orderNumber: textOf(cells['Order Number']),
  kind: mailKindOf(textOf(cells.Kind)),
  kindText: textOf(cells.Kind),
  to: textOf(cells.To),
  state: textOf(cells.State),
  attempts: Number(cells.Attempts) || 0,
  error: textOf(cells.Error),
  reason: reasonIn(textOf(cells.Error)),
  leaseUntil: timeIn(cells['Lease Until']),
  notBefore: timeIn(cells['Not Before']),
  notAfter: timeIn(cells['Not After']),
  sentAt: timeIn(cells['Sent At']),
  createdAt: timeIn(cells['Created At']),
});

const HOUR = 3_600_000;

/**
 * When the lease of a mail ends, epoch milliseconds; 0 without one. A cell holds local time, and the hour in which
 * clocks are set back comes twice: a lease that seems to have ended an hour ago may be one of this moment.
 */
export const leaseEnd = ({ leaseUntil }: Pick<OutboxEntry, 'leaseUntil'>, now: number): number => {
  if (leaseUntil === null) return 0;
  const later = leaseUntil + HOUR;
  return later >= now && later <= now + LEASE ? later : leaseUntil;
};
