import { parseOrderStatus, STATUS_FACTS } from '../domain/statuses';
import { textOf } from '../workbook/layout';
import { decide } from './decide';
import { isHeldAsSortedAlone, statusMark } from './flagging';
import type { Candidate } from './reconcile';

/** Whether column L holds another status than the Ledger, and whether an order could have gone there. */
const directionOf = ({ row, entry }: Candidate): 'forward' | 'backward' | null => {
  const status = parseOrderStatus(textOf(row.cells.Status));
  if (!status || status === entry.status) return null;
  return STATUS_FACTS[entry.status].next.includes(status) ? 'forward' : 'backward';
};

/** Whether what was told about column L no longer fits what stands there: it changed once more, unseen. */
const hasChangedSinceTold = ({ row, entry, hint }: Candidate): boolean => {
  const told = statusMark(entry);
  if (told === '') return false;
  const { entry: after } = decide({ row: row.cells, entry, hint, now: '', mails: [] });
  return after !== null && statusMark(after) !== told;
};

/**
 * What the sweep finds changed although nobody was seen typing may be a sort of some columns only: then statuses have
 * moved between orders, and for every order that seems to have gone forward another one seems to have gone back, or to
 * have lost what was odd about it. Such a mix is held as a whole; staff who did change one order back at the same time
 * are asked to type it again.
 */
export const markSortedAlone = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const looked = candidates.map((candidate) => {
    const direction = directionOf(candidate);
    const isStrange =
      hasChangedSinceTold(candidate) || (direction === 'backward' && statusMark(candidate.entry) === '');
    return {
      candidate,
      direction,
      isStrange,
      isNewStep: direction === 'forward' && !isHeldAsSortedAlone(candidate.entry),
    };
  });
  const strange = looked.filter(({ isStrange }) => isStrange);
  const isSortedAlone = looked.some((it) => it.isNewStep && strange.some((other) => other !== it));
  if (!isSortedAlone) return candidates;
  return looked.map(({ candidate, direction }) =>
    direction === null ? candidate : { ...candidate, hint: { ...candidate.hint, sortedAlone: true } },
  );
};
