import { type ConfigPorts, checkConfig } from '../core/check-config';
import type { ActivityArchive } from '../core/ports';
import { askForFeedback } from '../customers/ask-for-feedback';
import { deliver } from '../email/deliver';
import { type DueMailPorts, runDueMails } from '../email/deliver-due';
import { type AlertPorts, sendAlerts } from '../email/send-alerts';
import { noteSweep } from '../health/sweep-watch';
import { type HeaderPorts, watchHeaders } from '../repair/watch-headers';
import { sweepOrders } from '../statuses/sweep';
import { type Config, configOf } from '../workbook/config';
import { tabProblem, type WorkbookView } from '../workbook/view';
import type { EditPorts } from './on-edit';
import { isAsLeft, keepLook, lookAround } from './quiet-look';
import { rollActivity } from './roll-activity';

export interface SweepPorts extends EditPorts, DueMailPorts, ConfigPorts, HeaderPorts, AlertPorts {
  readonly activity: ActivityArchive;
}

/** A run right after another finds nothing to do: whoever calls it more often is turned away (design.md 3, Doors). */
const SWEPT = 'swept';
const LEAST_INTERVAL_SECONDS = 20;

/** Looking after the rows takes no longer than this in one run; trigger time is limited (platform-facts 3). */
const ROWS_BUDGET = 60_000;

/**
 * The 5-minute sweep: settles what events missed, then sends what is due (design.md 3). Where everything stands as the
 * last one left it, and nothing has fallen due, there is nothing to do.
 */
export const onSweep = (ports: SweepPorts): void => {
  if (ports.cache.get(SWEPT) !== null) return;
  ports.cache.put(SWEPT, 'yes', LEAST_INTERVAL_SECONDS);
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const isSound = !tabProblem(view, 'ledger') && !tabProblem(view, 'orders');
  const print = ports.sends && isSound ? lookAround(ports, view) : null;
  const now = ports.clock.now().getTime();
  const isQuiet = print !== null && isAsLeft(ports, print, now);
  if (!isQuiet) {
    const nextDue = sweepWhole(ports, view, config);
    // Only what stood there before and after is what was looked at.
    if (print !== null && nextDue > now && lookAround(ports, view) === print) keepLook(ports, print, now, nextDue);
  } else if (askForFeedback(ports, view, config)) runDueMails(ports, view, config);
  if (!ports.sends) return;
  sendAlerts(ports, view);
  noteSweep(ports);
};

/** Everything is looked at. @returns when there may be something to do again, epoch milliseconds; 0: right away. */
const sweepWhole = (ports: SweepPorts, view: WorkbookView, config: Config): number => {
  let nextDue = 0;
  if (!tabProblem(view, 'ledger')) {
    const isDone = sweepAll(ports, view, config);
    askForFeedback(ports, view, config);
    const mails = runDueMails(ports, view, config);
    nextDue = isDone ? mails.nextDue : 0;
  }
  checkConfig(ports, view, config);
  watchHeaders(ports, view);
  rollActivity(ports, config);
  return nextDue;
};

/**
 * Several runs under the lock, one after the other, while there is something left and time; mails leave in between.
 * @returns whether all was looked at and settled.
 */
const sweepAll = (ports: SweepPorts, view: WorkbookView, config: Config): boolean => {
  const begun = ports.clock.now().getTime();
  for (;;) {
    const claimedAt = ports.clock.now().getTime();
    const report = sweepOrders(ports, view);
    deliver(ports, view, config, report?.mails ?? [], claimedAt);
    if (!report?.isMore) return report !== null;
    if (ports.clock.now().getTime() - begun >= ROWS_BUDGET) return false;
  }
};
