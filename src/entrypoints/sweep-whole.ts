import type { Ports } from '../core/all-ports';
import { checkConfig } from '../core/check-config';
import type { StaffPorts } from '../core/staff-ports';
import { askForFeedback } from '../customers/ask-for-feedback';
import { deliver } from '../email/deliver';
import { runDueEmails } from '../email/deliver-due';
import { tellOfMissingAddress } from '../email/postal-address';
import { sendAlerts } from '../email/send-alerts';
import { alertOfMissing } from '../health/missing-orders';
import { noteSweep } from '../health/sweep-watch';
import { type CheckPorts, checkHeaders } from '../repair/check-headers';
import { noteLedger } from '../repair/ledger-seen';
import { watchHeaders } from '../repair/watch-headers';
import { sweepOrders } from '../statuses/sweep';
import { type Config, configOf } from '../workbook/config';
import { textOf } from '../workbook/layout';
import { ALERT } from '../workbook/outbox-row';
import { tabProblem, type WorkbookView } from '../workbook/view';
import { rollActivity } from './roll-activity';
import { keepPrint, workbookPrint } from './unchanged-since';

/** What a sweep with something to do works with. */
export type WholePorts = Ports & CheckPorts & Pick<StaffPorts, 'cellNotes' | 'activity'>;

/** What the sweep saw before it knew that there is something to do. */
export interface Looked {
  readonly view: WorkbookView;
  /** A digest of what it saw; null if there is none, or if it isn't this execution's job. */
  readonly print: string | null;
  /** When that was; epoch milliseconds. */
  readonly now: number;
  /** Whether everything is as the last whole sweep left it: then only what is due by the clock has to be done. */
  readonly isQuiet: boolean;
}

/** One run spends no longer than this on rows, as trigger time is limited (docs/google.md G3). */
const ROWS_BUDGET = 60_000;

/** The part of a sweep that does something. */
export const goOnSweeping = (ports: WholePorts, { view: before, print, now, isQuiet }: Looked): void => {
  const view = isQuiet ? before : checkHeaders(ports, before);
  const config = configOf(ports, view);
  if (!isQuiet) {
    const nextDue = sweepWhole(ports, view, config);
    // Keep the digest only if it's the same before and after: then that is what was checked.
    if (print !== null && nextDue > now && workbookPrint(ports, view) === print) keepPrint(ports, print, now, nextDue);
  } else if (askForFeedback(ports, view, config)) runDueEmails(ports, view, config);
  if (!ports.sends) return;
  if (!tabProblem(view, 'ledger')) {
    noteLedger(ports.properties, view);
    alertOfMissing(ports, view);
  }
  sendAlerts(ports, view);
  noteSweep(ports);
};

/** Checks everything. @returns when there may be something to do again, epoch milliseconds; 0: right away. */
const sweepWhole = (ports: WholePorts, view: WorkbookView, config: Config): number => {
  let nextDue = 0;
  if (!tabProblem(view, 'ledger')) {
    const isDone = sweepAll(ports, view, config);
    if (ports.sends)
      tellOfMissingAddress(ports, config.settings, () =>
        ports.outbox.all(view).some(({ cells }) => textOf(cells.Kind) !== ALERT),
      );
    askForFeedback(ports, view, config);
    const emails = runDueEmails(ports, view, config);
    nextDue = isDone ? emails.nextDue : 0;
  }
  checkConfig(ports, view, config);
  watchHeaders(ports, view);
  rollActivity(ports, config);
  return nextDue;
};

/**
 * Several runs under the lock, one after another, as long as there is work and time; emails are sent in between.
 * @returns whether everything was checked and settled.
 */
const sweepAll = (ports: WholePorts, view: WorkbookView, config: Config): boolean => {
  const begun = ports.clock.now().getTime();
  for (;;) {
    const claimedAt = ports.clock.now().getTime();
    const report = sweepOrders(ports, view);
    deliver(ports, view, config, report?.emails ?? [], claimedAt);
    if (!report?.isMore) return report !== null;
    if (ports.clock.now().getTime() - begun >= ROWS_BUDGET) return false;
  }
};
