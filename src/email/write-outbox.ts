import type { Ports } from '../core/all-ports';
import type { Change } from '../workbook/changes';
import type { WorkbookView } from '../workbook/view';

const LOCK_WAIT = 10_000;

/**
 * Commits changes to the Outbox, guarded like every other write: one that Google carries out late can never reset an
 * email that was sent since.
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
