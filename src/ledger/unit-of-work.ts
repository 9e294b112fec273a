import type { Ports } from '../core/all-ports';
import { type Lock, NotInForce } from '../core/ports';
import { newGeneration } from '../core/read-cache';
import type { ChangeWorkbook, Moment, Planned, Work, WorkDone } from '../core/work';
import { configOf } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import type { LedgerHead } from '../workbook/ledger-row';
import { boundedHead } from '../workbook/sequences';
import type { WorkbookView } from '../workbook/view';
import { headNow } from './lookup';
import { type PutRightPorts, putRight } from './put-right';

/** What the unit of work is made of. Features are handed {@link ChangeWorkbook}, and nothing of this. */
export interface UnitOfWorkPorts
  extends PutRightPorts,
    Pick<Ports, 'clock' | 'cache' | 'crypto' | 'properties' | 'ledger'> {
  readonly lock: Lock;
}

const MOST_TRIES = 3;
const MOVED_AWAY = 'This sheet is retired because its business is moving to another one.';
/** Tabs that programs read, through a cache that a change makes stale. */
const READ_BY_PROGRAMS: readonly string[] = ['orders', 'ledger', 'priceList', 'events', 'settings'];

/**
 * Changes the workbook in one commit, or in portions of one each: takes the lock, reads, plans, commits; plans again when
 * another commit came between; puts rows right that people moved in the meantime; lets go of the lock; has programs read again.
 * What the plan returns (emails that fall due) is for the caller, after the lock is free. Errors of a plan are thrown.
 */
export const changeWorkbook = (ports: UnitOfWorkPorts): ChangeWorkbook => {
  const state: State = { head: null, isForgotten: true };
  return (work) => {
    if (!ports.lock.tryLock(work.wait)) return { outcome: 'locked', values: [], error: '' };
    try {
      return carryOut(ports, work, state);
    } finally {
      ports.lock.release();
      if (!state.isForgotten) newGeneration(ports.cache, ports.crypto);
      state.isForgotten = true;
    }
  };
};

/** What one execution remembers of its commits. */
interface State {
  /** The Ledger's head that the last one left. */
  head: LedgerHead | null;
  /** Whether programs read again what they have read before. */
  isForgotten: boolean;
}

const carryOut = <T>(ports: UnitOfWorkPorts, work: Work<T>, state: State): WorkDone<T> => {
  const values: T[] = [];
  let view = work.view ?? ports.workbook.read();
  let error = '';
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const moment = momentOf(ports, view, state.head);
    if (moment.head.moved && !work.afterMove) throw new NotInForce(MOVED_AWAY);
    const planned = work.plan(moment);
    if (planned && planned.changes.length === 0) return landed(values, planned.value, true);
    const commit = planned && ports.committer.commit(view, planned.changes, headOf(moment, planned), work.by);
    if (planned && commit?.outcome === 'landed') {
      if (planned.changes.some(({ tab }) => READ_BY_PROGRAMS.includes(tab))) state.isForgotten = false;
      const { head, hasMoved } = putRight(ports, work.by, planned.changes, commit.former, commit.head);
      state.head = head;
      values.push(planned.value);
      if (!planned.isMore) return landed(values.slice(0, -1), planned.value, true);
      if (work.goesOn && !work.goesOn()) return landed(values.slice(0, -1), planned.value, false);
      tries = -1;
      if (hasMoved) view = ports.workbook.read();
      continue;
    }
    if (commit && 'error' in commit) error = commit.error;
    if (commit?.outcome === 'quota' || commit?.outcome === 'unknown') return { outcome: commit.outcome, values, error };
    if (tries === MOST_TRIES - 1)
      return { outcome: commit?.outcome === 'refused' ? 'refused' : 'stale', values, error };
    view = ports.workbook.read();
  }
  return { outcome: 'stale', values, error };
};

/** No writer leaves a head behind that its cell could not hold one day. */
const headOf = ({ config, head }: Moment, planned: Planned<unknown>): LedgerHead =>
  boundedHead(planned.head ?? head, (prefix) => config.events.has(prefix));

const landed = <T>(before: readonly T[], last: T, isComplete: boolean): WorkDone<T> => {
  const [first = last, ...others] = [...before, last];
  return { outcome: 'landed', values: [first, ...others], isComplete };
};

/** Of two heads the later one: a view may have been read before this execution's own last commit. */
const later = (one: LedgerHead | null | undefined, other: LedgerHead | null | undefined): LedgerHead | null => {
  if (!one || !other) return one ?? other ?? null;
  return one.revision >= other.revision ? one : other;
};

const momentOf = (ports: UnitOfWorkPorts, view: WorkbookView, last: LedgerHead | null): Moment => {
  const config = configOf(ports, view);
  const now = ports.clock.now();
  return {
    ...{ view, config, now: now.toISOString(), when: serialOf(ports.clock.local(now)) },
    head: later(view.head, last) ?? headNow(ports, view, config),
  };
};
