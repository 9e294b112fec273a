import { ForPeople } from '../rpc/rpc';
import type { Change } from '../workbook/changes';
import type { WorkbookView } from '../workbook/view';
import { RowsMoved } from './known-orders';
import type { PrintPorts } from './print-ports';

/** What to write, and what to return once it's written. */
export interface PrintChanges<T> {
  readonly changes: readonly Change[];
  readonly value: T;
}

const LOCK_WAIT = 20_000;
const OTHERS_WRITE = 'The sheet is busy, so nothing was done. Please try again in a moment.';

/**
 * Decides and writes in one commit under the lock; decides again if another commit came in between.
 * @throws ForPeople when it couldn't be stored.
 */
export const commitPrints = <T>(ports: PrintPorts, decide: (view: WorkbookView) => PrintChanges<T>): T => {
  const done = ports.change({
    by: 'write down prints',
    wait: LOCK_WAIT,
    plan: ({ view }) => decideStanding(() => decide(view)),
  });
  if (done.outcome === 'landed') return done.values[0];
  throw new ForPeople(
    done.outcome === 'unknown' ? 'This may not have been saved. Reopen the batch to check.' : OTHERS_WRITE,
  );
};

/** Null when rows moved during the decision although the lock is held: an earlier commit landed late. */
const decideStanding = <T>(decide: () => PrintChanges<T>): PrintChanges<T> | null => {
  try {
    return decide();
  } catch (error) {
    if (error instanceof RowsMoved) return null;
    throw error;
  }
};
