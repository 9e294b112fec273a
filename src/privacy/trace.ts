/** Something that may be the customer's, to be decided by a person. */
export interface Trace {
  readonly what: 'order' | 'refused' | 'cell' | 'note';
  readonly tab: string;
  readonly row: number;
  /** From 1; 0 where it is the whole row. */
  readonly column: number;
  /** What it is called: `My notes of ASDAR26-0001`, `Rejected, row 3`. */
  readonly where: string;
  /** All of what stands there. */
  readonly text: string;
  /** What of it people are shown, when not all. */
  readonly shown?: string;
  /** Why it may be theirs, as a part of a sentence. */
  readonly why: string;
  /** Whether it is in a row of the customer's. */
  readonly isTheirs: boolean;
  /** Whether it is offered as chosen. */
  readonly isLikely: boolean;
}
