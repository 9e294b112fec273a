import type { Json } from '../google/operations';
import type { RangeRef } from '../google/refs';
import { displayValue, patternOf } from '../google/workbook/display';
import type { Tab } from '../google/workbook/tab';
import type { Chart } from '../google/workbook/tab-meta';
import type { Workbook } from '../google/workbook/workbook';
import type { Office } from '../office';
import { tabOf } from './tab-cells';

/** What the script's builder was given, as the prelude keeps it. */
interface Spec {
  readonly type: string;
  readonly ranges: readonly RangeRef[];
  readonly options: Readonly<Record<string, Json>>;
  readonly position: readonly number[];
  readonly numHeaders: number;
}

interface Cell {
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly pattern: string;
}

/** The size that Google gives a chart whose script names none, in pixels. */
const USUAL = { width: 600, height: 371 };

/** The columns that a range covers, each a list of its cells from top to bottom. */
const columnsOf = (workbook: Workbook, { sheet, row, column, rows, columns }: RangeRef): Cell[][] => {
  const tab = workbook.tabs.find(({ meta }) => meta.id === sheet);
  if (!tab) return [];
  return Array.from({ length: columns }, (_, across) =>
    Array.from({ length: rows }, (_, down) => cellAt(tab, row - 1 + down, column - 1 + across)),
  );
};

const cellAt = (tab: Tab, row: number, column: number): Cell => {
  const value = row < tab.rowCount ? tab.value(row, column) : null;
  const extra = tab.extra(row, column);
  return { value, text: displayValue(value, extra), pattern: patternOf(extra?.format?.numberFormat) };
};

/** How many rows on top name the columns: as the script says, else one when it has words above numbers. */
const headersOf = (spec: Spec, series: readonly Cell[][]): number => {
  if (spec.numHeaders > 0) return spec.numHeaders;
  const isNamed = series.some(
    ([first, second]) => typeof first?.value === 'string' && typeof second?.value !== 'string',
  );
  return isNamed ? 1 : 0;
};

/** Dotted names of options (`vAxis.title`) as the nested objects that they are for. */
const nested = (options: Spec['options']): Record<string, Json> => {
  const result: Record<string, Json> = {};
  for (const [name, value] of Object.entries(options)) put(result, name.split('.'), value);
  return result;
};

const put = (into: Record<string, Json>, [first = '', ...rest]: readonly string[], value: Json): void => {
  if (rest.length === 0) into[first] = value;
  else {
    const before = into[first];
    const inner = { ...(typeof before === 'object' && before !== null ? before : {}) } as Record<string, Json>;
    put(inner, rest, value);
    into[first] = inner;
  }
};

const shown = (workbook: Workbook, { chartId, spec: kept }: Chart): Json => {
  const spec = kept as unknown as Spec;
  if (!Array.isArray(spec?.ranges)) return null;
  const columns = spec.ranges.flatMap((range) => columnsOf(workbook, range));
  const [domain = [], ...others] = columns;
  // A lone column is drawn against its own count.
  const series = others.length > 0 ? others : [domain];
  const headers = headersOf(spec, series);
  const length = Math.max(0, ...columns.map((column) => column.length)) - headers;
  const used = Array.from({ length }, (_, index) => index + headers).filter((index) =>
    columns.some((column) => (column[index]?.text ?? '') !== ''),
  );
  const options = nested(spec.options);
  const [row = 1, column = 1, offsetX = 0, offsetY = 0] = spec.position;
  return {
    id: chartId,
    type: spec.type,
    row,
    column,
    offsetX,
    offsetY,
    width: Number(options.width) || USUAL.width,
    height: Number(options.height) || USUAL.height,
    labels: used.map((index) => (others.length > 0 ? (domain[index]?.text ?? '') : String(index - headers + 1))),
    series: series.map((cells, index) => ({
      name: headers > 0 ? (cells[headers - 1]?.text ?? '') : `Series ${index + 1}`,
      pattern: cells[used[0] ?? headers]?.pattern ?? '',
      values: used.map((at) => (typeof cells[at]?.value === 'number' ? (cells[at]?.value as number) : null)),
      texts: used.map((at) => cells[at]?.text ?? ''),
    })),
    options: options as Json,
  };
};

/**
 * The charts of a tab with the cells that they draw, for `GET /local/charts/<tab>`: the first column of their ranges
 * names the points, each other column is a series. Rows without any text are left out.
 */
export const chartsOf = (office: Office, name: string): Json => {
  const tab = tabOf(office, name);
  const workbook = office.world.workbooks.get(office.bound) as Workbook;
  return { charts: tab.meta.charts.map((chart) => shown(workbook, chart)).filter((chart) => chart !== null) };
};
