import type { Ports } from '../core/all-ports';
import { isTimeToAsk } from '../customers/time-to-ask';
import { hasAlerts } from '../email/alert-operator';
import { noteSweep } from '../health/sweep-watch';
import { overdueOrders } from '../health/turned-away';
import { tabProblem } from '../workbook/view';
import type { Looked } from './sweep-whole';
import { isUnchangedSince, type UnchangedPorts, workbookPrint } from './unchanged-since';

export type SweepPorts = UnchangedPorts & Pick<Ports, 'cache' | 'clock' | 'workbook' | 'sends'>;

/** A run right after another finds nothing to do, so more frequent calls are turned away (docs/design.md 3.9). */
const SWEPT = 'swept';
const LEAST_INTERVAL_SECONDS = 20;

/**
 * The 5-minute sweep: settles what events missed, then sends what is due (docs/design.md 3.2). If everything is as the
 * last one left it and nothing has become due, there is nothing to do.
 * @param goOn does the work if there is any: it's loaded only then.
 */
export const onSweep = (ports: SweepPorts, goOn: (looked: Looked) => void): void => {
  const { cache, clock, properties, sends, workbook } = ports;
  if (cache.get(SWEPT) !== null) return;
  cache.put(SWEPT, 'yes', LEAST_INTERVAL_SECONDS);
  const view = workbook.read();
  const isSound = !tabProblem(view, 'ledger') && !tabProblem(view, 'orders');
  const print = sends && isSound ? workbookPrint(ports, view) : null;
  const now = clock.now().getTime();
  const isQuiet = print !== null && isUnchangedSince(ports, print, now);
  const isCalm = !isTimeToAsk(ports) && !hasAlerts(properties.all()) && overdueOrders(ports).length === 0;
  if (isQuiet && isCalm) noteSweep(ports);
  else goOn({ view, print, now, isQuiet });
};
