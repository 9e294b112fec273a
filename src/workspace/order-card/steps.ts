import { ORDER_TRANSITIONS } from '../../domain/statuses';
import type { KnownMail } from '../../lifecycle/case';
import type { Mark } from '../../lifecycle/mark-orders';
import { stepBackInWords } from '../../lifecycle/step-back';
import type { LedgerEntry } from '../../workbook/ledger-row';

/** What the menu calls the step to a status. */
const markTo = (status: 'paid' | 'shipped' | 'cancelled', { order }: LedgerEntry): Mark =>
  status === 'shipped' && order.fulfillment === 'pickup' ? 'picked up' : status;

/** The steps that an order may take now, by the table of statuses; both steps at once where there are two to go. */
export const stepsOf = (entry: LedgerEntry): readonly Mark[] => {
  const next = ORDER_TRANSITIONS[entry.status];
  const steps = next.flatMap((status): Mark[] => (status === 'pending' ? [] : [markTo(status, entry)]));
  const isTwoSteps = next.includes('paid') && ORDER_TRANSITIONS.paid.includes('shipped');
  return isTwoSteps ? [...steps.slice(0, 1), 'paid and shipped', ...steps.slice(1)] : steps;
};

/** What one step back would do, in words; blank when there is none to take back. */
export const stepBackOf = (entry: LedgerEntry, mails: readonly KnownMail[]): string =>
  entry.status === 'pending' ? '' : stepBackInWords(entry, mails);
