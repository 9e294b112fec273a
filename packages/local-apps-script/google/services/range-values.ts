import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import { ServiceError } from '../service-error';
import type { Area } from '../workbook/a1';
import { type CellValue, withParts } from '../workbook/cell';
import { type Grid, writeGrid } from '../workbook/cell-writer';
import { displayValue, formatKind } from '../workbook/display';
import { requireCalculated } from '../workbook/formula';
import { requireEditable } from '../workbook/protection';
import type { Tab } from '../workbook/tab';
import { serialToEpoch } from '../workbook/time-zone';
import { openFile, openToRead, type Place, placeOf, type RangeRef, writingOf } from './spreadsheet-files';

/** Reads a grid of an area: the cells in one array a row. */
const grid = <T>(area: Area, read: (row: number, column: number) => T): T[][] => {
  const rows: T[][] = [];
  for (let row = area.top; row < area.bottom; row++) {
    const line: T[] = [];
    for (let column = area.left; column < area.right; column++) line.push(read(row, column));
    rows.push(line);
  }
  return rows;
};

/** What the script's side takes as `CrossingGrid`. */
interface TypedValues {
  readonly values: CellValue[][];
  readonly dates: number[];
  readonly blank: { readonly rows: number; readonly columns: number };
}

/** An area's first row below which nothing is in it. */
const endOf = (tab: Tab, { top, left, bottom, right }: Area): number => {
  let end = Math.min(bottom, tab.rows.length);
  const isBlank = (row: number): boolean =>
    tab.rows[row]?.values.slice(left, right).every((value) => value === null) !== false;
  while (end > top && isBlank(end - 1)) end -= 1;
  return Math.max(end, top);
};

/**
 * The typed values of an area; dates are epoch milliseconds, at the positions listed, which are counted row by row. The
 * blank rows at its end, of which a tab has hundreds, cross as their number.
 */
const typedValues = ({ workbook, tab, area }: Place): TypedValues => {
  const zone = workbook.meta.timeZone;
  const { top, left, bottom, right } = area;
  const columns = right - left;
  const end = endOf(tab, area);
  const values: CellValue[][] = [];
  const dates: number[] = [];
  for (let row = top; row < end; row++) {
    const { values: own = [], extras = [] } = tab.rows[row] ?? {};
    const line: CellValue[] = [];
    for (let column = left; column < right; column++) {
      const value = own[column] ?? '';
      if (typeof value === 'string') requireCalculated(value, extras[column]);
      if (typeof value !== 'number' || formatKind(extras[column]?.format?.numberFormat) !== 'date') line.push(value);
      else {
        dates.push((row - top) * columns + column - left);
        line.push(serialToEpoch(value, zone));
      }
    }
    values.push(line);
  }
  return { values, dates, blank: { rows: bottom - end, columns } };
};

const place = (context: OperationContext, ref: RangeRef): Place => placeOf(openToRead(context, ref.file), ref);

const reads = (read: (place: Place) => unknown) =>
  looks('read', (context, ref: RangeRef) => read(place(context, ref)) as Json);

const first = ({ workbook, tab, area }: Place): Place => ({
  workbook,
  tab,
  area: { ...area, bottom: area.top + 1, right: area.left + 1 },
});

const shown = ({ tab, area }: Place): string[][] =>
  grid(area, (row, column) => {
    const [value, extra] = [tab.value(row, column), tab.extra(row, column)];
    requireCalculated(value, extra);
    return displayValue(value, extra);
  });

const formulas = ({ tab, area }: Place): string[][] =>
  grid(area, (row, column) => tab.extra(row, column)?.formula ?? '');

const notes = ({ tab, area }: Place): string[][] => grid(area, (row, column) => tab.extra(row, column)?.note ?? '');

/** @throws ServiceError in Google's words when a grid has another size than its range (docs/google.md G67). */
export const requireSize = (area: Area, values: readonly (readonly unknown[])[]): void => {
  const rows = area.bottom - area.top;
  const columns = area.right - area.left;
  const mismatch = (what: string, data: number, range: number) =>
    new ServiceError(
      `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${data} but the range has ${range}.`,
    );
  if (values.length !== rows) throw mismatch('rows', values.length, rows);
  for (const line of values) if (line.length !== columns) throw mismatch('columns', line.length, columns);
};

const filled = <T>({ top, left, bottom, right }: Area, value: T): T[][] =>
  Array.from({ length: bottom - top }, () => new Array<T>(right - left).fill(value));

const write = (context: OperationContext, ref: RangeRef, make: (area: Area) => Grid): null => {
  const { workbook, tab, area } = placeOf(openFile(context, ref.file), ref);
  const data = make(area);
  requireSize(area, data.values);
  writeGrid(workbook, tab, area, data, writingOf(context));
  return null;
};

const asFormula = (text: string): string => (text === '' || text.startsWith('=') ? text : `=${text}`);

const writeNotes = (
  context: OperationContext,
  ref: RangeRef,
  make: (area: Area) => readonly (readonly (string | null)[])[],
) => {
  const { workbook, tab, area } = placeOf(openFile(context, ref.file), ref);
  const texts = make(area);
  requireSize(area, texts);
  requireEditable(workbook, tab, area, context.actor.effectiveUser);
  for (const [down, line] of texts.entries()) {
    for (const [across, text] of line.entries()) {
      const [row, column] = [area.top + down, area.left + across];
      tab.setExtra(row, column, withParts(tab.extra(row, column), { note: text || undefined }));
    }
  }
  return null;
};

/** What `Range` reads and writes of values, formulas and notes. Each argument list starts with the range. */
export const rangeValues: Operations = {
  'Range.getValues': reads(typedValues),
  'Range.getValue': reads((place) => typedValues(first(place))),
  'Range.getDisplayValues': reads(shown),
  'Range.getDisplayValue': reads((place) => shown(first(place))[0]?.[0] ?? ''),
  'Range.getFormulas': reads(formulas),
  'Range.getFormula': reads((place) => formulas(first(place))[0]?.[0] ?? ''),
  'Range.getNotes': reads(notes),
  'Range.getNote': reads((place) => notes(first(place))[0]?.[0] ?? ''),
  'Range.isBlank': reads(({ tab, area }) =>
    grid(area, (row, column) => tab.value(row, column) === null)
      .flat()
      .every(Boolean),
  ),
  'Range.setValues': changes('write', (context, ref: RangeRef, data: Grid) => write(context, ref, () => data)),
  'Range.setValue': changes('write', (context, ref: RangeRef, value: CellValue, isDate: boolean) =>
    write(context, ref, (area) => {
      const values = filled(area, value);
      return {
        values,
        dates: isDate ? values.flatMap((line, row) => line.map((_, column): [number, number] => [row, column])) : [],
      };
    }),
  ),
  'Range.setFormulas': changes('write', (context, ref: RangeRef, texts: string[][]) =>
    write(context, ref, () => ({ values: texts.map((line) => line.map(asFormula)) })),
  ),
  'Range.setFormula': changes('write', (context, ref: RangeRef, text: string) =>
    write(context, ref, (area) => ({ values: filled(area, asFormula(text)) })),
  ),
  'Range.setNotes': changes('write', (context, ref: RangeRef, texts: string[][]) =>
    writeNotes(context, ref, () => texts),
  ),
  'Range.setNote': changes('write', (context, ref: RangeRef, text: string | null) =>
    writeNotes(context, ref, (area) => filled(area, text)),
  ),
};
