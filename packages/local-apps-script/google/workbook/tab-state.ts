import type { CellValue, Extra, ExtraPool } from './cell';
import { type Row, Tab } from './tab';
import type { TabMeta } from './tab-meta';
import type { UndoLog } from './undo-log';

type RowFlags = Omit<Row, 'values' | 'extras'>;

/** A row as values and indexes of extras (-1 for none); null for one that was never touched. */
type RowState = readonly [readonly CellValue[], readonly number[], RowFlags?] | null;

/** A tab as plain JSON: each extra once; a number says that the row before it comes that many times more. */
export interface TabState {
  readonly meta: TabMeta;
  readonly extras: readonly Extra[];
  readonly rows: readonly (RowState | number)[];
}

const ALL_FLAGS: Readonly<Record<keyof RowFlags, true>> = { hidden: true, filtered: true, height: true };
const FLAGS = Object.keys(ALL_FLAGS) as (keyof RowFlags)[];

const flagsOf = ({ values: _, extras: __, ...flags }: Row): RowFlags => flags;

/** A loop, since it looks at every cell of a tab. */
const sameCells = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if ((a[index] ?? null) !== (b[index] ?? null)) return false;
  return true;
};

/** Most rows of a tab are blank and formatted alike. */
const isAlike = (a: Row | undefined, b: Row | undefined): boolean => {
  if (!a || !b) return a === b;
  if (!sameCells(a.extras, b.extras) || !sameCells(a.values, b.values)) return false;
  return FLAGS.every((flag) => a[flag] === b[flag]);
};

/** A tab as plain JSON. */
export const tabToState = (tab: Tab): TabState => {
  const extras: Extra[] = [];
  const indexes = new Map<Extra, number>();
  const indexOf = (extra: Extra | undefined): number => {
    if (!extra) return -1;
    const known = indexes.get(extra);
    if (known !== undefined) return known;
    indexes.set(extra, extras.length);
    return extras.push(extra) - 1;
  };
  const stateOf = (row: Row | undefined): RowState => {
    if (!row) return null;
    const cells = [Array.from(row.values, (value) => value ?? null), Array.from(row.extras, indexOf)] as const;
    const flags = flagsOf(row);
    return Object.keys(flags).length > 0 ? [...cells, flags] : cells;
  };
  const rows: (RowState | number)[] = [];
  let first: Row | undefined;
  let alike = 0;
  for (let index = 0; index <= tab.rows.length; index++) {
    const row = tab.rows[index];
    if (index > 0 && index < tab.rows.length && isAlike(first, row)) {
      alike += 1;
      continue;
    }
    if (alike > 0) rows.push(alike);
    if (index < tab.rows.length) rows.push(stateOf(row));
    first = row;
    alike = 0;
  }
  return { meta: tab.meta, extras, rows };
};

/** A tab from its plain JSON; also from one that was kept when every row was written out. */
export const tabFromState = (state: TabState, log: UndoLog, pool: ExtraPool): Tab => {
  const tab = new Tab(state.meta, log, pool);
  const extras = state.extras.map((extra) => pool.share(extra));
  const rowOf = (row: RowState): Row | undefined => {
    if (!row) return undefined;
    const [values, own, flags] = row;
    return { values: [...values], extras: own.map((index) => extras[index]), ...flags };
  };
  let last: Row | undefined;
  for (const entry of state.rows) {
    if (typeof entry !== 'number') {
      last = rowOf(entry);
      tab.rows.push(last);
      continue;
    }
    for (let times = 0; times < entry; times++)
      tab.rows.push(last && { ...last, values: last.values.slice(), extras: last.extras.slice() });
  }
  return tab;
};
