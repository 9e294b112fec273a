import type { Area } from './a1';
import type { Tab } from './tab';

/** The block of data around an area: grown until blank lines surround it. */
export const dataRegion = (tab: Tab, start: Area): Area => {
  const full = ({ top, left, bottom, right }: Area): boolean => {
    for (let row = Math.max(0, top); row < Math.min(bottom, tab.meta.rowCount); row++) {
      for (let column = Math.max(0, left); column < Math.min(right, tab.meta.columnCount); column++) {
        if (tab.value(row, column) !== null) return true;
      }
    }
    return false;
  };
  let area = start;
  for (;;) {
    const { top, left, bottom, right } = area;
    const wide = { left: left - 1, right: right + 1 };
    const next = {
      top: top > 0 && full({ ...wide, top: top - 1, bottom: top }) ? top - 1 : top,
      bottom: bottom < tab.meta.rowCount && full({ ...wide, top: bottom, bottom: bottom + 1 }) ? bottom + 1 : bottom,
      left: left > 0 && full({ top: top - 1, bottom: bottom + 1, left: left - 1, right: left }) ? left - 1 : left,
      right:
        right < tab.meta.columnCount && full({ top: top - 1, bottom: bottom + 1, left: right, right: right + 1 })
          ? right + 1
          : right,
    };
    if (next.top === top && next.bottom === bottom && next.left === left && next.right === right) return area;
    area = next;
  }
};
