import type { Json, OperationKind } from './operations';

type Grid = readonly (readonly unknown[])[];

const isGrid = (value: unknown): boolean => Array.isArray(value) && Array.isArray(value[0]);

const gridSize = (grid: Grid): number => grid.length * (grid[0]?.length ?? 0);

/** Cells of blank rows, which cross as their number (`Range.getValues`). */
const blankCells = (value: unknown): number => {
  const { rows, columns } = value as { rows: number; columns: number };
  return rows * columns;
};

/** Cells in whatever holds `rowData` or `rows` of `values`: requests and answers of the advanced service. */
const deepCells = (value: unknown): number => {
  if (value === null || typeof value !== 'object') return 0;
  if (isGrid(value)) return gridSize(value as Grid);
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + deepCells(item), 0);
  let cells = 0;
  for (const [key, item] of Object.entries(value)) {
    // The places of dates among the values.
    if (key === 'dates') continue;
    if (key === 'blank') cells += blankCells(item);
    else if (key === 'values' && Array.isArray(item) && !isGrid(item)) cells += item.length;
    else cells += deepCells(item);
  }
  return cells;
};

/** How many cells a call wrote, seen from its arguments. */
export const cellsWritten = (kind: OperationKind, args: readonly Json[]): number => {
  if (kind === 'commit') return deepCells(args);
  return kind === 'write' ? Math.max(1, deepCells(args)) : 0;
};

/** How many cells a call read, seen from its result. */
export const cellsRead = (kind: OperationKind, result: unknown): number => {
  if (kind === 'commit') return deepCells(result);
  return kind === 'read' ? Math.max(1, deepCells(result)) : 0;
};
