import type { MailKind } from '../domain/mail-kind';
import type { Standing } from '../domain/order';
import { type Cell, textOf } from '../workbook/layout';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import type { OutboxState } from '../workbook/outbox-row';
import { correction } from './correction';
import { type Decision, type Event, NOTHING } from './decision';
import { mailOfStep } from './due-mails';
import type { Hint } from './hint';
import { customerDifferences, isForeign, moneyFault } from './row-check';
import { type Refused, type Transition, transition } from './transition';

/** A mail of this order in the Outbox; `time` is how a person reads it, blank before it left. */
export interface KnownMail {
  readonly kind: MailKind;
  readonly state: OutboxState;
  readonly time: string;
}

/** One row to decide about. */
export interface Case {
  readonly row: Readonly<Record<string, Cell>>;
  readonly entry: LedgerEntry;
  readonly hint: Hint;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** The order's mails; null while nobody has looked. Ask again with them when `needsMails` says so. */
  readonly mails: readonly KnownMail[] | null;
}

/** States in which a mail has not left and can still be withdrawn. */
const WITHDRAWABLE: readonly OutboxState[] = ['queued', 'held', 'waiting for quota', 'failed', 'cancelled'];

const asked = (row: Case['row']) => ({ status: textOf(row.Status), shipping: textOf(row['Shipping Status']) });

/** Where an undo would lead: the cells say what stood there before the last step. Null when this is no undo. */
const undoTarget = ({ row, entry }: Case): Standing | null => {
  const { previous } = entry.progress;
  if (!previous) return null;
  const { status, shipping } = asked(row);
  const backInL = status.toLowerCase() === previous.status && status.toLowerCase() !== entry.status;
  const backInQ = shipping.toLowerCase() === (previous.shipping ?? '') && status.toLowerCase() === entry.status;
  const changedQ = shipping.toLowerCase() !== (entry.shipping ?? '');
  return backInL || (backInQ && changedQ) ? previous : null;
};

/** Whether the decision hangs on whether a mail has left: then the Outbox has to be looked into first. */
export const needsMails = (it: Case): boolean =>
  it.mails === null && !isForeign(it.entry.order, it.row) && undoTarget(it) !== null;

/**
 * What to do about one row (design.md 3 and 5): accept, put back or flag; which mails, which log lines. Pure: the same
 * row, entry and hint always give the same decision, and a row that stands as the Ledger says gives none.
 */
export const decide = (it: Case): Decision => {
  const { row, entry, hint } = it;
  const at: Standing = { status: entry.status, shipping: entry.shipping };
  const foreign = isForeign(entry.order, row);
  const moves = transition(at, asked(row), entry.order.fulfillment, hint.seen);
  const isMoved = moves.steps.length > 0 || moves.refused.length > 0;
  if (isMoved && foreign) return hold(it);
  const undo = isMoved ? undoTarget(it) : null;
  if (undo) return decideUndo(it, undo);
  if (isMoved) return move(it, moves);
  const fault = moneyFault(entry.order, row);
  if (fault) return flag(it, fault.header, fault.message);
  const differing = customerDifferences(entry.order, row);
  if (differing.length > 0) {
    const seen = hint.singleRow && differing.every((header) => hint.touched.has(header));
    if (!seen) return flag(it, differing[0] ?? 'Order ID', foreignMessage(it, differing));
    const corrected = correction(entry, row, differing);
    return 'fault' in corrected
      ? flag(it, corrected.header, corrected.fault)
      : acceptCorrection(it, corrected.entry, differing);
  }
  return settle(it);
};

const foreignMessage = ({ entry }: Case, headers: readonly string[]): string =>
  `${headers.join(', ')}: not what order ${entry.order.number} of ${entry.order.customer.name} was accepted with. ` +
  'If rows were sorted or pasted over, please undo that. The program goes by what it accepted.';

const hold = (it: Case): Decision =>
  flag(
    it,
    'Status',
    `Held: this row does not look like order ${it.entry.order.number} of ${it.entry.order.customer.name} any more ` +
      '(name, email, items or total differ), so its status was not taken over and nobody was mailed.',
  );

/** Says what is odd on the cell and in the Activity tab: once, until it is gone or another. */
const flag = ({ entry }: Case, header: string, message: string): Decision => {
  const mark = `${header}: ${message}`;
  if (entry.flag === mark) return { ...NOTHING, outcome: 'flagged', message };
  return {
    ...NOTHING,
    outcome: 'flagged',
    notes: { ...clearedFlag(entry), [header]: message },
    entry: { ...entry, flag: mark },
    events: [{ event: 'flagged', from: '', to: '', detail: message }],
    message,
  };
};

/** The note of an earlier flag goes with the next accepted value. */
const clearedFlag = (entry: LedgerEntry): Record<string, string> => {
  const header = entry.flag.slice(0, entry.flag.indexOf(':'));
  return header ? { [header]: '' } : {};
};

/** A row that stands as the Ledger says: tidy the spelling, take an old flag away. */
const settle = ({ row, entry }: Case): Decision => {
  const cells: Record<string, string> = {};
  if (textOf(row.Status) !== entry.status || row.Status !== entry.status) cells.Status = entry.status;
  const shipping = entry.shipping ?? '';
  if (row['Shipping Status'] !== shipping) cells['Shipping Status'] = shipping;
  const isTidy = Object.keys(cells).length === 0;
  if (isTidy && entry.flag === '') return NOTHING;
  const unflagged = entry.flag === '' ? null : { ...entry, flag: '' };
  return { ...NOTHING, outcome: isTidy ? 'nothing' : 'accepted', cells, notes: clearedFlag(entry), entry: unflagged };
};

const describe = ({ entry, hint }: Case, from: string, to: string): string =>
  `${entry.order.number} of ${entry.order.customer.name}: ${from} to ${to} (${hint.source}).`;

const timesOf = (progress: Progress, step: Standing, now: string): Progress => {
  if (step.status === 'paid') return { ...progress, paid: now };
  if (step.status === 'shipped') return { ...progress, shipped: now };
  return step.status === 'cancelled' ? { ...progress, cancelled: now } : progress;
};

/** Accepts the allowed steps of a row and puts back (or, unseen, flags) what is not allowed. */
const move = (it: Case, { steps, refused }: Transition): Decision => {
  const { entry, hint, now } = it;
  let at: Standing = { status: entry.status, shipping: entry.shipping };
  let { progress } = entry;
  const mails: MailKind[] = [];
  const events: Event[] = [];
  for (const step of steps) {
    const kind = mailOfStep(step, entry.order.fulfillment);
    if (kind && !(progress.mails ?? []).includes(kind)) {
      mails.push(kind);
      progress = { ...progress, mails: [...(progress.mails ?? []), kind] };
    }
    events.push({ event: 'status', from: at.status, to: step.status, detail: describe(it, at.status, step.status) });
    progress = timesOf({ ...progress, previous: at }, step, now);
    at = step;
  }
  const unseen = refused.filter(({ header }) => hint.source === 'sweep' || !hint.touched.has(header));
  const accepted: LedgerEntry = { ...entry, ...at, progress, flag: steps.length > 0 ? '' : entry.flag };
  const flagging = unseen[0] ? flag({ ...it, entry: accepted }, unseen[0].header, unseen[0].why) : null;
  const kept = new Set<string>(unseen.map(({ header }) => header));
  const cells: Record<string, string> = {};
  if (!kept.has('Status')) cells.Status = at.status;
  if (!kept.has('Shipping Status')) cells['Shipping Status'] = at.shipping ?? '';
  const putBack = refused.filter((each) => !unseen.includes(each));
  const isNews = steps.length > 0 || putBack.length > 0 || (flagging?.entry ?? null) !== null;
  return {
    outcome: putBack.length > 0 ? 'put back' : flagging ? 'flagged' : 'accepted',
    cells: isNews ? cells : {},
    notes: {
      ...(steps.length > 0 ? { Status: '', 'Shipping Status': '', ...clearedFlag(entry) } : {}),
      ...notesOf(putBack),
      ...flagging?.notes,
    },
    entry: flagging?.entry ?? (steps.length > 0 ? accepted : null),
    mails,
    withdrawn: [],
    events: [...events, ...putBack.map((each) => putBackEvent(it, each)), ...(flagging?.events ?? [])],
    message: [...putBack.map(({ why }) => why), flagging?.message ?? ''].filter(Boolean).join(' '),
  };
};

const notesOf = (refused: readonly Refused[]): Record<string, string> =>
  Object.fromEntries(refused.map(({ header, why }) => [header, `Put back. ${why}`]));

const putBackEvent = ({ row, entry }: Case, { header, why }: Refused): Event => ({
  event: 'put back',
  from: textOf(row[header]).slice(0, 60),
  to: (header === 'Status' ? entry.status : entry.shipping) ?? '',
  detail: `${entry.order.number}: ${why}`,
});

/** A step taken back: accepted while no mail about it has left, else put back with the mail's name and time. */
const decideUndo = (it: Case, target: Standing): Decision => {
  const { entry, hint } = it;
  const kind = mailOfStep(entry, entry.order.fulfillment);
  const about = (it.mails ?? []).filter((mail) => mail.kind === kind);
  const left = about.find((mail) => !WITHDRAWABLE.includes(mail.state));
  if (left) {
    const header = textOf(it.row.Status).toLowerCase() === entry.status ? 'Shipping Status' : 'Status';
    const why = `The mail "${left.kind}" about ${entry.status} left${left.time ? ` on ${left.time}` : ''}: use CPS Orders > Step back.`;
    return move(it, { steps: [], refused: [{ header, why }] });
  }
  const { previous: _, paid, shipped, cancelled, ...rest } = entry.progress;
  const progress: Progress = {
    ...rest,
    ...(paid && target.status !== 'pending' ? { paid } : {}),
    ...(shipped && target.status === 'shipped' ? { shipped } : {}),
    mails: (entry.progress.mails ?? []).filter((each) => each !== kind),
  };
  return {
    outcome: 'accepted',
    cells: { Status: target.status, 'Shipping Status': target.shipping ?? '' },
    notes: { Status: '', 'Shipping Status': '' },
    entry: { ...entry, ...target, progress, flag: '' },
    mails: [],
    withdrawn: kind && about.length > 0 ? [kind] : [],
    events: [
      {
        event: 'undone',
        from: entry.status,
        to: target.status,
        detail: `${describe(it, entry.status, target.status)} Taken back ${hint.source === 'sweep' ? 'in the sheet' : `by ${hint.by}`}; no mail had left.`,
      },
    ],
    message: '',
  };
};

const acceptCorrection = ({ entry }: Case, corrected: LedgerEntry, headers: readonly string[]): Decision => ({
  ...NOTHING,
  outcome: 'accepted',
  cells: corrected.shipping === entry.shipping ? {} : { 'Shipping Status': corrected.shipping ?? '' },
  notes: { ...clearedFlag(entry), ...Object.fromEntries(headers.map((header) => [header, ''])) },
  entry: { ...corrected, flag: '' },
  events: [
    {
      event: 'corrected',
      from: '',
      to: '',
      detail: `${entry.order.number}: ${headers.join(', ')} corrected in the sheet.`,
    },
  ],
});
