import type { Leaving } from '../../domain/leaving';
import type { Mark } from '../../domain/marks';
import { count, numberText } from '../../domain/text/for-people';
import { deliver } from '../../email/deliver';
import { leavingOf } from '../../email/staff/leaving';
import { selectedIds } from '../../email/staff/selected-ids';
import { ForPeople } from '../../rpc/rpc';
import { isIdle } from '../../statuses/decision';
import { markOrders, previewMark } from '../../statuses/mark-orders';
import type { MenuPorts } from '../../statuses/on-menu';
import { configOf } from '../../workbook/config';
import { emailSetting } from '../../workbook/emails';

/** One selected order in the preview. */
export interface PlannedOrder {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly status: string;
  /** Whether an email would be sent. */
  readonly email: boolean;
}

/** What marking the selection would do. */
export interface BulkPlan {
  readonly orders: readonly PlannedOrder[];
  /** Orders that already have this status. */
  readonly unchanged: number;
  /** A sentence for each order that would be skipped. */
  readonly skipped: readonly string[];
  /** Emails that may still be sent today; null if another account sends them. */
  readonly emailsLeft: number | null;
}

/** The result of one portion. */
export interface BulkDone extends Leaving {
  readonly changed: number;
  readonly unchanged: number;
  readonly troubles: readonly string[];
  readonly emails: number;
}

/** As many as staff can look through and a browser can show. */
const MOST_ORDERS = 2_000;

/**
 * Previews the change for the selected orders: nothing is written.
 * @param named these orders instead of the selection.
 */
export const planBulk = (ports: MenuPorts, mark: Mark, named: readonly string[] | null = null): BulkPlan => {
  const view = ports.workbook.read();
  const ids = named ?? selectedIds(ports, view);
  if (ids.length === 0) throw new ForPeople('Select one or more orders in the Orders tab first.');
  if (ids.length > MOST_ORDERS)
    throw new ForPeople(`${count(ids.length, 'order')} selected. Select up to ${numberText(MOST_ORDERS)} at a time.`);
  const { plans, troubles } = previewMark(ports, view, ids, mark);
  const orders: PlannedOrder[] = [];
  const skipped = [...troubles];
  let unchanged = 0;
  for (const { order, plan } of plans) {
    const { id, number, customer } = order.entry.order;
    if ('trouble' in plan) skipped.push(plan.trouble);
    else if (isIdle(plan)) unchanged++;
    else {
      const email = plan.emails.some((kind) => emailSetting(view.emails, kind).on);
      orders.push({ id, number, name: customer.name, status: order.entry.status, email });
    }
  }
  return { orders, unchanged, skipped, emailsLeft: ports.sends ? ports.mailer.remaining() : null };
};

/** Marks one portion. Run again after an interruption, it skips what is already done. */
export const runBulk = (ports: MenuPorts, mark: Mark, ids: readonly string[], reason: string): BulkDone => {
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const began = ports.clock.now().getTime();
  const { changed, unchanged, troubles, emails } = markOrders(ports, view, ids, mark, {
    by: ports.person || 'staff',
    reason,
  });
  deliver(ports, view, config, emails, began);
  const due = changed.flatMap(({ decision }) => decision.emails.filter((kind) => emailSetting(view.emails, kind).on));
  return { changed: changed.length, unchanged, troubles, emails: due.length, ...leavingOf(ports.sends, config) };
};
