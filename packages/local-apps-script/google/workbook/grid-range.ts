import type { Area } from './a1';
import type { GridRange } from './tab-meta';

/** Closes the open sides of a grid range at the edges of its tab. */
export const closeRange = (range: GridRange, rows: number, columns: number): Area => ({
  top: range.startRowIndex ?? 0,
  left: range.startColumnIndex ?? 0,
  bottom: Math.min(range.endRowIndex ?? rows, rows),
  right: Math.min(range.endColumnIndex ?? columns, columns),
});

/** The grid range of an area. */
export const rangeOf = (sheetId: number, { top, left, bottom, right }: Area): GridRange => ({
  sheetId,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});

/** Whether two areas share a cell. */
export const overlaps = (a: Area, b: Area): boolean =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

/** Whether the first area lies within the second. */
export const within = (a: Area, b: Area): boolean =>
  a.top >= b.top && a.bottom <= b.bottom && a.left >= b.left && a.right <= b.right;

type Side = 'Row' | 'Column';

const shift = (range: GridRange, side: Side, change: (start: number, end: number) => [number, number]) => {
  const startKey = `start${side}Index` as const;
  const endKey = `end${side}Index` as const;
  const start = range[startKey];
  const end = range[endKey];
  if (start === undefined && end === undefined) return range;
  const [newStart, newEnd] = change(start ?? 0, end ?? Number.MAX_SAFE_INTEGER);
  return {
    ...range,
    ...(start === undefined ? {} : { [startKey]: newStart }),
    ...(end === undefined ? {} : { [endKey]: newEnd }),
  };
};

/** Where a range is after rows or columns were inserted at `at`. */
export const afterInsert = (range: GridRange, side: Side, at: number, count: number): GridRange =>
  shift(range, side, (start, end) => [at <= start ? start + count : start, at < end ? end + count : end]);

/** Where a range is after rows or columns were deleted; null when nothing of it is left. */
export const afterDelete = (range: GridRange, side: Side, at: number, count: number): GridRange | null => {
  const stay = (index: number) => (index <= at ? index : Math.max(at, index - count));
  const moved = shift(range, side, (start, end) => [stay(start), stay(end)]);
  const start = moved[`start${side}Index`];
  const end = moved[`end${side}Index`];
  return start !== undefined && end !== undefined && start >= end ? null : moved;
};

/** Where a range is after `count` columns from `from` were moved to before column `to`; it covers where its columns went. */
export const afterColumnMove = (range: GridRange, from: number, count: number, to: number): GridRange => {
  const { startColumnIndex: start, endColumnIndex: end } = range;
  if (start === undefined || end === undefined) return range;
  const target = to > from ? to - count : to;
  const place = (column: number): number => {
    if (column >= from && column < from + count) return column - from + target;
    const rest = column < from ? column : column - count;
    return rest < target ? rest : rest + count;
  };
  const places = Array.from({ length: end - start }, (_, index) => place(start + index));
  return { ...range, startColumnIndex: Math.min(...places), endColumnIndex: Math.max(...places) + 1 };
};
