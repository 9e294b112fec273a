import { type Area, closeReference, parseA1 } from '../a1';
import type { CellValue, Extra } from '../cell';
import { mayEditUnder } from '../protection';
import type { Tab } from '../tab';
import type { Workbook } from '../workbook';
import { RequestError } from './api-error';
import { cellData, packCells } from './cell-data';
import { below, type MaskTree } from './field-mask';
import { sheetProperties } from './sheet-requests';

/** A range of one tab that an answer is about. */
export interface TabArea {
  readonly tab: Tab;
  readonly area: Area;
}

/**
 * The tab and area of an A1 text or a named range, cut at the edges of the tab.
 * @throws RequestError when it cannot be read, there is no such tab, or it lies outside.
 */
export const resolveRange = (workbook: Workbook, text: string): TabArea => {
  const named = workbook.meta.namedRanges.find(({ name }) => name === text);
  const namedTab = named && workbook.tab(named.range.sheetId);
  const whole = workbook.tabNamed(text);
  const reference = whole ? { sheet: text } : namedTab ? rangeSides(namedTab, named.range) : parseA1(text);
  const tab = reference && (namedTab && !whole ? namedTab : workbook.tabOf(reference));
  if (!reference || !tab) throw new RequestError(`Unable to parse range: ${text}`);
  const { rowCount, columnCount, name } = tab.meta;
  const area = closeReference(reference, rowCount, columnCount);
  if (area.top >= rowCount || area.left >= columnCount) {
    throw new RequestError(
      `Range (${name}!${text.replace(/^.*!/, '')}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`,
    );
  }
  return { tab, area: { ...area, bottom: Math.min(area.bottom, rowCount), right: Math.min(area.right, columnCount) } };
};

const rangeSides = (tab: Tab, range: Workbook['meta']['namedRanges'][number]['range']) => ({
  sheet: tab.name,
  ...(range.startRowIndex === undefined ? {} : { top: range.startRowIndex }),
  ...(range.endRowIndex === undefined ? {} : { bottom: range.endRowIndex }),
  ...(range.startColumnIndex === undefined ? {} : { left: range.startColumnIndex }),
  ...(range.endColumnIndex === undefined ? {} : { right: range.endColumnIndex }),
});

/**
 * What an answer is to hold: whether it says which rows are hidden, what its mask names of each cell, and whether
 * cells are to cross to a script ({@link packCells}).
 */
interface Wanted {
  readonly rows: boolean;
  readonly cells: MaskTree;
  readonly packed: boolean;
}

/** The cells of an area as the API gives them: what is empty at the end of a row or of the area is left out. */
const gridData = (tab: Tab, { top, left, bottom, right }: Area, { cells, packed }: Wanted): Record<string, unknown> => {
  const rows: (readonly [CellValue, Extra | undefined])[][] = [];
  let filled = 0;
  for (let row = top; row < Math.min(bottom, tab.rows.length); row++) {
    const values: (readonly [CellValue, Extra | undefined])[] = [];
    let last = 0;
    for (let column = left; column < right; column++) {
      const [value, extra] = [tab.value(row, column), tab.extra(row, column)];
      values.push([value, extra]);
      if (value !== null || extra !== undefined) last = values.length;
    }
    rows.push(values.slice(0, last));
    if (last > 0) filled = rows.length;
  }
  const used = rows.slice(0, filled);
  const asData = (row: (typeof used)[number]): object =>
    row.length > 0 ? { values: row.map(([value, extra]) => cellData(value, extra, cells)) } : {};
  return {
    ...(top > 0 ? { startRow: top } : {}),
    ...(left > 0 ? { startColumn: left } : {}),
    ...(filled > 0 ? (packed ? { packed: packCells(used) } : { rowData: used.map(asData) }) : {}),
  };
};

/** What the API says of each row of an area, as far as it is built: whether it is hidden, and by what. */
const rowMetadata = (tab: Tab, { top, bottom }: Area): { hiddenByFilter?: true; hiddenByUser?: true }[] =>
  Array.from({ length: bottom - top }, (_, index) => {
    const { filtered, hidden } = tab.rows[top + index] ?? {};
    return { ...(filtered ? { hiddenByFilter: true } : {}), ...(hidden ? { hiddenByUser: true } : {}) };
  });

const sheetResource = (
  workbook: Workbook,
  tab: Tab,
  areas: readonly Area[],
  user: string,
  wanted: Wanted,
): Record<string, unknown> => {
  const { conditionalRules, protections, filter, filterViews, charts } = tab.meta;
  return {
    properties: sheetProperties(workbook, tab),
    ...(areas.length > 0
      ? {
          data: areas.map((area) => ({
            ...gridData(tab, area, wanted),
            ...(wanted.rows ? { rowMetadata: rowMetadata(tab, area) } : {}),
          })),
        }
      : {}),
    ...(conditionalRules.length > 0 ? { conditionalFormats: conditionalRules } : {}),
    ...(protections.length > 0
      ? {
          protectedRanges: protections.map((protection) => ({
            ...protection,
            requestingUserCanEdit: mayEditUnder(protection, workbook, user),
          })),
        }
      : {}),
    ...(filter ? { basicFilter: filter } : {}),
    ...(filterViews.length > 0 ? { filterViews } : {}),
    ...(charts.length > 0 ? { charts: charts.map(({ chartId, sent }) => sent ?? { chartId }) } : {}),
  };
};

/** The address of a spreadsheet in the browser, as Google writes it. */
export const spreadsheetUrl = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit`;

/**
 * A spreadsheet as the API gives it. With ranges only their tabs are in it; `grid` says whether cells are, `rows` whether
 * it says which rows are hidden (Google tells it with every cell; here only who names it gets it), and `mask`
 * what of each cell; `packed` gives cells as they cross to a script.
 */
export const spreadsheetResource = (
  workbook: Workbook,
  user: string,
  {
    ranges = [],
    grid = false,
    rows = false,
    mask = {},
    packed = false,
  }: { ranges?: readonly string[]; grid?: boolean; rows?: boolean; mask?: MaskTree; packed?: boolean },
): Record<string, unknown> => {
  const cells = ['sheets', 'data', 'rowData', 'values'].reduce(below, mask);
  const resolved = ranges.map((text) => resolveRange(workbook, text));
  const tabs =
    ranges.length > 0 ? workbook.tabs.filter((tab) => resolved.some((one) => one.tab === tab)) : workbook.tabs;
  const { name, locale, timeZone, namedRanges, metadata } = workbook.meta;
  return {
    spreadsheetId: workbook.id,
    properties: { title: name, locale, timeZone, autoRecalc: 'ON_CHANGE' },
    sheets: tabs.map((tab) => {
      const whole = { top: 0, left: 0, bottom: tab.meta.rowCount, right: tab.meta.columnCount };
      const own = ranges.length > 0 ? resolved.filter((one) => one.tab === tab).map(({ area }) => area) : [whole];
      return sheetResource(workbook, tab, grid ? own : [], user, { rows, cells, packed });
    }),
    ...(namedRanges.length > 0 ? { namedRanges } : {}),
    ...(metadata.length > 0 ? { developerMetadata: metadata } : {}),
    spreadsheetUrl: spreadsheetUrl(workbook.id),
  };
};
