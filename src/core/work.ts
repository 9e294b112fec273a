import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import type { LedgerHead } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { CommitOutcome } from './ports';
/** The workbook at the moment at which changes are planned, under the lock. */
export interface Moment {
  readonly view: WorkbookView;
  readonly config: Config;
  /**
   * The Ledger's head, read before any row that the plan reads. Its revision guards the commit: if another commit lands
   * in between, this one doesn't, and everything is read and planned again.
   */
  readonly head: LedgerHead;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** The same as a serial number in the sheet's time zone. */
  readonly when: number;
}

/** The changes to make, and what the caller gets once they have landed. */
export interface Planned<T> {
  /** In the words of the tabs; none: there is nothing to change, and nothing is committed. */
  readonly changes: readonly Change[];
  readonly value: T;
  /** The head with other sequences, where numbers are given away. */
  readonly head?: LedgerHead;
  /** Whether there is more to do than one commit takes: then the plan is asked again. */
  readonly isMore?: boolean;
}

/** One unit of work. */
export interface Work<T> {
  /** Who writes, in a few words: each writer is tested by this name. */
  readonly by: string;
  /** How many milliseconds to wait for the lock. */
  readonly wait: number;
  /** Whether it's for a retired sheet, in which nothing else commits. */
  readonly afterMove?: true;
  /** What the caller has already read; if absent, it's read now. */
  readonly view?: WorkbookView;
  /** Decides from the state at that moment; null if what it read is inconsistent and must be read again. */
  readonly plan: (moment: Moment) => Planned<T> | null;
  /** Asked before each further commit: false leaves the rest. */
  readonly goesOn?: () => boolean;
}

/** The result of a unit of work; `values` come from the plans that landed, in order. */
export type WorkDone<T> =
  | { readonly outcome: 'landed'; readonly values: readonly [T, ...T[]]; readonly isComplete: boolean }
  | {
      readonly outcome: 'locked' | Exclude<CommitOutcome['outcome'], 'landed'>;
      readonly values: readonly T[];
      /** Google's words; blank when the lock could not be had. */
      readonly error: string;
    };

/** How features change the workbook: the only way to a commit. */
export type ChangeWorkbook = <T>(work: Work<T>) => WorkDone<T>;
