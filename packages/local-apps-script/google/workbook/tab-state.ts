import type { CellValue, Extra, ExtraPool } from './cell';
import { type Row, Tab } from './tab';
import type { TabMeta } from './tab-meta';
import type { UndoLog } from './undo-log';

type RowFlags = Omit<Row, 'values' | 'extras'>;

/** A tab as plain JSON: each extra once, rows as values and indexes of extras (-1 for none). */
export interface TabState {
  readonly meta: TabMeta;
  readonly extras: readonly Extra[];
  readonly rows: readonly (readonly [readonly CellValue[], readonly number[], RowFlags?] | null)[];
}

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
  const rows = Array.from(tab.rows, (row): TabState['rows'][number] => {
    if (!row) return null;
    const { values, extras: own, ...flags } = row;
    const cells = [Array.from(values, (value) => value ?? null), Array.from(own, indexOf)] as const;
    return Object.keys(flags).length > 0 ? [...cells, flags] : cells;
  });
  return { meta: tab.meta, extras, rows };
};

/** A tab from its plain JSON. */
export const tabFromState = (state: TabState, log: UndoLog, pool: ExtraPool): Tab => {
  const tab = new Tab(state.meta, log, pool);
  const extras = state.extras.map((extra) => pool.share(extra));
  tab.rows = state.rows.map((row) => {
    if (!row) return undefined;
    const [values, own, flags] = row;
    return { values: [...values], extras: own.map((index) => extras[index]), ...flags };
  });
  return tab;
};
