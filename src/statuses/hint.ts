/**
 * What is known about why rows are checked. It may be wrong or forged: it never says what a cell contains, only what may
 * be assumed about how that got there (docs/design.md 3.2).
 */
export interface Hint {
  readonly source: 'sheet' | 'API' | 'menu' | 'sweep';
  /** Who or what, for the Activity tab. */
  readonly by: string;
  /** The headers of the columns that were seen edited; empty for the sweep. */
  readonly touched: ReadonlySet<string>;
  /** Whether the edit was one row only: a correction of customer data is accepted only then. */
  readonly singleRow: boolean;
  /** `oldValue` and `value` of a single typed cell in column L. */
  readonly seen: readonly string[];
  /** Several steps at once are announced by the last one's email only. */
  readonly oneEmail?: boolean;
  /** The row is one of several whose statuses look as if their column had been sorted on its own. */
  readonly sortedAlone?: boolean;
  /** The reason that staff gave: kept in the Activity tab. */
  readonly reason?: string;
}

/** The sweep doesn't see who typed what: it flags what would be reverted in an edit. */
export const SWEEP: Hint = { source: 'sweep', by: 'sweep', touched: new Set(), singleRow: false, seen: [] };

/** How the Activity tab says where a change came from. */
export const describeSource = ({ source }: Hint): string => {
  switch (source) {
    case 'sheet':
      return 'in the sheet';
    case 'API':
      return 'through the API';
    case 'menu':
      return 'from the menu';
    case 'sweep':
      return 'in the sheet, noticed by the 5-minute check';
    default:
      return source satisfies never;
  }
};
