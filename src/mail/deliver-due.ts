import { MAIL_KINDS, type MailKind } from '../domain/mail-kind';
import { entryOf } from '../intake/ledger-lookup';
import type { LedgerBook, Lock } from '../ports';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { type Cell, textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { LEASE, type OutboxEntry, outboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { type ClaimedMail, deliver, type MailPorts } from './deliver';
import { isStillTrue } from './is-true';

export interface DueMailPorts extends MailPorts {
  readonly lock: Lock;
  readonly ledger: LedgerBook;
  /** Writes cells of Outbox rows at once, under the lock. */
  readonly claims: OutboxClaims;
}

/** Writes by which the sweep takes mails up, and sets aside those that must not leave. */
export interface OutboxClaims {
  write(
    view: WorkbookView,
    rows: readonly { readonly at: number; readonly cells: Readonly<Record<string, Cell>> }[],
  ): void;
}

/** Mails that one run takes up; the next run takes the rest. */
const MOST_PER_RUN = 100;

/** What is to happen with an open mail now; null: nothing yet. */
const nextStep = (mail: OutboxEntry, now: number): 'claim' | 'unsure' | 'too late' | null => {
  const isExpired = mail.leaseUntil === null || mail.leaseUntil < now;
  if (mail.state === 'handing over') return isExpired ? 'unsure' : null;
  const isOpen =
    mail.state === 'queued' || mail.state === 'waiting for quota' || (mail.state === 'claimed' && isExpired);
  if (!isOpen) return null;
  if (mail.notBefore !== null && mail.notBefore > now) return null;
  return mail.notAfter !== null && mail.notAfter < now ? 'too late' : 'claim';
};

const priority = (mail: OutboxEntry): number => MAIL_KINDS.indexOf(mail.kind as MailKind);

/**
 * The operator's sweep: takes up what a dead execution or a staff member left behind, receipts first, and sets aside
 * what nobody knows about (design.md 3, Mail). Returns how many mails were sent.
 */
export const deliverDue = (ports: DueMailPorts, view: WorkbookView, config: Config): number => {
  if (!ports.lock.tryLock(10_000)) return 0;
  const now = ports.clock.now().getTime();
  const claimed: ClaimedMail[] = [];
  try {
    const open = ports.outbox
      .all(view)
      .map(({ at, cells }) => outboxEntry(at, cells))
      .map((mail) => ({ mail, step: nextStep(mail, now) }))
      .filter(({ step }) => step !== null);
    if (open.length === 0) return 0;
    const due = open
      .filter(({ step }) => step === 'claim')
      .sort((a, b) => priority(a.mail) - priority(b.mail) || a.mail.at - b.mail.at)
      .slice(0, MOST_PER_RUN);
    const entries =
      due.length > 0 ? entriesOf(ports.ledger, view, new Set(due.map(({ mail }) => mail.orderId))) : new Map();
    const writes: { at: number; cells: Record<string, Cell> }[] = [];
    for (const { mail, step } of open) {
      if (step === 'unsure') writes.push({ at: mail.at, cells: { State: 'unsure', Error: UNSURE } });
      if (step === 'too late') writes.push({ at: mail.at, cells: { State: 'cancelled', Error: TOO_LATE } });
    }
    for (const { mail } of due) {
      const entry = entries.get(mail.orderId);
      if (!entry || !isStillTrue(mail.kind, entry)) {
        writes.push({
          at: mail.at,
          cells: { State: 'cancelled', Error: entry ? NOT_TRUE : 'There is no such order.' },
        });
        continue;
      }
      const leaseUntil = serialOf(ports.clock.local(new Date(now + LEASE)));
      writes.push({ at: mail.at, cells: { State: 'claimed', 'Lease Until': leaseUntil } });
      claimed.push({ entry, kind: mail.kind as MailKind, attempts: mail.attempts });
    }
    ports.claims.write(view, writes);
  } finally {
    ports.lock.release();
  }
  return deliver(ports, view, config, claimed, now);
};

const UNSURE =
  'The program stopped while handing this mail over: nobody knows whether it left. Look into the Sent folder.';
const TOO_LATE = 'Not sent: it would have come too late to be news.';
const NOT_TRUE = 'Not sent: the order has moved on since.';

const entriesOf = (ledger: LedgerBook, view: WorkbookView, ids: ReadonlySet<string>): Map<string, LedgerEntry> => {
  const rows = ledger.index(view).filter((row) => ids.has(textOf(row.cells['Order ID'])));
  const entries = ledger
    .whole(
      view,
      rows.map((row) => row.at),
    )
    .map(entryOf);
  return new Map(entries.flatMap((entry) => (entry ? [[entry.order.id, entry] as const] : [])));
};
