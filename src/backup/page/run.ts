import { call } from '../../ui-kit/rpc';
import type { ShownDifference as Difference } from '../methods';
import type { Restored } from '../restore';
import { chosenOf } from './chosen';

/** Orders of one call. */
const PORTION = 100;

/** How far a restore has come. */
export interface Run {
  readonly done: Restored;
  readonly left: readonly Difference[];
  readonly error: string;
}

export const NOTHING_DONE: Restored = { restored: 0, unchanged: 0, troubles: [] };

/** Restores orders in portions and reports each step. Stops at the first call that fails, and returns what is left. */
export const restoreAll = async (
  source: string,
  orders: readonly Difference[],
  own: boolean,
  before: Restored,
  onStep: (run: Run) => void,
): Promise<void> => {
  let done = before;
  for (let from = 0; from < orders.length; from += PORTION) {
    try {
      const portion = orders.slice(from, from + PORTION);
      const step = await call<Restored>('restore.run', source, chosenOf(portion, own));
      done = {
        restored: done.restored + step.restored,
        unchanged: done.unchanged + step.unchanged,
        troubles: [...new Set([...done.troubles, ...step.troubles])],
      };
      onStep({ done, left: orders.slice(from + PORTION), error: '' });
    } catch (error) {
      onStep({ done, left: orders.slice(from), error: (error as Error).message });
      return;
    }
  }
};
