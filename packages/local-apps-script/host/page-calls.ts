import type { Json } from '../google/operations';
import type { Tab } from '../google/workbook/tab';
import type { Office } from '../office';
import { shownText, tabOf } from './tab-cells';

/**
 * What the page asks beyond the control API: where the hidden rows are, what is in a column, where a text is.
 */

const isHidden = (tab: Tab, row: number): boolean => Boolean(tab.rows[row]?.hidden || tab.rows[row]?.filtered);

/** A tab's size, its hidden rows (first and last of each run, counted from 1), hidden columns, widths of columns (null: as usual), filtered columns, number of charts. */
export const layoutOf = (office: Office, name: string): Json => {
  const tab = tabOf(office, name);
  const hiddenRows: [number, number][] = [];
  for (let row = 0; row < tab.rows.length; row += 1) {
    if (!isHidden(tab, row)) continue;
    const last = hiddenRows.at(-1);
    if (last && last[1] === row) last[1] = row + 1;
    else hiddenRows.push([row + 1, row + 1]);
  }
  const { columns, filter, frozenRows, rowCount, columnCount, charts } = tab.meta;
  return {
    rows: rowCount,
    columns: columnCount,
    frozenRows,
    hiddenRows,
    hiddenColumns: columns.flatMap((column, index) => (column?.hidden ? [index + 1] : [])),
    columnWidths: Array.from({ length: columnCount }, (_, column) => columns[column]?.width ?? null),
    filtered: Object.keys(filter?.criteria ?? {}).map((column) => Number(column) + 1),
    charts: charts.length,
  };
};

/** The values of a column (counted from 1) below the frozen rows, each with how often it is there and whether its rows are hidden. */
export const columnValues = (office: Office, name: string, column: number): Json => {
  const tab = tabOf(office, name);
  const values = new Map<string, { count: number; hidden: boolean }>();
  for (let row = Math.max(1, tab.meta.frozenRows); row < tab.lastRow(); row += 1) {
    const text = shownText(tab, row, column - 1);
    const value = values.get(text) ?? { count: 0, hidden: true };
    values.set(text, { count: value.count + 1, hidden: value.hidden && isHidden(tab, row) });
  }
  const sorted = [...values].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  return { values: sorted.map(([text, { count, hidden }]) => ({ text, count, hidden })) };
};

/** The first row that holds exactly this text in one of its first two columns, and its cells by header. */
export const findRow = (office: Office, name: string, text: string): Json => {
  const tab = tabOf(office, name);
  for (let row = 1; row < tab.lastRow(); row += 1) {
    if (shownText(tab, row, 0) !== text && shownText(tab, row, 1) !== text) continue;
    const cells: Record<string, string> = {};
    const columns: Record<string, number> = {};
    for (let column = 0; column < tab.meta.columnCount; column += 1) {
      const header = shownText(tab, 0, column);
      if (header === '') continue;
      cells[header] = shownText(tab, row, column);
      columns[header] = column + 1;
    }
    return { row: row + 1, cells, columns };
  }
  return { row: null, cells: {}, columns: {} };
};

/** Runs a time trigger's function now, as its owner. */
export const runTrigger = async (office: Office, id: string): Promise<Json> => {
  const trigger = office.world.triggers.all().find((each) => each.id === id);
  if (!trigger) throw new RangeError(`there is no trigger ${JSON.stringify(id)}`);
  const { record } = await office.call(trigger.handler, [], trigger.user);
  return { status: record.status, error: record.error };
};
