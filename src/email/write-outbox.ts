import type { Ports } from '../core/all-ports';
import type { Change } from '../workbook/changes';
import type { WorkbookView } from '../workbook/view';

const LOCK_WAIT = 10_000;

/**
 * Lands changes of the Outbox as one commit, guarded like every other: a write that Google carries out late can never
 * set an email back that has left since.
 * @param plan reads what the changes are about, under the lock.
 * @returns whether the changes landed.
 */
export const writeOutbox = (
  { change }: Pick<Ports, 'change'>,
  view: WorkbookView,
  plan: (view: WorkbookView) => readonly Change[],
): boolean => {
  const done = change({
    by: 'write the Outbox',
    wait: LOCK_WAIT,
    view,
    plan: (moment) => ({ changes: plan(moment.view), value: null }),
  });
  return done.outcome === 'landed';
};
