import { type EmailKind, emailOfStep } from '../domain/email-kind';
import type { Standing } from '../domain/order';
import { isHandedOver, parseOrderStatus, STATUS_FACTS } from '../domain/statuses';
import { textOf } from '../workbook/layout';
import { type LedgerEntry, type Progress, withNewLinks } from '../workbook/ledger-row';
import { ordersRow } from '../workbook/orders-row';
import type { Case } from './case';
import { correction } from './correction';
import { type Concern, type Decision, type Event, NOTHING } from './decision';
import { aboutText, heldRow, isHeldAsSortedAlone, toldOfStatuses, withConcerns } from './flagging';
import { describeSource, type Hint } from './hint';
import {
  ADDRESS_COLUMNS,
  acceptedErrors,
  customerDifferences,
  differenceConcerns,
  isCustomerColumn,
  isForeign,
  type SheetCells,
} from './row-check';
import { type Refused, type Transition, transition } from './transition';
import { decideUndo, undoTarget } from './undo';

const asked = (row: SheetCells) => ({ status: textOf(row.Status), shipping: textOf(row['Shipping Status']) });

/** What columns L and Q of a row mean for its order. */
const movesOf = ({ row, entry, hint }: Case): Transition =>
  transition(entry, asked(row), entry.order.fulfillment, hint.seen);

/** Whether the decision depends on whether an email was sent: then read the Outbox first. */
export const needsEmails = (it: Case): boolean =>
  it.emails === null && !isForeign(it.entry.order, it.row) && undoTarget(it) !== null;

/**
 * What to do about one row (docs/design.md 3.2 and 5): accept, revert or flag; which emails, which log lines. Pure:
 * the same row, entry and hint always give the same decision, and a row that matches the Ledger gives none.
 */
export const decide = (it: Case): Decision => {
  const moves = movesOf(it);
  const differs = moves.steps.length > 0 || moves.refused.length > 0;
  const isMoved = differs && !touchesOtherColumns(it.hint);
  if (isMoved && isDoubtful(it)) {
    return withConcerns(NOTHING, it.entry, [heldRow(it.entry, it.row, !isForeign(it.entry.order, it.row))]);
  }
  const undo = isMoved ? undoTarget(it) : null;
  if (undo) {
    const { decision, refused } = decideUndo(it, undo);
    return concluded(it, refused ? move(it, { steps: [], refused: [refused] }) : { decision, concerns: [] });
  }
  const corrected = takeCorrection(it);
  const base: Case = { ...it, entry: corrected.entry };
  const moved = isMoved
    ? move(base, movesOf(base))
    : differs
      ? leftToSweep(base)
      : { decision: tidied(base), concerns: [] };
  return concluded(base, {
    decision: merged(base, moved.decision, corrected),
    concerns: [...moved.concerns, ...corrected.concerns],
  });
};

/** An edit of other columns says nothing about a status that changed unseen: the sweep, which sees all rows, decides. */
const touchesOtherColumns = ({ source, touched }: Hint): boolean =>
  source === 'sheet' && !touched.has('Status') && !touched.has('Shipping Status');

const leftToSweep = ({ entry }: Case): Moved => ({ decision: NOTHING, concerns: toldOfStatuses(entry) });

/** A status change of a row that looks like another order, or like one of a column that was sorted on its own. */
const isDoubtful = (it: Case): boolean =>
  isForeign(it.entry.order, it.row) || it.hint.sortedAlone === true || isStillHeld(it);

/** Held until someone types a status again, or the cell is as before. */
const isStillHeld = ({ row, entry, hint }: Case): boolean => {
  const status = parseOrderStatus(textOf(row.Status));
  return !hint.touched.has('Status') && isHeldAsSortedAlone(entry) && status !== null && status !== entry.status;
};

interface Moved {
  readonly decision: Decision;
  /** What couldn't be accepted and wasn't seen when it was typed. */
  readonly concerns: readonly Concern[];
}

/** Last, whatever else was decided: what is odd about the row is reported once, and what is no longer odd is forgotten. */
const concluded = ({ row, entry }: Case, { decision, concerns }: Moved): Decision => {
  const after = decision.entry ?? entry;
  const shown = { ...row, ...decision.cells };
  const known = concerns.map(({ header }) => header);
  const differing = customerDifferences(after.order, shown).filter((header) => !known.includes(header));
  return withConcerns(decision, after, [
    ...concerns,
    ...acceptedErrors(after.order, shown),
    ...differenceConcerns(after.order, differing),
  ]);
};

interface Taken {
  /** The entry with the correction, or as it was. */
  readonly entry: LedgerEntry;
  readonly headers: readonly string[];
  readonly shippingMoved: boolean;
  readonly concerns: readonly Concern[];
}

/** Customer data that was seen being typed in this row alone is checked and accepted (docs/design.md 3.2). */
const takeCorrection = ({ row, entry, hint }: Case): Taken => {
  const none: Taken = { entry, headers: [], shippingMoved: false, concerns: [] };
  const typed = customerDifferences(entry.order, row).filter((header) => hint.touched.has(header));
  // A block that includes items or money, or name or email with others, means that a row was pasted over this one.
  const isOneMatter = typed.length === 1 || !typed.some((header) => header === 'Customer Name' || header === 'Email');
  const isCorrection = hint.singleRow && typed.length > 0 && isOneMatter && [...hint.touched].every(isCustomerColumn);
  if (!isCorrection) return none;
  const result = correction(entry, row, typed);
  if ('error' in result) {
    const { header, error } = result;
    return {
      ...none,
      concerns: [{ header, code: 'correction', about: aboutText(textOf(row[header])), message: error }],
    };
  }
  return {
    ...none,
    entry: withLinksBack(entry, result.entry),
    headers: typed,
    shippingMoved: result.entry.shipping !== entry.shipping,
  };
};

/** Whoever received links at a mistyped address can't use them anymore. */
const withLinksBack = (before: LedgerEntry, after: LedgerEntry): LedgerEntry => {
  const reached = ({ order: { customer, address } }: LedgerEntry): string => JSON.stringify([customer.email, address]);
  return reached(before) === reached(after) ? after : { ...after, progress: withNewLinks(after.progress) };
};

/** An accepted correction is shown as it was stored: `fl` becomes `FL`. */
const merged = ({ row }: Case, decision: Decision, { entry, headers, shippingMoved }: Taken): Decision => {
  if (headers.length === 0) return decision;
  const kept = ordersRow(entry.order, entry, 0);
  // An order that ships after all takes its address from the row.
  const looked = shippingMoved && entry.order.fulfillment === 'ship' ? [...headers, ...ADDRESS_COLUMNS] : headers;
  const untidy = looked.filter((header) => row[header] !== kept[header]);
  const typed = Object.fromEntries(untidy.map((header) => [header, kept[header] ?? '']));
  const detail = `${headers.join(', ')} of ${entry.order.number} corrected in the sheet.`;
  const shipping = shippingMoved ? { 'Shipping Status': (decision.entry ?? entry).shipping ?? '' } : {};
  return {
    ...decision,
    outcome: decision.outcome === 'nothing' ? 'accepted' : decision.outcome,
    cells: { ...shipping, ...decision.cells, ...typed },
    notes: { ...Object.fromEntries(headers.map((header) => [header, ''])), ...decision.notes },
    entry: decision.entry ?? entry,
    events: [{ event: 'corrected', from: '', to: '', detail }, ...decision.events],
  };
};

/** A row whose statuses match the Ledger: only their spelling is tidied. */
const tidied = ({ row, entry, hint }: Case): Decision => {
  const cells: Record<string, string> = {};
  if (row.Status !== entry.status) cells.Status = entry.status;
  const shipping = entry.shipping ?? '';
  if (row['Shipping Status'] !== shipping) cells['Shipping Status'] = shipping;
  const notes: Record<string, string> = hint.touched.has('Order ID') ? { 'Order ID': '' } : {};
  return { ...NOTHING, outcome: Object.keys(cells).length === 0 ? 'nothing' : 'accepted', cells, notes };
};

/** A moment that has passed stays: a paid order that moves on within the studio was paid before. */
const timesOf = (progress: Progress, step: Standing, now: string): Progress => {
  const reached = STATUS_FACTS[step.status].moments.slice(-1);
  return { ...Object.fromEntries(reached.map((moment) => [moment, now])), ...progress };
};

/** The emails that steps call for, except those decided before. */
const emailsOf = ({ entry, hint }: Case, steps: readonly Standing[]): { due: EmailKind[]; decided: EmailKind[] } => {
  const { fulfillment } = entry.order;
  const before = entry.progress.mails ?? [];
  const called = steps.map((step) => emailOfStep(step, fulfillment)).filter((kind) => kind !== null);
  const news = [...new Set(called)].filter((kind) => !before.includes(kind));
  const last = called[called.length - 1];
  return {
    due: hint.oneEmail ? news.filter((kind) => kind === last) : news,
    decided: [...before, ...news],
  };
};

/** Accepts the allowed steps of a row and reverts (or, if unseen, flags) what isn't allowed. */
const move = (it: Case, { steps, refused }: Transition): Moved => {
  const { entry, hint, now } = it;
  let at: Standing = { status: entry.status, shipping: entry.shipping };
  let { progress } = entry;
  const events: Event[] = [];
  for (const step of steps) {
    events.push(stepEvent(it, at, step));
    progress = timesOf({ ...progress, previous: at }, step, now);
    at = step;
  }
  const { due, decided } = emailsOf(it, steps);
  if (steps.length > 0) progress = { ...progress, mails: decided };
  const unseen = refused.filter(({ header }) => hint.source === 'sweep' || !hint.touched.has(header));
  const reverted = refused.filter((each) => !unseen.includes(each));
  const kept = new Set<string>(unseen.map(({ header }) => header));
  const cells: Record<string, string> = {};
  if (steps.length > 0 || reverted.length > 0) {
    if (!kept.has('Status')) cells.Status = at.status;
    if (!kept.has('Shipping Status')) cells['Shipping Status'] = at.shipping ?? '';
  }
  const decision: Decision = {
    outcome: reverted.length > 0 ? 'reverted' : steps.length > 0 ? 'accepted' : 'nothing',
    cells,
    notes: { ...(steps.length > 0 ? { Status: '', 'Shipping Status': '' } : {}), ...notesOf(reverted) },
    entry: steps.length > 0 ? { ...entry, ...at, progress } : null,
    emails: due,
    withdrawn: [],
    events: [...events, ...reverted.map((each) => revertedEvent(it, each))],
    message: reverted.map(({ why }) => why).join(' '),
  };
  const concerns = unseen.map(({ header, why }): Concern => {
    const about = aboutText(at.status, textOf(it.row[header]));
    return { header, code: 'refused', about, message: why };
  });
  return { decision, concerns };
};

const stepEvent = ({ entry, hint }: Case, from: Standing, to: Standing): Event => {
  const reason = hint.reason ? ` Reason: ${hint.reason}` : '';
  const handed = isHandedOver(to.status) && to.shipping && to.shipping !== to.status ? ` (${to.shipping})` : '';
  return {
    event: 'status',
    from: from.status,
    to: to.status,
    detail: `${entry.order.number} (${entry.order.customer.name}): ${from.status} to ${to.status}${handed}, ${describeSource(hint)}.${reason}`,
  };
};

const notesOf = (refused: readonly Refused[]): Record<string, string> =>
  Object.fromEntries(refused.map(({ header, why }) => [header, `Change undone. ${why}`]));

const LONGEST_SHOWN = 60;

const revertedEvent = ({ row, entry }: Case, { header, why }: Refused): Event => ({
  event: 'reverted',
  from: textOf(row[header]).slice(0, LONGEST_SHOWN),
  to: (header === 'Status' ? entry.status : entry.shipping) ?? '',
  detail: `${entry.order.number}: ${why}`,
});
