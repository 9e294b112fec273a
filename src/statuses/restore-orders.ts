import { serialOfDay } from '../core/day-serial';
import type { Clock } from '../core/ports';
import { ordersRow } from '../workbook/orders-row';
import type { Plan } from './change-orders';
import { type Decision, NOTHING } from './decision';
import { withConcerns } from './flagging';
import type { Candidate } from './reconcile';

/** Writes an order's row again as the Ledger has it: after a sort of some columns only, a paste over it, or edits by mistake. */
export const planRestore =
  (clock: Clock) =>
  ({ row, entry }: Candidate): Plan => {
    const createdAt = serialOfDay(clock, entry.order.createdAt);
    const { 'Created At': _, ...texts } = ordersRow(entry.order, entry, createdAt);
    const isWhole = Object.entries(texts).every(([header, cell]) => row.cells[header] === cell);
    if (isWhole && entry.flag === '') return NOTHING;
    const { number, customer } = entry.order;
    const restored: Decision = {
      ...NOTHING,
      outcome: 'accepted',
      cells: { ...texts, 'Created At': createdAt },
      notes: { Status: '', 'Shipping Status': '' },
      entry,
      events: [
        {
          event: 'restored',
          from: '',
          to: entry.status,
          detail: `The row of ${number} of ${customer.name} was written again as it was accepted, by the menu.`,
        },
      ],
    };
    return withConcerns(restored, entry, []);
  };
