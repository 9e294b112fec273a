/**
 * What is known of why rows are looked at. It may be wrong or forged: it never says what stands in a cell, only
 * what may be assumed about how it came there (design.md 3).
 */
export interface Hint {
  readonly source: 'sheet' | 'API' | 'menu' | 'sweep';
  /** Who or what, for the Activity tab. */
  readonly by: string;
  /** The headers of the columns that were seen edited; empty for the sweep. */
  readonly touched: ReadonlySet<string>;
  /** Whether the edit was one row only: a correction of customer data is taken over only then. */
  readonly singleRow: boolean;
  /** `oldValue` and `value` of a single typed cell in column L. */
  readonly seen: readonly string[];
}

/** The sweep saw nobody type: it flags where an edit would be put back. */
export const SWEEP: Hint = { source: 'sweep', by: 'sweep', touched: new Set(), singleRow: false, seen: [] };
