import type { Ports } from '../core/all-ports';

/** What chores need from the world besides their own ports. */
export type ChorePorts = Pick<Ports, 'cache' | 'sends'>;

/** Work that a time trigger has to do once in a while. It keeps track of when it last ran. */
export interface Chore<Ports> {
  /** For the report of an error: `the backup`. */
  readonly name: string;
  readonly run: (ports: Ports) => void;
}

/**
 * Outsiders can call a trigger's method: another call within this time is turned away (docs/design.md 3.9).
 */
const LEAST_INTERVAL_SECONDS = 3_600;

/**
 * Does the chores of one trigger in order, as the operator and at most once an hour. One that fails is reported and
 * doesn't stop the others.
 * @param report notes an unforeseen error.
 */
export const runChores = <Ports extends ChorePorts>(
  ports: Ports,
  trigger: string,
  chores: readonly Chore<Ports>[],
  report: (error: unknown, what: string) => unknown,
): void => {
  const key = `chores:${trigger}`;
  if (!ports.sends || ports.cache.get(key) !== null) return;
  ports.cache.put(key, 'yes', LEAST_INTERVAL_SECONDS);
  for (const { name, run } of chores) {
    try {
      run(ports);
    } catch (error) {
      report(error, name);
    }
  }
};
