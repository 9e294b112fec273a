import type { MailKind } from '../domain/mail-kind';
import { type Clock, type Mailer, MailRefused, type OutboxBook } from '../ports';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import type { LedgerEntry } from '../workbook/ledger-row';
import { LEASE, mailKey, type OutboxState } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { type MailFacts, writeOrderMail } from './order-mail';
import { chooseTemplate } from './templates';

/** What sending needs from the world. */
export interface MailPorts {
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly outbox: OutboxBook;
}

/** A mail that this execution has claimed: its lease began at `claimedAt`. */
export interface ClaimedMail {
  readonly entry: LedgerEntry;
  readonly kind: MailKind;
  readonly attempts: number;
}

/** Within the last part of a lease no further mail is handed over: another execution may take it up soon. */
const MARGIN = 45_000;

/**
 * Sends claimed mails one by one: marks each `handing over`, sends, marks it `sent`. Whatever goes wrong stays in the
 * Outbox and never reaches the caller: a failing mail fails no order, and one bad row never stops the others.
 * @param claimedAt epoch milliseconds of the claim; what its lease leaves no time for is left to the sweep.
 * @returns how many were sent.
 */
export const deliver = (
  ports: MailPorts,
  view: WorkbookView,
  config: Config,
  mails: readonly ClaimedMail[],
  claimedAt: number,
): number => {
  if (mails.length === 0) return 0;
  let sent = 0;
  try {
    const rows = ports.outbox.rowsOf(view, mails.map(keyOf));
    for (const mail of mails) {
      if (ports.clock.now().getTime() > claimedAt + LEASE - MARGIN) break;
      const at = rows.get(keyOf(mail));
      if (at === undefined) continue;
      const state = tryOne(ports, view, config, mail, at);
      if (state === 'sent') sent++;
      if (state === 'waiting for quota') break;
    }
  } catch {
    // Nothing was begun: the mails are still claimed, and the sweep makes them good.
  }
  return sent;
};

const keyOf = ({ entry, kind }: ClaimedMail): string => mailKey(entry.order.id, kind);

/** The row says how far its mail came: claimed is made good by the sweep, handing over waits for a person. */
const tryOne = (...mail: Parameters<typeof deliverOne>): OutboxState | null => {
  try {
    return deliverOne(...mail);
  } catch {
    return null;
  }
};

const deliverOne = (
  { clock, mailer, outbox }: MailPorts,
  view: WorkbookView,
  config: Config,
  { entry, kind, attempts }: ClaimedMail,
  at: number,
): OutboxState => {
  const mark = (state: OutboxState, tries: number, error = '', sentAt: number | '' = ''): OutboxState => {
    outbox.mark(view, at, { state, attempts: tries, error, sentAt });
    return state;
  };
  const chosen = chooseTemplate(view.emails, kind);
  if ('fault' in chosen) return mark('held', attempts, chosen.fault);
  const mail = writeOrderMail(chosen.template, factsOf(clock, entry, config));
  mark('handing over', attempts + 1);
  try {
    mailer.send(mail);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return mark(stateAfter(error), attempts + 1, message);
  }
  return mark('sent', attempts + 1, '', serialOf(clock.local(clock.now())));
};

/** Quota and a bad address are clear: nothing left. Anything else thrown while sending means that nobody knows. */
const stateAfter = (error: unknown): OutboxState => {
  if (!(error instanceof MailRefused)) return 'unsure';
  return error.reason === 'quota' ? 'waiting for quota' : 'failed';
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2026-11-23T...` as `November 23, 2026`. */
const dayInWords = (local: string): string => {
  const [year, month, day] = local.slice(0, 10).split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`;
};

const factsOf = (clock: Clock, entry: LedgerEntry, config: Config): MailFacts => {
  const { paid } = entry.progress;
  return {
    order: entry.order,
    status: entry.status,
    wasPaid: paid !== undefined,
    event: config.events.get(entry.order.eventCode.toUpperCase()) ?? null,
    settings: config.settings,
    paidDate: paid ? dayInWords(clock.local(new Date(paid))) : '',
    trackingLink: '',
    statusLink: '',
    feedbackLink: '',
  };
};
