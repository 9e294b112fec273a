import type { Config } from '../workbook/config';
import { emailKey, FIRST_VERSION, type OutboxEntry, outboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { departedSince, type EmailDay, readEmailDay } from './email-day';
import type { EmailPorts } from './email-ports';
import { gatesOf } from './gates';
import { handOver, type ReadyEmail } from './hand-over';
import { copyKeys, holdBackChanges } from './hold-back';
import type { ClaimedEmail } from './new-email';
import { allEmails, outboxFrom } from './read-emails';
import { quotaUsedUp } from './reasons';
import { receiptUseSince } from './receipts';
import { type HeldBack, passSendGate } from './send-gate';
import { repairSlippedMarks } from './slipped-marks';
import { tellOfHeldBack } from './tell-operator';
import { writeOutbox } from './write-outbox';

/** Rows of the Outbox above its last known one in which a claimed email is looked for. */
const WINDOW = 200;
/** So near to the end of the day's quota the account is asked instead of reckoned. */
const NEAR = 3;
/** More rows than this are held back by one commit, fewer by a mark each. */
const FEW = 2;

/**
 * Sends emails that this execution has claimed. Errors stay in the Outbox and never reach the caller, so a failing
 * email never fails an order. An execution that isn't allowed to send leaves everything to the operator's sweep.
 * @param claimedAt epoch milliseconds of the claim; emails that don't fit within its lease are left to the sweep.
 * @returns how many were sent.
 */
export const deliver = (
  ports: EmailPorts,
  view: WorkbookView,
  config: Config,
  emails: readonly ClaimedEmail[],
  claimedAt: number,
): number => {
  if (!ports.sends || emails.length === 0) return 0;
  try {
    return deliverAll(ports, view, config, emails, claimedAt);
  } catch {
    // Nothing else was started: these emails are still claimed, and the sweep will send them.
    return 0;
  }
};

const keyOf = ({ entry, kind, version = FIRST_VERSION }: ClaimedEmail): string =>
  emailKey(entry.order.id, kind, version);

const deliverAll = (...[ports, view, config, emails, claimedAt]: Parameters<typeof deliver>): number => {
  const day = readEmailDay(ports.properties);
  const { known, isLate } = emailsAround(ports, view, day, emails.map(keyOf));
  const byKey = new Map(known.map((email) => [email.key, email]));
  const places = new Map(emails.map(({ entry, ledgerAt }) => [entry.order.id, ledgerAt]));
  const ready = emails.flatMap((email) => {
    const row = byKey.get(keyOf(email));
    return row?.state === 'claimed' ? [row] : [];
  });
  const remaining = day && day.waiting > 0 ? 0 : remainingNow(ports, config, day, known, ready.length);
  const use = receiptUseSince(known, day, ports.clock.now().getTime());
  const { go, heldBack } = passSendGate(ready, gatesOf(ports, view, config, known, remaining, use));
  const copies = holdBack(ports, view, config, heldBack, known);
  const all = [...go, ...copies].map((email): ReadyEmail => ({ email, ledgerAt: places.get(email.orderId) ?? null }));
  // An execution that can't see its own commit yet knows it from its decision; it knows everything about a new order.
  const isNew = emails.every((email) => email.isNew);
  const own = isLate || isNew ? new Map(emails.map(({ entry }) => [entry.order.id, entry])) : null;
  const round = handOver(ports, view, config, all, { claimedAt, remaining, own, isNew });
  // A single email takes a second or two; with more, someone could sort the tab in the meantime.
  if (all.length > 1 && !isLate)
    repairSlippedMarks(
      ports,
      view,
      known,
      [...ready, ...copies].map(({ key }) => key),
    );
  const waiting = round.behind.map(
    (email): HeldBack => ({ email, state: 'waiting for quota', error: quotaUsedUp(''), copy: false }),
  );
  holdBack(ports, view, config, waiting, known);
  tellOfHeldBack(ports, heldBack);
  return round.sent;
};

/**
 * The rows where the claimed emails should be, and what was emailed lately. One call, unless the last commit isn't
 * visible yet (docs/google.md G86), in which case the service that committed has to be asked, or someone moved rows.
 */
const emailsAround = (
  { outbox }: EmailPorts,
  view: WorkbookView,
  day: EmailDay | null,
  keys: readonly string[],
): { readonly known: readonly OutboxEntry[]; readonly isLate: boolean } => {
  const from = Math.max(2, (day?.rows ?? 0) - WINDOW);
  const missingIn = (emails: readonly OutboxEntry[]) => {
    const found = new Set(emails.map(({ key }) => key));
    return keys.filter((key) => !found.has(key));
  };
  const near = outboxFrom(outbox, view, from);
  if (missingIn(near).length === 0) return { known: near, isLate: false };
  const late = outbox.justWritten(view, from).map(({ at, cells }) => outboxEntry(at, cells));
  const seen = new Set(near.map(({ key }) => key));
  const known = [...near, ...late.filter(({ key }) => !seen.has(key) && keys.includes(key))];
  if (missingIn(known).length === 0) return { known, isLate: true };
  return { known: allEmails(outbox, view), isLate: false };
};

/**
 * How many recipients the account may still email today. For a single email this is estimated from the last sweep's
 * figure and what was sent since, as long as that leaves enough; otherwise Google is asked. Before the first sweep
 * nothing is known, and Google's response to the email itself decides.
 */
const remainingNow = (
  { mailer }: EmailPorts,
  { settings }: Config,
  day: EmailDay | null,
  known: readonly OutboxEntry[],
  wanted: number,
): number => {
  if (wanted > 1) return mailer.remaining();
  if (!day) return Number.POSITIVE_INFINITY;
  const reckoned = day.remaining - departedSince(known, day.at);
  return reckoned - settings.emailReserve > NEAR ? reckoned : mailer.remaining();
};

/** Writes down what does not leave now. @returns the rows of copies for the test address, claimed by this execution. */
const holdBack = (
  ports: EmailPorts,
  view: WorkbookView,
  config: Config,
  heldBack: readonly HeldBack[],
  known: readonly OutboxEntry[],
): readonly OutboxEntry[] => {
  const keys = new Set(copyKeys(heldBack));
  if (keys.size === 0 && heldBack.length <= FEW) {
    for (const { email, state, error } of heldBack)
      ports.outbox.mark(view, email.at, { ...email, state, error, sentAt: '' });
    return [];
  }
  const changes = holdBackChanges(ports, heldBack, config.settings.testModeAddress);
  const landed = changes.length === 0 || writeOutbox(ports, view, () => changes);
  if (!landed || keys.size === 0) return [];
  const last = known.reduce((row, { at }) => Math.max(row, at), 1);
  const claimed = (emails: readonly OutboxEntry[]) =>
    emails.filter(({ key, state }) => keys.has(key) && state === 'claimed');
  const found = claimed(outboxFrom(ports.outbox, view, last + 1));
  if (found.length > 0) return found;
  return claimed(ports.outbox.justWritten(view, last + 1).map(({ at, cells }) => outboxEntry(at, cells)));
};
