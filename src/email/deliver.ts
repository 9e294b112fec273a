import type { Config } from '../workbook/config';
import { FIRST_VERSION, mailKey, type OutboxEntry, outboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { gatesOf } from './gates';
import { handOver, type ReadyMail } from './hand-over';
import { copyKeys, holdBackChanges } from './hold-back';
import { departedSince, type MailDay, readMailDay } from './mail-day';
import type { MailPorts } from './mail-ports';
import type { ClaimedMail } from './new-mail';
import { allMails, outboxFrom } from './read-mails';
import { quotaUsedUp } from './reasons';
import { receiptUseSince } from './receipts';
import { type HeldBack, passSendGate } from './send-gate';
import { repairSlippedMarks } from './slipped-marks';
import { tellOfHeldBack } from './tell-operator';
import { writeOutbox } from './write-outbox';

/** Rows of the Outbox above its last known one in which a claimed mail is looked for. */
const WINDOW = 200;
/** So near to the end of the day's quota the account is asked instead of reckoned. */
const NEAR = 3;
/** More rows than this are held back by one commit, fewer by a mark each. */
const FEW = 2;

/**
 * Sends mails that this execution has claimed. Whatever goes wrong stays in the Outbox and never reaches the caller: a
 * failing mail fails no order. An execution that may not send leaves all to the operator's sweep.
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
  if (!ports.sends || mails.length === 0) return 0;
  try {
    return deliverAll(ports, view, config, mails, claimedAt);
  } catch {
    // Nothing more was begun: these mails are still claimed, and the sweep makes them good.
    return 0;
  }
};

const keyOf = ({ entry, kind, version = FIRST_VERSION }: ClaimedMail): string => mailKey(entry.order.id, kind, version);

const deliverAll = (...[ports, view, config, mails, claimedAt]: Parameters<typeof deliver>): number => {
  const day = readMailDay(ports.properties);
  const { known, isLate } = mailsAround(ports, view, day, mails.map(keyOf));
  const byKey = new Map(known.map((mail) => [mail.key, mail]));
  const places = new Map(mails.map(({ entry, ledgerAt }) => [entry.order.id, ledgerAt]));
  const ready = mails.flatMap((mail) => {
    const row = byKey.get(keyOf(mail));
    return row?.state === 'claimed' ? [row] : [];
  });
  const remaining = day && day.waiting > 0 ? 0 : remainingNow(ports, config, day, known, ready.length);
  const use = receiptUseSince(known, day, ports.clock.now().getTime());
  const { go, heldBack } = passSendGate(ready, gatesOf(ports, view, config, known, remaining, use));
  const copies = holdBack(ports, view, config, heldBack, known);
  const all = [...go, ...copies].map((mail): ReadyMail => ({ mail, ledgerAt: places.get(mail.orderId) ?? null }));
  // What this execution cannot see yet of its own commit it knows from deciding about it.
  const own = isLate ? new Map(mails.map(({ entry }) => [entry.order.id, entry])) : null;
  const round = handOver(ports, view, config, all, { claimedAt, remaining, own });
  // A single mail takes a second or two; with more there is time for somebody to sort the tab.
  if (all.length > 1 && !isLate)
    repairSlippedMarks(
      ports,
      view,
      known,
      [...ready, ...copies].map(({ key }) => key),
    );
  const waiting = round.behind.map(
    (mail): HeldBack => ({ mail, state: 'waiting for quota', error: quotaUsedUp(''), copy: false }),
  );
  holdBack(ports, view, config, waiting, known);
  tellOfHeldBack(ports, heldBack);
  return round.sent;
};

/**
 * The rows where a claimed mail must stand, and what was mailed lately: one call unless what was just committed is not seen
 * yet (docs/google.md G86), when the service that committed tells, or somebody moved rows about.
 */
const mailsAround = (
  { outbox }: MailPorts,
  view: WorkbookView,
  day: MailDay | null,
  keys: readonly string[],
): { readonly known: readonly OutboxEntry[]; readonly isLate: boolean } => {
  const from = Math.max(2, (day?.rows ?? 0) - WINDOW);
  const missingIn = (mails: readonly OutboxEntry[]) => {
    const found = new Set(mails.map(({ key }) => key));
    return keys.filter((key) => !found.has(key));
  };
  const near = outboxFrom(outbox, view, from);
  if (missingIn(near).length === 0) return { known: near, isLate: false };
  const late = outbox.justWritten(view, from).map(({ at, cells }) => outboxEntry(at, cells));
  const seen = new Set(near.map(({ key }) => key));
  const known = [...near, ...late.filter(({ key }) => !seen.has(key) && keys.includes(key))];
  if (missingIn(known).length === 0) return { known, isLate: true };
  return { known: allMails(outbox, view), isLate: false };
};

/**
 * How many recipients the account may still mail today: for a single mail reckoned from the last sweep's look and what
 * has left since, when that leaves enough; else asked. Before the first look nothing is known, and Google's answer to
 * the mail itself tells.
 */
const remainingNow = (
  { mailer }: MailPorts,
  { settings }: Config,
  day: MailDay | null,
  known: readonly OutboxEntry[],
  wanted: number,
): number => {
  if (wanted > 1) return mailer.remaining();
  if (!day) return Number.POSITIVE_INFINITY;
  const reckoned = day.remaining - departedSince(known, day.at);
  return reckoned - settings.mailReserve > NEAR ? reckoned : mailer.remaining();
};

/** Writes down what does not leave now. @returns the rows of copies for the test address, claimed by this execution. */
const holdBack = (
  ports: MailPorts,
  view: WorkbookView,
  config: Config,
  heldBack: readonly HeldBack[],
  known: readonly OutboxEntry[],
): readonly OutboxEntry[] => {
  const keys = new Set(copyKeys(heldBack));
  if (keys.size === 0 && heldBack.length <= FEW) {
    for (const { mail, state, error } of heldBack)
      ports.outbox.mark(view, mail.at, { ...mail, state, error, sentAt: '' });
    return [];
  }
  const changes = holdBackChanges(ports, heldBack, config.settings.testModeAddress);
  const landed = changes.length === 0 || writeOutbox(ports, view, () => changes);
  if (!landed || keys.size === 0) return [];
  const last = known.reduce((row, { at }) => Math.max(row, at), 1);
  const claimed = (mails: readonly OutboxEntry[]) =>
    mails.filter(({ key, state }) => keys.has(key) && state === 'claimed');
  const found = claimed(outboxFrom(ports.outbox, view, last + 1));
  if (found.length > 0) return found;
  return claimed(ports.outbox.justWritten(view, last + 1).map(({ at, cells }) => outboxEntry(at, cells)));
};
