import { newGeneration } from '../api/read-cache';
import { askForFeedback } from '../feedback/ask-for-feedback';
import { noteSweep } from '../health/sweep-watch';
import { type AlertPorts, sendAlerts } from '../mail/alert-operator';
import { deliver } from '../mail/deliver';
import { type DueMailPorts, deliverDue } from '../mail/deliver-due';
import type { ActivityArchive } from '../ports';
import { type ConfigPorts, checkConfig } from '../setup/check-config';
import { type Config, LAST_GOOD, readConfig } from '../workbook/config';
import { tabProblem, type WorkbookView } from '../workbook/view';
import type { EditPorts } from './on-edit';
import { rollActivity } from './roll-activity';
import { sweepOrders } from './sweep';
import { type HeaderPorts, watchHeaders } from './watch-headers';

export interface SweepPorts extends EditPorts, DueMailPorts, ConfigPorts, HeaderPorts, AlertPorts {
  readonly activity: ActivityArchive;
}

/** A run right after another finds nothing to do: whoever calls it more often is turned away (design.md 3, Doors). */
const SWEPT = 'swept';
const LEAST_INTERVAL_SECONDS = 20;

/** Looking after the rows takes no longer than this in one run; trigger time is limited (platform-facts 3). */
const ROWS_BUDGET = 60_000;

/** The 5-minute sweep: settles what events missed, then sends what is due (design.md 3). */
export const onSweep = (ports: SweepPorts): void => {
  if (ports.cache.get(SWEPT) !== null) return;
  ports.cache.put(SWEPT, 'yes', LEAST_INTERVAL_SECONDS);
  const view = ports.workbook.read();
  const config = readConfig(view, ports.properties.all()[LAST_GOOD]);
  if (!tabProblem(view, 'ledger')) {
    sweepAll(ports, view, config);
    askForFeedback(ports, view, config);
    deliverDue(ports, view, config);
  }
  checkConfig(ports, view, config);
  watchHeaders(ports, view);
  rollActivity(ports, config);
  if (!ports.sends) return;
  sendAlerts(ports, view);
  noteSweep(ports);
};

/** Several runs under the lock, one after the other, while there is something left and time; mails leave in between. */
const sweepAll = (ports: SweepPorts, view: WorkbookView, config: Config): void => {
  const begun = ports.clock.now().getTime();
  for (let isMore = true; isMore; ) {
    const claimedAt = ports.clock.now().getTime();
    const report = sweepOrders(ports, view, config);
    if (report && report.accepted > 0) newGeneration(ports.cache, ports.crypto);
    deliver(ports, view, config, report?.mails ?? [], claimedAt);
    isMore = report?.isMore === true && ports.clock.now().getTime() - begun < ROWS_BUDGET;
  }
};
