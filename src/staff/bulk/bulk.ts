import type { Leaving } from '../../domain/leaving';
import type { Mark } from '../../domain/marks';
import { deliver } from '../../email/deliver';
import { leavingOf } from '../../email/staff/leaving';
import { selectedIds } from '../../email/staff/selected-ids';
import { ForPeople } from '../../rpc/rpc';
import { isIdle } from '../../statuses/decision';
import { markOrders, previewMark } from '../../statuses/mark-orders';
import type { MenuPorts } from '../../statuses/on-menu';
import { configOf } from '../../workbook/config';
import { emailSetting } from '../../workbook/emails';

/** One selected order in the dry run. */
export interface PlannedOrder {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly status: string;
  /** Whether an email would leave. */
  readonly email: boolean;
}

/** What marking the selection would do. */
export interface BulkPlan {
  readonly orders: readonly PlannedOrder[];
  /** Orders that stand so already. */
  readonly unchanged: number;
  /** A sentence for each order that would be skipped. */
  readonly skipped: readonly string[];
  /** Emails that may still leave today; null when another account sends them. */
  readonly emailsLeft: number | null;
}

/** What one portion came to. */
export interface BulkDone extends Leaving {
  readonly changed: number;
  readonly unchanged: number;
  readonly troubles: readonly string[];
  readonly emails: number;
}

/** What a person can look through, and a browser show. */
const MOST_ORDERS = 2_000;

/**
 * The dry run over the person's selection: nothing is written.
 * @param named these orders instead of the selection.
 */
export const planBulk = (ports: MenuPorts, mark: Mark, named: readonly string[] | null = null): BulkPlan => {
  const view = ports.workbook.read();
  const ids = named ?? selectedIds(ports, view);
  if (ids.length === 0) throw new ForPeople('Please select cells of one or more orders in the Orders tab first.');
  if (ids.length > MOST_ORDERS)
    throw new ForPeople(
      `${ids.length.toLocaleString('en-US')} orders are selected: please select at most ${MOST_ORDERS.toLocaleString('en-US')} at once. Nothing was done.`,
    );
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

/** Marks one portion. Run again after a break, it finds what is done already and changes nothing of it. */
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
