import { headNow } from '../intake/ledger-lookup';
import type { Change } from '../workbook/changes';
import { LAST_GOOD, readConfig } from '../workbook/config';
import type { WorkbookView } from '../workbook/view';
import { ForPeople } from '../workspace/rpc';
import { RowsMoved } from './known-orders';
import type { PrintPorts } from './print-ports';

/** What is to be written, and what the person is told once it is. */
export interface Written<T> {
  readonly changes: readonly Change[];
  readonly value: T;
}

const LOCK_WAIT = 20_000;
const MOST_TRIES = 3;
const OTHERS_WRITE = 'The sheet is busy with other changes. Nothing was done; please try again in a moment.';

/**
 * Decides and writes in one commit under the lock; decided anew when another commit came between.
 * @throws ForPeople when it could not be stored.
 */
export const commitPrints = <T>(ports: PrintPorts, decide: (view: WorkbookView) => Written<T>): T => {
  if (!ports.lock.tryLock(LOCK_WAIT)) throw new ForPeople(OTHERS_WRITE);
  try {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const view = ports.workbook.read();
      const head = view.head ?? headNow(ports, view, readConfig(view, ports.properties.all()[LAST_GOOD]));
      const decided = decideStanding(() => decide(view));
      if (!decided) continue;
      const { changes, value } = decided;
      if (changes.length === 0) return value;
      const { outcome } = ports.committer.commit(view, changes, head);
      if (outcome === 'landed') return value;
      if (outcome === 'unknown')
        throw new ForPeople('The sheet did not say whether this was stored. Please open the batch again and look.');
      if (outcome !== 'stale') throw new ForPeople(OTHERS_WRITE);
    }
    throw new ForPeople(OTHERS_WRITE);
  } finally {
    ports.lock.release();
  }
};

/** Null when rows have moved under the decision, though the lock is held: a commit of an earlier moment has landed late. */
const decideStanding = <T>(decide: () => Written<T>): Written<T> | null => {
  try {
    return decide();
  } catch (error) {
    if (error instanceof RowsMoved) return null;
    throw error;
  }
};
