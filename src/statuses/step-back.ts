import type { Standing } from '../domain/order';
import { FIRST_STATUS, ORDER_STATUSES, STATUS_FACTS, shippingAt } from '../domain/statuses';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { KnownEmail } from './case';
import type { Plan, PlanFacts } from './change-orders';
import { type Candidate, isGenuine } from './reconcile';
import { takenBack } from './undo';

/** Where one step back leads: the order's statuses before its last step, as far as they're known. Null at the start. */
export const stepBackTarget = ({ status, progress, order }: LedgerEntry): Standing | null => {
  if (status === FIRST_STATUS && !progress.previous) return null;
  const before = ORDER_STATUSES.filter((each) => STATUS_FACTS[each].next.includes(status));
  const passed = before.filter((each) => STATUS_FACTS[each].moments.every((moment) => progress[moment]));
  const from = progress.previous?.status ?? passed[passed.length - 1] ?? before[0] ?? FIRST_STATUS;
  return { status: from, shipping: shippingAt(from, order.fulfillment) };
};

const LEFT: readonly KnownEmail['state'][] = ['sent', 'handing over', 'claimed', 'unsure'];

/** What staff are shown before the step: from where to where, and which emails went out. */
export const describeStepBack = (entry: LedgerEntry, emails: readonly KnownEmail[]): string => {
  const target = stepBackTarget(entry);
  const { number, customer } = entry.order;
  if (!target) return `${number} (${customer.name}) is ${entry.status}: nothing to undo.`;
  const left = emails
    .filter(({ state }) => LEFT.includes(state))
    .map(({ kind, time, state }) => `${kind ?? 'other'} (${time || state})`);
  const emailed = left.length > 0 ? `Emails sent: ${left.join('; ')}.` : 'No emails sent yet.';
  return `${number} (${customer.name}): ${entry.status} back to ${target.status}. ${emailed}`;
};

/** One step back for one order, as shown; an order that has changed since then stays. */
export const planStepBack =
  (shown: ReadonlyMap<string, string>) =>
  ({ row, entry, hint }: Candidate, { emails }: PlanFacts): Plan => {
    const { number, id } = entry.order;
    const target = stepBackTarget(entry);
    if (!target) return { trouble: `${number} is ${entry.status}: nothing to undo.` };
    if (shown.get(id) !== entry.status) return { trouble: `${number} changed in the meantime, so it wasn't touched.` };
    if (!isGenuine(row, entry)) return { trouble: `${number}: the row no longer matches this order.` };
    return takenBack(entry, target, emails, hint);
  };
