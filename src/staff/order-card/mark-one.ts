import type { Mark } from '../../domain/marks';
import { deliver } from '../../email/deliver';
import { leavingOf } from '../../email/staff/leaving';
import { menuContext } from '../../email/staff/menu-context';
import type { EmailMenuPorts } from '../../email/staff/menu-ports';
import { done, notDone, type Outcome } from '../../rpc/outcome';
import { type ChangeReport, changeOrders } from '../../statuses/change-orders';
import type { Hint } from '../../statuses/hint';
import { markOrders } from '../../statuses/mark-orders';
import type { MenuPorts } from '../../statuses/on-menu';
import { planStepBack } from '../../statuses/step-back';
import { emailSetting } from '../../workbook/emails';

export type StepPorts = MenuPorts & EmailMenuPorts;

/** Moves one order one step forward, by the rules of a typed status, and sends the email that is due. */
export const markOne = (ports: StepPorts, orderId: string, mark: Mark, reason: string): Outcome =>
  change(ports, `Marked ${mark}.`, (context) =>
    markOrders(ports, context.view, [orderId], mark, { by: ports.person || 'staff', reason }),
  );

/** Goes one step back, if the order's status is still the one that was shown. */
export const stepBackOne = (ports: StepPorts, orderId: string, shown: string): Outcome => {
  const hint: Hint = { source: 'menu', by: ports.person || 'staff', touched: new Set(), singleRow: false, seen: [] };
  const plan = planStepBack(new Map([[orderId, shown]]));
  return change(ports, 'Moved one step back.', ({ view }) => changeOrders(ports, view, [orderId], hint, plan));
};

const change = (
  ports: StepPorts,
  text: string,
  work: (context: ReturnType<typeof menuContext>) => ChangeReport,
): Outcome => {
  const context = menuContext(ports);
  const { view, config } = context;
  const began = ports.clock.now().getTime();
  const { changed, unchanged, troubles, emails } = work(context);
  const sent = deliver(ports, view, config, emails, began);
  if (troubles[0] !== undefined) return notDone(troubles.join('\n'));
  if (unchanged > 0) return done('Nothing to change: the order already has this status.');
  const due = changed.flatMap(({ decision }) => decision.emails.filter((kind) => emailSetting(view.emails, kind).on));
  if (due.length === 0) return done(`${text} No email is sent for this.`);
  const { leavesNow, testAddress } = leavingOf(ports.sends, config);
  if (testAddress)
    return done(
      `${text} Test mode is on: the customer's email is held until it ends, and a copy goes to ${testAddress}.`,
    );
  if (sent > 0) return done(`${text} The customer was emailed.`);
  return leavesNow
    ? done(`${text} The customer's email hasn't been sent yet: see below.`)
    : done(`${text} The customer's email will be sent from the operator's account within a few minutes.`);
};
