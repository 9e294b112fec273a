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
 * What can be odd about a row: a status that isn't allowed, one that is on hold because its column looks sorted on its own
 * or because the row looks like another order, a correction that can't be accepted, data that differs from the order.
 */
export type ConcernCode = 'refused' | 'torn' | 'foreign' | 'correction' | 'accepted' | 'differs';

/** Something odd about a row: the column that shows it, and a sentence that says what and what to do. */
export interface Concern {
  readonly header: string;
  readonly code: ConcernCode;
  /** What it is about, such as the typed text: a different one is reported again. Blank if its code is enough. */
  readonly about: string;
  readonly message: string;
}

/** What happens to one row: data only, carried out by one commit (docs/design.md 3.1). */
export interface Decision {
  readonly outcome: 'nothing' | 'accepted' | 'reverted' | 'flagged';
  /** Cells of the Orders row to set, by header. */
  readonly cells: Row;
  /** Notes to set, by header; blank removes one. */
  readonly notes: Readonly<Record<string, string>>;
  /** The new Ledger entry; null when it stays. */
  readonly entry: LedgerEntry | null;
  /** Emails that fall due. */
  readonly emails: readonly EmailKind[];
  /** Emails that no longer apply: an undone step's. */
  readonly withdrawn: readonly EmailKind[];
  readonly events: readonly Event[];
  /** What the editor is shown: one sentence; blank for nothing. */
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

/** Whether a decision changes nothing. */
export const isIdle = ({ cells, notes, entry }: Decision): boolean =>
  entry === null && Object.keys(cells).length === 0 && Object.keys(notes).length === 0;
