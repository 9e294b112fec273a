import type { Cache, Clock, Properties, WorkbookReader } from '../../core/ports';
import { RELEASE } from '../../core/version';
import { sheetProblems } from '../../health/sheet-problems';
import { configOf } from '../../workbook/config';
import { strangersThisHour } from './limits';

/** What anybody may know. */
export const SHORT_HEALTH = { ok: true, version: RELEASE } as const;

export interface HealthPorts {
  readonly clock: Clock;
  readonly cache: Cache;
  readonly properties: Properties;
  readonly workbook: WorkbookReader;
  readonly troubles: () => readonly string[];
}

/** What the platform may know who has proved itself: requests that did not, and a sentence for each thing that is wrong. */
export const longHealth = (ports: HealthPorts): object => {
  const view = ports.workbook.read();
  return {
    ...SHORT_HEALTH,
    failedAuthentications: strangersThisHour(ports),
    problems: sheetProblems(view, configOf(ports, view)),
    warnings: ports.troubles(),
  };
};
