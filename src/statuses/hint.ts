/**
 * What is known of why rows are looked at. It may be wrong or forged: it never says what stands in a cell, only
 * what may be assumed about how it came there (docs/design.md 3.2).
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
  /** Several steps at once are announced by the last one's email only. */
  readonly oneEmail?: boolean;
  /** The row is one of several whose statuses look as if their column had been sorted on its own. */
  readonly sortedAlone?: boolean;
  /** Why, in a person's words: kept in the Activity tab. */
  readonly reason?: string;
}

/** The sweep saw nobody type: it flags where an edit would be put back. */
export const SWEEP: Hint = { source: 'sweep', by: 'sweep', touched: new Set(), singleRow: false, seen: [] };

/** How the Activity tab says where a change came from. */
export const describeSource = ({ source }: Hint): string => {
  switch (source) {
    case 'sheet':
      return 'in the sheet';
    case 'API':
      return 'through the API';
    case 'menu':
      return 'by the menu';
    case 'sweep':
      return 'in the sheet, found by the sweep';
    default:
      return source satisfies never;
  }
};
