/** Something that may be the customer's. Staff have to decide. */
export interface Trace {
  readonly what: 'order' | 'refused' | 'cell' | 'note';
  readonly tab: string;
  readonly row: number;
  /** From 1; 0 where it is the whole row. */
  readonly column: number;
  /** What it is called: `My notes of ASDAR26-0001`, `Rejected, row 3`. */
  readonly where: string;
  /** Everything in that place. */
  readonly text: string;
  /** The part that's shown to staff, if not all of it. */
  readonly shown?: string;
  /** Why it may be theirs, as a part of a sentence. */
  readonly why: string;
  /** Whether it is in a row of the customer's. */
  readonly isTheirs: boolean;
  /** Whether it is offered as chosen. */
  readonly isLikely: boolean;
}
