import { STEP_BACK } from '../core/words';
import { emailOfStep } from '../domain/email-kind';
import type { Standing } from '../domain/order';
import { STATUS_FACTS } from '../domain/statuses';
import { textOf } from '../workbook/layout';
import type { LedgerEntry, Progress } from '../workbook/ledger-row';
import type { OutboxState } from '../workbook/outbox-row';
import type { Case, KnownEmail } from './case';
import type { Decision } from './decision';
import { describeSource, type Hint } from './hint';
import type { Refused } from './transition';

/** States in which an email hasn't been sent and can still be withdrawn. */
const WITHDRAWABLE: readonly OutboxState[] = ['queued', 'held', 'waiting for quota', 'failed', 'cancelled'];

/** The email about an order's present status, if it was sent; else null. */
const emailThatLeft = (entry: LedgerEntry, emails: readonly KnownEmail[]): KnownEmail | null => {
  const kind = emailOfStep(entry, entry.order.fulfillment);
  return emails.find((email) => kind !== null && email.kind === kind && !WITHDRAWABLE.includes(email.state)) ?? null;
};

/** Where an undo would lead: the cells say what they said before the last step. Null when this isn't an undo. */
export const undoTarget = ({ row, entry }: Pick<Case, 'row' | 'entry'>): Standing | null => {
  const { previous } = entry.progress;
  if (!previous) return null;
  const [status, shipping] = [row.Status, row['Shipping Status']].map((cell) => textOf(cell).toLowerCase());
  const backInL = status === previous.status && status !== entry.status;
  const backInQ = shipping === (previous.shipping ?? '') && status === entry.status;
  const changedQ = shipping !== (entry.shipping ?? '');
  return backInL || (backInQ && changedQ) ? previous : null;
};

/** An undone step: accepted as long as no email about it was sent, otherwise refused with the email's name and time. */
export const decideUndo = (
  it: Case,
  target: Standing,
): { readonly decision: Decision; readonly refused: null } | { readonly decision: null; readonly refused: Refused } => {
  const { entry, row, hint } = it;
  const left = emailThatLeft(entry, it.emails ?? []);
  if (!left) return { decision: takenBack(entry, target, it.emails ?? [], hint), refused: null };
  const header = textOf(row.Status).toLowerCase() === entry.status ? 'Shipping Status' : 'Status';
  const when = left.time ? ` (${left.time})` : '';
  const why = `The "${left.kind}" email already went out${when}, so this can't be undone here: ${STEP_BACK}.`;
  return { decision: null, refused: { header, why } };
};

/**
 * The order one step earlier. An email about the step that was sent stays decided, so that it isn't sent a second time;
 * one that wasn't is withdrawn, and is sent if the step is made again.
 */
export const takenBack = (
  entry: LedgerEntry,
  target: Standing,
  emails: readonly KnownEmail[],
  hint: Hint,
): Decision => {
  const kind = emailOfStep(entry, entry.order.fulfillment);
  const left = emailThatLeft(entry, emails);
  const waits = kind !== null && emails.some((email) => email.kind === kind);
  const { previous: _, paid: _p, shipped: _s, cancelled: _c, ...rest } = entry.progress;
  const past = STATUS_FACTS[target.status].moments.filter((moment) => entry.progress[moment]);
  const progress: Progress = {
    ...rest,
    ...Object.fromEntries(past.map((moment) => [moment, entry.progress[moment]])),
    // An email whose Outbox row was deleted may have been sent: only one that is seen waiting is freed.
    mails: (entry.progress.mails ?? []).filter((each) => each !== kind || left !== null || !waits),
  };
  const told = left
    ? `The "${left.kind}" email had already gone out${left.time ? ` (${left.time})` : ''}.`
    : 'No email about it had gone out.';
  const reason = hint.reason ? ` Reason: ${hint.reason}` : '';
  const { number, customer } = entry.order;
  return {
    outcome: 'accepted',
    cells: { Status: target.status, 'Shipping Status': target.shipping ?? '' },
    notes: { Status: '', 'Shipping Status': '' },
    entry: { ...entry, ...target, progress },
    emails: [],
    withdrawn: !left && waits && kind ? [kind] : [],
    events: [
      {
        event: hint.source === 'menu' ? 'step back' : 'undone',
        from: entry.status,
        to: target.status,
        detail: `${number} (${customer.name}): back from ${entry.status} to ${target.status}, ${describeSource(hint)}. ${told}${reason}`,
      },
    ],
    message: '',
  };
};
