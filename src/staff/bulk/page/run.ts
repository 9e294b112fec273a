import { call } from '../../../ui-kit/rpc';
import type { BulkDone } from '../bulk';

/** The result of a portion, and of all of them together. */
export interface Done extends BulkDone {
  /** How many of the unchanged ones may have been marked by a call whose answer got lost. */
  readonly resumed?: number;
}

export const NOTHING_DONE: Done = {
  changed: 0,
  unchanged: 0,
  troubles: [],
  emails: 0,
  leavesNow: true,
  testAddress: '',
};

/** Orders of one call: each takes some seconds and ends long before Google's six minutes. */
const PORTION = 25;

/** The progress of a run. `left` still has to be done. */
export interface Run {
  readonly done: Done;
  readonly left: readonly string[];
  readonly error: string;
}

/**
 * Marks orders portion by portion and reports each step; stops at the first call that fails, with what is left.
 * @param before what an interrupted run had done that this one continues; null for a new one.
 */
export const markAll = async (
  mark: string,
  ids: readonly string[],
  reason: string,
  before: Done | null,
  onStep: (run: Run) => void,
): Promise<void> => {
  let done = before ?? NOTHING_DONE;
  // The first portion after a failure may be done already: the call arrived but its answer got lost.
  let again = before !== null;
  for (let from = 0; from < ids.length; from += PORTION) {
    try {
      const step = await call<Done>('bulk.run', mark, ids.slice(from, from + PORTION), reason);
      const resumed = (done.resumed ?? 0) + (again ? step.unchanged : 0);
      again = false;
      done = {
        resumed,
        changed: done.changed + step.changed,
        unchanged: done.unchanged + step.unchanged,
        troubles: [...done.troubles, ...step.troubles],
        emails: done.emails + step.emails,
        leavesNow: step.leavesNow,
        testAddress: step.testAddress,
      };
      onStep({ done, left: ids.slice(from + PORTION), error: '' });
    } catch (error) {
      onStep({ done, left: ids.slice(from), error: (error as Error).message });
      return;
    }
  }
};
