import type { SheetRow } from '../core/ports';
import type { Moment } from '../core/work';
import type { EmailKind } from '../domain/email-kind';
import { timeText } from '../domain/text/for-people';
import { type ClaimedEmail, newEmail } from '../email/new-email';
import { entryOf } from '../ledger/lookup';
import type { IndexEntry } from '../ledger/row-owner';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import { contentKeyOf, contentKeyOfRow, detailsOfRow } from '../workbook/content-key';
import { emailSetting } from '../workbook/emails';
import { identityOf } from '../workbook/identity';
import { textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerRow } from '../workbook/ledger-row';
import { isTest, type NewEmail, outboxEntry, outboxRow } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { instantText } from '../workbook/zone-instant';
import type { Case, KnownEmail } from './case';
import { decide, needsEmails } from './decide';
import { type Decision, isIdle } from './decision';
import type { Hint } from './hint';
import type { ReconcilePorts } from './reconcile-ports';

/** A row with its order, to be decided about. */
export interface Candidate {
  readonly row: SheetRow;
  readonly ledgerAt: number;
  readonly entry: LedgerEntry;
  readonly hint: Hint;
}

/** What was decided for one order. */
export interface Decided extends Candidate {
  readonly decision: Decision;
}

/** The outcome of decisions: the changes of one commit, and what it settles once it has landed. */
export interface Settling {
  readonly changes: readonly Change[];
  readonly settled: Settled;
  /** Whether there are more of them than one commit takes. */
  readonly isMore: boolean;
}

/** Decisions that have landed, and the emails among them that this execution has claimed. */
export interface Settled {
  readonly decided: readonly Decided[];
  readonly emails: readonly ClaimedEmail[];
}

/** Whether a row differs from the Ledger, as far as the Ledger's index shows. */
const differs = ({ cells }: SheetRow, entry: IndexEntry): boolean =>
  cells.Status !== entry.status ||
  cells['Shipping Status'] !== entry.shipping ||
  entry.flag !== '' ||
  contentKeyOfRow(cells) !== entry.contentKey ||
  detailsOfRow(cells) !== entry.details;

/** Decides about candidates; reads the Outbox only when an undo depends on it. */
export const decideAll = (
  ports: ReconcilePorts,
  view: WorkbookView,
  candidates: readonly Candidate[],
  now: string,
): Decided[] => {
  const asCase = ({ row, entry, hint }: Candidate, emails: readonly KnownEmail[] | null): Case => ({
    row: row.cells,
    entry,
    hint,
    now,
    emails,
  });
  const known = candidates.some((candidate) => needsEmails(asCase(candidate, null)))
    ? emailsByOrder(ports, view)
    : new Map();
  return candidates.map((candidate) => ({
    ...candidate,
    decision: decide(asCase(candidate, known.get(candidate.entry.order.id) ?? [])),
  }));
};

/** Each order's emails to its customer, from one read of the Outbox; test emails don't count. */
export const emailsByOrder = (ports: ReconcilePorts, view: WorkbookView): Map<string, KnownEmail[]> => {
  const byOrder = new Map<string, KnownEmail[]>();
  const now = ports.clock.local(ports.clock.now());
  for (const { at, cells } of ports.outbox.all(view)) {
    const email = outboxEntry(at, cells);
    if (isTest(email.version)) continue;
    const time = email.sentAt === null ? '' : timeText(ports.clock.local(new Date(email.sentAt)), now);
    const known = { kind: email.kind, state: email.state as KnownEmail['state'], time, at };
    const others = byOrder.get(email.orderId);
    if (others) others.push(known);
    else byOrder.set(email.orderId, [known]);
  }
  return byOrder;
};

/** The changes of one decided row. */
const changesOf = (
  ports: ReconcilePorts,
  view: WorkbookView,
  config: Config,
  it: Decided,
  now: string,
  when: number,
): Change[] => {
  const { decision, row, hint } = it;
  const entry = decision.entry ?? it.entry;
  const changes: Change[] = [];
  if (Object.keys(decision.cells).length > 0 || Object.keys(decision.notes).length > 0) {
    const was = identityOf(row.cells, decision.cells);
    changes.push({ change: 'update', tab: 'orders', at: row.at, was, row: decision.cells, notes: decision.notes });
  }
  if (decision.entry)
    changes.push({ change: 'update', tab: 'ledger', at: it.ledgerAt, row: ledgerRow(decision.entry) });
  for (const kind of decision.emails) {
    if (!emailSetting(view.emails, kind).on) continue;
    changes.push({
      change: 'append',
      tab: 'outbox',
      row: outboxRow(statusEmail(ports, config, entry, kind, now)),
    });
  }
  for (const event of decision.events) {
    const { id: orderId, number: orderNumber } = entry.order;
    changes.push({
      change: 'append',
      tab: 'activity',
      row: activityRow({ ...event, when, orderId, orderNumber, by: hint.by }),
    });
  }
  return changes;
};

/** An email about a step: claimed and sent right away, or held for as long as Settings say (docs/design.md 5.3). */
const statusEmail = (
  ports: ReconcilePorts,
  config: Config,
  entry: LedgerEntry,
  kind: EmailKind,
  now: string,
): NewEmail => {
  const email = newEmail(ports.clock, entry.order, kind, now, leavesNow(ports, config));
  const wait = config.settings.statusEmailWait * 60_000;
  if (wait === 0) return email;
  return { ...email, notBefore: instantText(ports.clock, Date.parse(now) + wait) };
};

/** Emails of an undone step are withdrawn before they are sent. */
const withdrawals = (ports: ReconcilePorts, view: WorkbookView, decided: readonly Decided[]): Change[] => {
  const gone = new Set(
    decided.flatMap(({ entry, decision }) => decision.withdrawn.map((kind) => `${entry.order.id} ${kind}`)),
  );
  if (gone.size === 0) return [];
  return ports.outbox.all(view).flatMap(({ at, cells }): Change[] => {
    const email = outboxEntry(at, cells);
    if (!gone.has(`${email.orderId} ${email.kind}`) || email.state === 'sent' || isTest(email.version)) return [];
    // The key is freed: the same step, made again, sends its email again.
    const row = {
      Key: `${email.key}:undone:${at}`,
      State: 'cancelled',
      Error: 'The step was undone before this email was sent.',
    };
    const was = { 'Order ID': email.orderId, Kind: email.kind ?? '', To: email.to, Attempts: email.attempts };
    return [{ change: 'update', tab: 'outbox', at, was, row }];
  });
};

/** Whether this execution sends the emails of its own commit; else the operator's sweep does. */
const leavesNow = (ports: ReconcilePorts, { settings }: Config): boolean =>
  ports.sends && settings.statusEmailWait === 0;

/** Orders that one commit takes. */
export const PORTION = 500;

/**
 * Carries decisions out in one commit: those of the first {@link PORTION} orders that change. The rest is decided again
 * from a new read.
 */
export const settling = (
  ports: ReconcilePorts,
  { view, config, now, when }: Moment,
  decided: readonly Decided[],
): Settling => {
  const busy = decided.filter(({ decision }) => !isIdle(decision));
  const portion = busy.slice(0, PORTION);
  const isMore = busy.length > PORTION;
  const changes = [
    ...portion.flatMap((it) => changesOf(ports, view, config, it, now, when)),
    ...withdrawals(ports, view, portion),
  ];
  const emails = portion.flatMap(({ entry, decision, ledgerAt }) =>
    decision.emails
      .filter((kind) => emailSetting(view.emails, kind).on && leavesNow(ports, config))
      .map((kind) => ({ entry: decision.entry ?? entry, kind, ledgerAt })),
  );
  return { changes, settled: { decided: portion, emails }, isMore };
};

/** The orders of some rows, read from the Ledger with few calls; rows that match the Ledger are left out. */
export const candidatesOf = (
  ports: ReconcilePorts,
  view: WorkbookView,
  rows: readonly SheetRow[],
  index: readonly IndexEntry[],
  hint: Hint,
): Candidate[] => {
  const byId = new Map(index.map((entry) => [entry.id, entry]));
  const differing = rows.filter((row) => {
    const entry = byId.get(textOf(row.cells['Order ID']));
    return entry !== undefined && differs(row, entry);
  });
  const wanted = differing.map((row) => byId.get(textOf(row.cells['Order ID']))?.at ?? 0);
  const entries = new Map(ports.ledger.whole(view, wanted).map((row) => [row.at, entryOf(row)]));
  return differing.flatMap((row, place) => {
    const ledgerAt = wanted[place] ?? 0;
    const entry = entries.get(ledgerAt);
    return entry && isOf(entry, row) ? [{ row, ledgerAt, entry, hint }] : [];
  });
};

/** One row's order, found by its id: two calls, whatever the Ledger's size. */
export const candidateOf = (ports: ReconcilePorts, view: WorkbookView, row: SheetRow, hint: Hint): Candidate | null => {
  const found = ports.ledger.find(view, 'Order ID', textOf(row.cells['Order ID']));
  const entry = entryOf(found);
  return found && entry && isOf(entry, row) ? { row, ledgerAt: found.at, entry, hint } : null;
};

/** Whether the Ledger's row is still of the row's order: Ledger rows move while they are being read. */
const isOf = ({ order }: LedgerEntry, { cells }: SheetRow): boolean => order.id === textOf(cells['Order ID']);

/** Whether a row is the order that the Ledger has under its id. */
export const isGenuine = (row: SheetRow, entry: LedgerEntry): boolean =>
  contentKeyOfRow(row.cells) === contentKeyOf(entry.order);
