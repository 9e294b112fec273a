import type { Ports } from '../core/all-ports';
import { SET_UP_FIRST } from '../core/words';
import { raiseAlert } from '../email/alert-operator';
import { activityRow } from '../workbook/activity-row';
import { serialOf } from '../workbook/date-serial';
import { tabProblem, type WorkbookView } from '../workbook/view';

/** What watching the headers needs from the world. */
export type HeaderPorts = Pick<Ports, 'clock' | 'properties' | 'rows'>;

/** The Script Property that keeps what was last told about the headers. */
const HEADER_PROBLEM = 'HEADER_PROBLEM';

/**
 * Tells once, in the Activity tab, when the Orders tab, the Ledger or one of their columns is gone or doubled, and when
 * it is back. Without the Ledger no order can come in: the operator is told by email, too.
 */
export const watchHeaders = (ports: HeaderPorts, view: WorkbookView): void => {
  const { clock, properties, rows } = ports;
  const ledger = tabProblem(view, 'ledger');
  const orders = tabProblem(view, 'orders');
  const problem = [ledger, orders].filter(Boolean).join(' ');
  if ((properties.all()[HEADER_PROBLEM] ?? '') === problem) return;
  properties.set({ [HEADER_PROBLEM]: problem });
  const meanwhile = ledger
    ? 'Until then no order can come in and no status counts: the ordering platform is asked to send again later.'
    : 'Orders still come in; their rows follow.';
  const detail = problem
    ? `${problem} ${meanwhile} ${SET_UP_FIRST}`
    : 'The columns of the Orders tab and the Ledger are whole again.';
  rows.append(
    view,
    'activity',
    activityRow({ when: serialOf(clock.local(clock.now())), event: 'headers', by: 'sweep', detail }),
  );
  if (ledger) raiseAlert(ports, 'LEDGER', { subject: "Orders can't come in: the Ledger tab is damaged", text: detail });
};
