import { type Column, TABS, type TabKey } from './tabs';

/** What a cell holds, as the Sheets API gives it: dates are serial numbers, a blank is `''`. */
export type Cell = string | number | boolean;

/** A row of values by header. A header that is not named keeps what its cell holds. */
export type Row = Readonly<Record<string, Cell>>;

/** Where the columns of a tab are today. */
export interface Layout {
  readonly tab: TabKey;
  /** Column index from 0, by header. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headers of docs/design.md 2.1 that no column carries, and those that more than one carries. */
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  /** Headers that are above the values of another column: as good as missing until they are repaired. */
  readonly moved: readonly string[];
}

const headerText = (cell: Cell | undefined): string => String(cell ?? '').trim();

/**
 * Finds the columns of a tab by the texts of its header row; staff's own columns are found too.
 * @param moved headers that are known to are above another column's values: they name no column.
 */
export const layoutOf = (tab: TabKey, headerRow: readonly Cell[], moved: readonly string[] = []): Layout => {
  const columns = new Map<string, number>();
  const doubled = new Set<string>();
  headerRow.forEach((cell, index) => {
    const header = headerText(cell);
    if (!header) return;
    if (columns.has(header)) doubled.add(header);
    else columns.set(header, index);
  });
  const wanted = TABS[tab].columns.map((column) => column.header);
  const misplaced = moved.filter((header) => columns.delete(header));
  return {
    tab,
    columns,
    missing: wanted.filter((header) => !columns.has(header) && !misplaced.includes(header)),
    doubled: wanted.filter((header) => doubled.has(header)),
    moved: misplaced,
  };
};

/** Whether every column of the tab is there exactly once. */
export const isWhole = (layout: Layout): boolean =>
  layout.missing.length + layout.doubled.length + layout.moved.length === 0;

/** One sentence that names what is wrong with the headers; empty when nothing is, or only a later column is missing. */
export const layoutProblem = (layout: Layout): string => {
  const isLater = (wanted: string): boolean =>
    TABS[layout.tab].columns.some(({ header, isLater: later }: Column) => later === true && header === wanted);
  const parts = [
    ...layout.missing.filter((header) => !isLater(header)).map((header) => `the column "${header}" is missing`),
    ...layout.doubled.map((header) => `there are two columns called "${header}"`),
    ...layout.moved.map((header) => `"${header}" isn't above its own values`),
  ];
  return parts.length === 0 ? '' : `In the ${TABS[layout.tab].name} tab, ${parts.join(' and ')}.`;
};

/** A row of cells as a record by header. Cells to the right of what was read are blank. */
export const rowOf = (layout: Layout, cells: readonly Cell[]): Record<string, Cell> => {
  const row: Record<string, Cell> = {};
  layout.columns.forEach((index, header) => {
    row[header] = cells[index] ?? '';
  });
  return row;
};

/** A cell as text, trimmed. */
export const textOf = (cell: Cell | undefined): string => String(cell ?? '').trim();
