import type { Moment } from '../domain/statuses';
import type { Progress } from './ledger-row';

/**
 * When a step of an order was made: ISO 8601; blank where it was made and nobody knows when; undefined where it was not.
 * An order from before the program has the day of the order in its place, or nothing: that is nobody's knowledge. Orders
 * that an older version took over don't say so, but no step of the program is without a `previous`.
 */
export const stepMoment = (progress: Progress, createdAt: string, step: Moment): string | undefined => {
  const moment = progress[step];
  if (progress.guessed?.includes(step)) return moment === undefined || moment === createdAt ? '' : moment;
  return moment === createdAt && progress.previous === undefined ? '' : moment;
};
