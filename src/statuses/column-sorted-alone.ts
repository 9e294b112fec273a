import { parseOrderStatus, STATUS_FACTS } from '../domain/statuses';
import { textOf } from '../workbook/layout';
import { decide } from './decide';
import { isHeldAsSortedAlone, statusMark } from './flagging';
import type { Candidate, Decided } from './reconcile';

/** Whether column L holds another status than the Ledger, and whether an order could have gone there. */
const directionOf = ({ row, entry }: Candidate): 'forward' | 'backward' | null => {
  const status = parseOrderStatus(textOf(row.cells.Status));
  if (!status || status === entry.status) return null;
  return STATUS_FACTS[entry.status].next.includes(status) ? 'forward' : 'backward';
};

/**
 * Whether what was reported about column L no longer fits the cell: it changed again, unseen. A refused undo fits as long
 * as the email that blocks it does, so the decision needs to know the emails.
 */
const hasChangedSinceTold = ({ entry, decision }: Decided): boolean => {
  const told = statusMark(entry);
  return told !== '' && decision.entry !== null && statusMark(decision.entry) !== told;
};

/** The decision about a row whose status may have come from another order. */
const held = ({ decision: _, ...candidate }: Decided, now: string): Decided => {
  const hint = { ...candidate.hint, sortedAlone: true };
  return {
    ...candidate,
    hint,
    decision: decide({ row: candidate.row.cells, entry: candidate.entry, hint, now, emails: [] }),
  };
};

/**
 * Changes that the sweep finds although no typing was seen may come from sorting some columns only: then statuses have
 * moved between orders, and for every order that seems to have gone forward another one seems to have gone back, or to
 * have lost what was odd about it. Such a mix is held as a whole; staff who did change one order back at the same time
 * are asked to type it again.
 * @param decided the decision about each row on its own.
 */
export const holdSortedAlone = (decided: readonly Decided[], now: string): readonly Decided[] => {
  const looked = decided.map((it) => {
    const direction = directionOf(it);
    const isStrange = hasChangedSinceTold(it) || (direction === 'backward' && statusMark(it.entry) === '');
    return { it, direction, isStrange, isNewStep: direction === 'forward' && !isHeldAsSortedAlone(it.entry) };
  });
  const strange = looked.filter(({ isStrange }) => isStrange);
  const isSortedAlone = looked.some((each) => each.isNewStep && strange.some((other) => other !== each));
  if (!isSortedAlone) return decided;
  return looked.map(({ it, direction }) => (direction === null ? it : held(it, now)));
};
