import type { Ports } from '../core/all-ports';
import { SET_UP_FIRST } from '../core/words';
import { raiseAlert } from '../email/alert-operator';
import { activityRow } from '../workbook/activity-row';
import { serialOf } from '../workbook/date-serial';
import { tabProblem, type WorkbookView } from '../workbook/view';

/** What watching the headers needs from the world. */
export type HeaderPorts = Pick<Ports, 'clock' | 'properties' | 'rows'>;

/** The Script Property with the last reported header problem. */
const HEADER_PROBLEM = 'HEADER_PROBLEM';

/**
 * Reports once, in the Activity tab, that the Orders tab, the Ledger or one of their columns is missing or duplicated, and when
 * it's back. Without the Ledger no order can come in, so the operator is emailed, too.
 */
export const watchHeaders = (ports: HeaderPorts, view: WorkbookView): void => {
  const { clock, properties, rows } = ports;
  const ledger = tabProblem(view, 'ledger');
  const orders = tabProblem(view, 'orders');
  const problem = [ledger, orders].filter(Boolean).join(' ');
  if ((properties.all()[HEADER_PROBLEM] ?? '') === problem) return;
  properties.set({ [HEADER_PROBLEM]: problem });
  const effect = ledger
    ? 'Until you fix this, orders can’t come in and status changes don’t count. The ordering platform has been asked to resend orders later.'
    : 'Orders still come in, and their rows will appear later.';
  const detail = problem
    ? `${problem} ${effect} ${SET_UP_FIRST}`
    : 'The columns of the Orders and Ledger tabs are complete again.';
  rows.append(
    view,
    'activity',
    activityRow({ when: serialOf(clock.local(clock.now())), event: 'headers', by: 'sweep', detail }),
  );
  if (ledger) raiseAlert(ports, 'LEDGER', { subject: "Orders can't come in: the Ledger tab is damaged", text: detail });
};
