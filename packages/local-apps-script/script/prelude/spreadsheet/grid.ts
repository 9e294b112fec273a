/** Values as they cross: dates are epoch milliseconds at the positions listed. */
interface SentGrid {
  readonly values: unknown[][];
  readonly dates: [row: number, column: number][];
}

/** Values as they come back: the positions of dates counted row by row, the blank rows at the end only as their number. */
export interface CrossingGrid {
  readonly values: unknown[][];
  readonly dates: number[];
  readonly blank: { readonly rows: number; readonly columns: number };
}

/** A value of the script as a cell takes it: what isn't a string, number, boolean or Date is written as its text. */
const plain = (value: unknown): string | number | boolean | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
};

/** The script's grid, ready to cross. */
export const outgoing = (values: readonly (readonly unknown[])[]): SentGrid => {
  const dates: [number, number][] = [];
  const lines = values.map((line, row) =>
    line.map((value, column) => {
      if (!(value instanceof Date) || Number.isNaN(value.getTime())) return plain(value);
      dates.push([row, column]);
      return value.getTime();
    }),
  );
  return { values: lines, dates };
};

/** A grid that has crossed, with the script's own dates. */
export const incoming = ({ values, dates, blank }: CrossingGrid): unknown[][] => {
  const { columns } = blank;
  for (const at of dates) {
    const line = values[Math.floor(at / columns)];
    if (line) line[at % columns] = new Date(line[at % columns] as number);
  }
  const blankRow = new Array(columns).fill('');
  for (let row = 0; row < blank.rows; row += 1) values.push(blankRow.slice());
  return values;
};
