import { ServiceOff } from '../core/ports';
import { dialog } from '../rpc/dialog';
import { method } from '../rpc/rpc';
import { configOf } from '../workbook/config';
import type { WorkbookView } from '../workbook/view';
import type { HealthLine } from './health-facts';
import { COPY_LINES, healthLines, isPoint, serviceOffLine } from './health-lines';
import { keepCheck } from './last-check';
import { type HealthPorts, readHealth } from './read-health';
import { sheetProblems } from './sheet-problems';

interface HealthBackstage {
  /** Null in a copy of the sheet. */
  readonly health: () => HealthPorts | null;
}

/** Without the Sheets service nothing can be read: then that is the only line. */
const linesOf = (ports: HealthPorts): readonly HealthLine[] => {
  try {
    return healthLines(readHealth(ports));
  } catch (error) {
    if (!(error instanceof ServiceOff)) throw error;
    return [serviceOffLine(error.message)];
  }
};

/** All lines of the check. What the operator's tells is kept for Today: nobody else sees triggers. */
export const checkHealth = (ports: HealthPorts | null): readonly HealthLine[] => {
  if (!ports) return COPY_LINES;
  const lines = linesOf(ports);
  if (ports.sends) keepCheck(ports.properties, lines);
  return lines;
};

/** What is not in order, a sentence each: for the platform, which has proved itself. */
export interface Troubles {
  /** What is wrong with tabs, columns and lines of staff's. */
  readonly problems: readonly string[];
  /** All else. */
  readonly warnings: readonly string[];
}

/** @param view the tabs, as the answer's execution has read them. */
export const healthTroubles = (ports: HealthPorts, view: WorkbookView): Troubles => ({
  problems: sheetProblems(view, configOf(ports, view)),
  warnings: healthLines(readHealth(ports))
    .filter((line) => line.key !== 'config' && isPoint(line))
    .map(({ label, text, todo }) => `${label}: ${text} ${todo}`.trim()),
});

/** The dialog Health. */
export const HEALTH = dialog(
  { page: 'health', title: 'Health', size: [720, 700] },
  {
    'health.read': method([], ({ health }: HealthBackstage) => checkHealth(health())),
  },
);
