import { ForPeople } from '../rpc/rpc';
import type { Change } from '../workbook/changes';
import type { WorkbookView } from '../workbook/view';
import { RowsMoved } from './known-orders';
import type { PrintPorts } from './print-ports';

/** What is to be written, and what the person is told once it is. */
export interface PrintChanges<T> {
  readonly changes: readonly Change[];
  readonly value: T;
}

const LOCK_WAIT = 20_000;
const OTHERS_WRITE = 'The sheet is busy with other changes. Nothing was done; please try again in a moment.';

/**
 * Decides and writes in one commit under the lock; decided anew when another commit came between.
 * @throws ForPeople when it could not be stored.
 */
export const commitPrints = <T>(ports: PrintPorts, decide: (view: WorkbookView) => PrintChanges<T>): T => {
  const done = ports.change({
    by: 'write down prints',
    wait: LOCK_WAIT,
    plan: ({ view }) => decideStanding(() => decide(view)),
  });
  if (done.outcome === 'landed') return done.values[0];
  throw new ForPeople(
    done.outcome === 'unknown'
      ? 'The sheet did not say whether this was stored. Please open the batch again and look.'
      : OTHERS_WRITE,
  );
};

/** Null when rows have moved under the decision, though the lock is held: a commit of an earlier moment has landed late. */
const decideStanding = <T>(decide: () => PrintChanges<T>): PrintChanges<T> | null => {
  try {
    return decide();
  } catch (error) {
    if (error instanceof RowsMoved) return null;
    throw error;
  }
};
