import { displayValue } from './display';
import { closeRange } from './grid-range';
import type { Tab } from './tab';
import type { BasicFilter } from './tab-meta';
import { conditionHolds } from './validation';

/** Sets or removes a tab's filter and hides the rows that it does not show; its first row is the header. */
export const applyFilter = (tab: Tab, filter: BasicFilter | null): void => {
  tab.configure({ filter });
  for (const [index, row] of tab.rows.entries()) if (row?.filtered) tab.setRow(index, { filtered: false });
  if (!filter) return;
  const area = closeRange(filter.range, tab.meta.rowCount, tab.meta.columnCount);
  for (let row = area.top + 1; row < area.bottom; row++) {
    const shows = Object.entries(filter.criteria ?? {}).every(([column, { hiddenValues, condition }]) => {
      const value = tab.value(row, Number(column));
      const shown = displayValue(value, tab.extra(row, Number(column)));
      if (hiddenValues?.includes(shown)) return false;
      return !condition || (conditionHolds(condition, value, shown) ?? true);
    });
    if (!shows) tab.setRow(row, { filtered: true });
  }
};
