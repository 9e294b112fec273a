import type { Area } from './a1';
import type { CellValue } from './cell';
import { requireCalculated } from './formula';
import type { Tab } from './tab';

/** One key of a sort: an absolute column index. */
export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

const collator = new Intl.Collator('en', { sensitivity: 'accent', numeric: false });

const rank = (value: CellValue): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

const compare = (a: CellValue, b: CellValue): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return rank(a) - rank(b) || Number(a) - Number(b);
};

/** Sorts the rows of an area, formats and notes along: numbers, texts, booleans; blank cells last either way; stable. */
export const sortArea = (tab: Tab, area: Area, keys: readonly SortKey[]): void => {
  const order = Array.from({ length: area.bottom - area.top }, (_, index) => index);
  for (const { column } of keys)
    for (const row of order) requireCalculated(tab.value(area.top + row, column), tab.extra(area.top + row, column));
  order.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const left = tab.value(area.top + a, column);
      const right = tab.value(area.top + b, column);
      if (left === null || right === null) {
        if (left !== right) return left === null ? 1 : -1;
        continue;
      }
      const difference = compare(left, right);
      if (difference !== 0) return ascending ? difference : -difference;
    }
    return a - b;
  });
  tab.permute(area, order);
};
