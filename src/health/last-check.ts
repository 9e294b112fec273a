import type { Properties } from '../core/ports';
import type { HealthLine } from './health-facts';
import { isPoint } from './health-lines';

/** What the operator's last whole check found that only it can find: for those who look at Today. */
const LAST_CHECK = 'LAST_CHECK';

/** Lines that hold until someone does something about them, and that no look at the tabs tells. */
const KEPT: readonly string[] = ['triggers', 'consent', 'size', 'growth', 'locale', 'version'];

/** Keeps what a whole check has found, where it differs from what is known. */
export const keepCheck = (properties: Properties, lines: readonly HealthLine[]): void => {
  const points = lines.filter((line) => KEPT.includes(line.key) && isPoint(line)).map(({ label }) => label);
  const text = JSON.stringify(points);
  if (properties.all()[LAST_CHECK] !== text) properties.set({ [LAST_CHECK]: text });
};

/** The labels of the lines that were not in order at the last whole check; null when there was none. */
export const lastCheck = (properties: Readonly<Record<string, string>>): readonly string[] | null => {
  const kept = properties[LAST_CHECK];
  return kept === undefined ? null : (JSON.parse(kept) as readonly string[]);
};
