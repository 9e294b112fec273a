import type { MailKind } from '../domain/mail-kind';
import { type Cell, type Row, textOf } from './layout';

/** The states of a mail (design.md 3, Mail). */
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

/** How long an execution may take between claiming a mail and handing it over, in milliseconds. */
export const LEASE = 3 * 60_000;

/** A mail that is no longer news is not sent any more, in milliseconds. */
export const STALE_AFTER = 72 * 3_600_000;

/** The unique key of a mail: the same cause never makes two. */
export const mailKey = (orderId: string, kind: string, version = 1): string => `${kind}:${orderId}:${version}`;

/** A mail as it is written in the commit of its cause. Times are serial numbers in the spreadsheet's time zone. */
export interface NewMail {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly state: 'queued' | 'claimed';
  readonly leaseUntil: number | '';
  readonly notBefore: number | '';
  readonly notAfter: number;
  readonly createdAt: number;
}

export const outboxRow = (mail: NewMail): Row => ({
  Key: mailKey(mail.orderId, mail.kind),
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
});

/** A mail as it stands in the Outbox; times in epoch milliseconds, null where the cell is blank. */
export interface OutboxEntry {
  readonly at: number;
  readonly key: string;
  readonly orderId: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly leaseUntil: number | null;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  readonly sentAt: number | null;
}

const timeIn = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** Reads a row of the Outbox whose times are epoch milliseconds. */
export const outboxEntry = (at: number, cells: Readonly<Record<string, Cell>>): OutboxEntry => ({
  at,
  key: textOf(cells.Key),
  orderId: textOf(cells['Order ID']),
  kind: textOf(cells.Kind),
  state: textOf(cells.State),
  attempts: Number(cells.Attempts) || 0,
  leaseUntil: timeIn(cells['Lease Until']),
  notBefore: timeIn(cells['Not Before']),
  notAfter: timeIn(cells['Not After']),
  sentAt: timeIn(cells['Sent At']),
});
