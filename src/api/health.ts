import type { Cache, Clock, Properties, WorkbookReader } from '../ports';
import { VERSION } from '../version';
import { LAST_GOOD, readConfig } from '../workbook/config';
import { layoutProblem } from '../workbook/layout';
import { TAB_KEYS, TABS } from '../workbook/tabs';
import { strangersThisHour } from './limits';

/** What anybody may know. */
export const SHORT_HEALTH = { ok: true, version: VERSION } as const;

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
  const { faults } = readConfig(view, ports.properties.all()[LAST_GOOD]);
  const layouts = TAB_KEYS.filter((key) => TABS[key].columns.length > 0).map((key) => {
    const place = view.places[key];
    return place ? layoutProblem(place.layout) : `The tab ${TABS[key].name} is missing.`;
  });
  return {
    ...SHORT_HEALTH,
    failedAuthentications: strangersThisHour(ports),
    problems: [...layouts, ...faults.map(({ message }) => message)].filter(Boolean),
    warnings: ports.troubles(),
  };
};
