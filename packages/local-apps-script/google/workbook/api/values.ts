import { type Area, areaToA1, quoteSheet } from '../a1';
import type { CellValue } from '../cell';
import { type Writing, writeGrid } from '../cell-writer';
import { displayValue, formatKind } from '../display';
import { requireCalculated } from '../formula';
import type { Tab } from '../tab';
import type { Workbook } from '../workbook';
import { RequestError } from './api-error';
import { resolveRange, type TabArea } from './resource';

/** How values are given: `FORMATTED_VALUE` as shown, `UNFORMATTED_VALUE` typed, `FORMULA` with formulas as text. */
export interface ValueOptions {
  readonly majorDimension?: string;
  readonly valueRenderOption?: string;
  readonly dateTimeRenderOption?: string;
}

const RENDER = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'];

const render = (tab: Tab, row: number, column: number, options: ValueOptions): CellValue => {
  const value = tab.value(row, column);
  if (value === null) return '';
  const extra = tab.extra(row, column);
  const option = options.valueRenderOption ?? 'FORMATTED_VALUE';
  if (option === 'FORMULA' && extra?.formula !== undefined) return extra.formula;
  requireCalculated(value, extra);
  if (option === 'FORMATTED_VALUE') return displayValue(value, extra);
  const isDate = typeof value === 'number' && formatKind(extra?.format?.numberFormat) === 'date';
  return isDate && options.dateTimeRenderOption === 'FORMATTED_STRING' ? displayValue(value, extra) : value;
};

const trim = (lines: CellValue[][]): CellValue[][] => {
  for (const line of lines) while (line.length > 0 && line[line.length - 1] === '') line.pop();
  while (lines.length > 0 && lines[lines.length - 1]?.length === 0) lines.pop();
  return lines;
};

/** The full A1 name of an area: `Sheet1!A1:R1000`. */
export const fullName = ({ tab, area }: TabArea): string => `${quoteSheet(tab.name)}!${areaToA1(area)}`;

/** One ValueRange: blank cells at the end of lines and of the range are left out; no `values` when nothing is there. */
export const valueRange = (workbook: Workbook, text: string, options: ValueOptions): Record<string, unknown> => {
  if (options.valueRenderOption && !RENDER.includes(options.valueRenderOption)) {
    throw new RequestError(`Invalid value at 'value_render_option': "${options.valueRenderOption}"`);
  }
  const found = resolveRange(workbook, text);
  const { tab, area } = found;
  const byColumns = options.majorDimension === 'COLUMNS';
  // Blank lines at the end are left out anyway.
  const bottom = Math.min(area.bottom, tab.lastRow());
  const lines: CellValue[][] = [];
  const [outerStart, outerEnd] = byColumns ? [area.left, area.right] : [area.top, bottom];
  const [innerStart, innerEnd] = byColumns ? [area.top, bottom] : [area.left, area.right];
  for (let outer = outerStart; outer < outerEnd; outer++) {
    const line: CellValue[] = [];
    for (let inner = innerStart; inner < innerEnd; inner++) {
      line.push(byColumns ? render(tab, inner, outer, options) : render(tab, outer, inner, options));
    }
    lines.push(line);
  }
  const values = trim(lines);
  return {
    range: fullName(found),
    majorDimension: byColumns ? 'COLUMNS' : 'ROWS',
    ...(values.length > 0 ? { values } : {}),
  };
};

/**
 * Writes a block of values from the corner of an area. `RAW` keeps strings as they are, `USER_ENTERED` reads them as
 * typed. A null leaves its cell alone.
 */
export const writeValues = (
  workbook: Workbook,
  { tab, area }: TabArea,
  values: readonly (readonly CellValue[])[],
  inputOption: unknown,
  writing: Writing,
): Area => {
  if (inputOption !== 'RAW' && inputOption !== 'USER_ENTERED') {
    throw new RequestError("'valueInputOption' is required but not specified");
  }
  const width = Math.max(1, ...values.map(({ length }) => length));
  const written = { top: area.top, left: area.left, bottom: area.top + values.length, right: area.left + width };
  if (written.bottom > area.bottom || written.right > area.right) {
    throw new RequestError(
      `Requested writing within range [${fullName({ tab, area })}], but tried writing to row [${written.bottom}] or column [${written.right}]`,
    );
  }
  const raw = (value: CellValue): CellValue =>
    inputOption === 'RAW' && typeof value === 'string' && value !== '' ? `'${value}` : value;
  for (const [down, line] of values.entries()) {
    for (const [across, value] of line.entries()) {
      if (value === null) continue;
      const row = area.top + down;
      const column = area.left + across;
      writeGrid(
        workbook,
        tab,
        { top: row, left: column, bottom: row + 1, right: column + 1 },
        { values: [[raw(value)]] },
        writing,
      );
    }
  }
  return written;
};
