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
   * The Ledger's head, read before any row that the plan reads. The commit is guarded by its revision: when another one
   * lands in between, this one does not, and everything is read and planned anew.
   */
  readonly head: LedgerHead;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** The same as a serial number in the sheet's time zone. */
  readonly when: number;
}

/** What is to be changed, and what the caller gets once it has landed. */
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
  /** So many milliseconds the lock is waited for. */
  readonly wait: number;
  /** What the caller has read already; read anew when absent. */
  readonly view?: WorkbookView;
  /** Decides from what stands at that moment; null when what it read does not fit together, and is to be read anew. */
  readonly plan: (moment: Moment) => Planned<T> | null;
  /** Asked before each further commit: false leaves the rest. */
  readonly goesOn?: () => boolean;
}

/** What came of a unit of work; `values` are those of the plans that have landed, in turn. */
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
