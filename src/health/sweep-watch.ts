import type { Ports } from '../core/all-ports';
import type { Clock, Properties } from '../core/ports';
import { shownTime } from '../core/shown-time';

/** The Script Property with the moment (ISO 8601, UTC) at which the operator's sweep last came to its end. */
export const LAST_SWEEP = 'LAST_SWEEP';
/** The Script Property with the stop of the sweep that the operator was notified about: its last run before. */
const TOLD = 'SWEEP_TOLD';
/** The sweep runs every 5 minutes: after an hour without it something is wrong. */
const LONGEST_PAUSE = 3_600_000;

/** Whether the sweep has stopped; a sheet where it never ran is one that is being set up. */
export const hasSweepStopped = (properties: Readonly<Record<string, string>>, now: Date): boolean =>
  now.getTime() - Date.parse(properties[LAST_SWEEP] ?? '') > LONGEST_PAUSE;

/** Called at the end of the operator's sweep: the properties are read by every execution anyway. */
export const noteSweep = ({
  properties,
  clock,
}: {
  readonly properties: Properties;
  readonly clock: Pick<Clock, 'now'>;
}): void => properties.set({ [LAST_SWEEP]: clock.now().toISOString() });

export type WatchPorts = Pick<Ports, 'clock' | 'properties' | 'sends' | 'tellOfStop'>;

/**
 * Looked at by posts, health, edits and dialogs: when the sweep has stopped, a sentence that says so; the first one
 * that may email tells the operator, once for each stop. Costs nothing while all is well, and never throws.
 */
export const watchSweep = (ports: WatchPorts): string => {
  const { clock, properties } = ports;
  if (!hasSweepStopped(properties.all(), clock.now())) return '';
  const last = properties.all()[LAST_SWEEP] ?? '';
  try {
    const text = `The 5-minute check of the sheet hasn't run since ${shownTime(clock, last)}, so waiting emails aren't going out.`;
    if (ports.sends && properties.fresh(TOLD) !== last) {
      properties.set({ [TOLD]: last });
      ports.tellOfStop(text);
    }
    return text;
  } catch {
    // The answer to a customer's order does not hang on this.
    return '';
  }
};

/** An answer of the web app, with the sentence when there is one. */
export const withHealth = (ports: WatchPorts, answer: object): object => {
  const health = watchSweep(ports);
  return health ? { ...answer, health } : answer;
};
