import type { Clock, Properties, RowAppender } from '../ports';
import { activityRow } from '../workbook/activity-row';
import { serialOf } from '../workbook/date-serial';
import { layoutProblem } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import { SET_UP_FIRST } from './words';

/** What watching the headers needs from the world. */
export interface HeaderPorts {
  readonly clock: Clock;
  readonly properties: Properties;
  readonly rows: RowAppender;
}

/** The Script Property that keeps what was last told about the headers of the Orders tab. */
const HEADER_PROBLEM = 'HEADER_PROBLEM';

/** Tells once, in the Activity tab, when the Orders tab or one of its columns is gone or doubled, and when it is back. */
export const watchHeaders = ({ clock, properties, rows }: HeaderPorts, view: WorkbookView): void => {
  const { orders } = view.places;
  const problem = orders ? layoutProblem(orders.layout) : `The tab ${TABS.orders.name} is missing.`;
  if ((properties.all()[HEADER_PROBLEM] ?? '') === problem) return;
  properties.set({ [HEADER_PROBLEM]: problem });
  const detail = problem
    ? `${problem} Orders still come in; their rows follow. ${SET_UP_FIRST}`
    : 'The columns of the Orders tab are whole again.';
  rows.append(
    view,
    'activity',
    activityRow({ when: serialOf(clock.local(clock.now())), event: 'headers', by: 'sweep', detail }),
  );
};
