import type { Tab } from './tab';

/** Where Ctrl+arrow leads from a cell. */
export type Direction = 'UP' | 'DOWN' | 'NEXT' | 'PREVIOUS';

/** The cell at the edge of the next block of data in a direction, or at the edge of the tab; zero-based. */
export const nextDataCell = (
  tab: Tab,
  row: number,
  column: number,
  direction: Direction,
): { row: number; column: number } => {
  const down = direction === 'DOWN' ? 1 : direction === 'UP' ? -1 : 0;
  const across = direction === 'NEXT' ? 1 : direction === 'PREVIOUS' ? -1 : 0;
  const inside = (r: number, c: number) => r >= 0 && c >= 0 && r < tab.meta.rowCount && c < tab.meta.columnCount;
  const full = (r: number, c: number) => inside(r, c) && tab.value(r, c) !== null;
  let [r, c] = [row, column];
  const step = () => {
    r += down;
    c += across;
  };
  if (full(r, c) && full(r + down, c + across)) {
    while (full(r + down, c + across)) step();
    return { row: r, column: c };
  }
  do {
    if (!inside(r + down, c + across)) return { row: r, column: c };
    step();
  } while (!full(r, c));
  return { row: r, column: c };
};
