import type { Moment } from '../domain/statuses';
import type { Progress } from './ledger-row';

/**
 * When a step of an order was made: ISO 8601; blank where it was made and nobody knows when; undefined where it was not.
 * An order from before the program has the day of the order instead, or nothing, since nobody knows. Orders that an
 * older version imported don't say so, but every step made by the program has a `previous`.
 */
export const stepMoment = (progress: Progress, createdAt: string, step: Moment): string | undefined => {
  const moment = progress[step];
  if (progress.guessed?.includes(step)) return moment === undefined || moment === createdAt ? '' : moment;
  return moment === createdAt && progress.previous === undefined ? '' : moment;
};
