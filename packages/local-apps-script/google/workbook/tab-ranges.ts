import type { GridRange, TabMeta } from './tab-meta';

/** Where a range is after rows or columns were inserted or deleted; null when it is gone. */
export type MoveRange = (range: GridRange) => GridRange | null;

/** A tab's rules, protections and filters after every kept range has moved; a range that is gone takes its rule with it. */
export const movedRanges = (
  meta: TabMeta,
  move: MoveRange,
): Pick<TabMeta, 'conditionalRules' | 'protections' | 'filter' | 'filterViews'> => {
  const all = (ranges: readonly GridRange[]) => ranges.map(move).filter((range) => range !== null);
  const filterRange = meta.filter && move(meta.filter.range);
  return {
    conditionalRules: meta.conditionalRules
      .map((rule) => ({ ...rule, ranges: all(rule.ranges) }))
      .filter(({ ranges }) => ranges.length > 0),
    protections: meta.protections.flatMap((protection) => {
      const range = move(protection.range);
      const open = protection.unprotectedRanges ? { unprotectedRanges: all(protection.unprotectedRanges) } : {};
      return range ? [{ ...protection, range, ...open }] : [];
    }),
    filter: meta.filter && filterRange ? { ...meta.filter, range: filterRange } : null,
    filterViews: meta.filterViews.flatMap((view) => {
      const range = view.range ? move(view.range) : undefined;
      return range === null ? [] : [{ ...view, ...(range ? { range } : {}) }];
    }),
  };
};
