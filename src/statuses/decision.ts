import type { EmailKind } from '../domain/email-kind';
import type { Row } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';

/** One line for the Activity tab, without its moment. */
export interface Event {
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly detail: string;
}

/**
 * What can be odd about a row: a status that was not allowed, held since its column looked sorted on its own or since
 * the row looks like another order, a correction that cannot be accepted, data that was accepted otherwise.
 */
export type ConcernCode = 'refused' | 'torn' | 'foreign' | 'correction' | 'accepted' | 'differs';

/** Something odd about a row: the column that shows it, and a sentence that says what and what to do. */
export interface Concern {
  readonly header: string;
  readonly code: ConcernCode;
  /** What it is about, such as the typed text: another one is told again. Blank: there is only one of its code. */
  readonly about: string;
  readonly message: string;
}

/** What is to happen with one row: data only, carried out by one commit (docs/design.md 3.1). */
export interface Decision {
  readonly outcome: 'nothing' | 'accepted' | 'put back' | 'flagged';
  /** Cells of the Orders row to set, by header. */
  readonly cells: Row;
  /** Notes to set, by header; blank takes one away. */
  readonly notes: Readonly<Record<string, string>>;
  /** The Ledger entry as it is to be; null when it stays. */
  readonly entry: LedgerEntry | null;
  /** Emails that fall due. */
  readonly emails: readonly EmailKind[];
  /** Emails that are no longer true: an undone step's. */
  readonly withdrawn: readonly EmailKind[];
  readonly events: readonly Event[];
  /** What a person is told: one sentence; blank when there is nothing to tell. */
  readonly message: string;
}

export const NOTHING: Decision = {
  outcome: 'nothing',
  cells: {},
  notes: {},
  entry: null,
  emails: [],
  withdrawn: [],
  events: [],
  message: '',
};

/** Whether a decision leaves everything as it stands. */
export const isIdle = ({ cells, notes, entry }: Decision): boolean =>
  entry === null && Object.keys(cells).length === 0 && Object.keys(notes).length === 0;
