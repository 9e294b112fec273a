import { ServiceError } from '../service-error';
import type { Area } from './a1';
import { type CellValue, type Extra, withParts } from './cell';
import { formatKind, numberFormatOf } from './display';
import { requireEditable } from './protection';
import type { WorkbookSwitches } from './switches';
import type { Tab } from './tab';
import { epochToSerial } from './time-zone';
import { readTyped } from './typed-value';
import { requireValid } from './validation';
import type { Workbook } from './workbook';

/** A grid as it crosses: dates are epoch milliseconds at the positions listed. */
export interface Grid {
  readonly values: readonly (readonly CellValue[])[];
  readonly dates?: readonly (readonly [row: number, column: number])[];
}

/** Who writes, when, and the answers to the open questions. */
export interface Writing {
  readonly user: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly switches: WorkbookSwitches;
  /** The row (0-based) that takes what is appended to a tab; the first one below all content unless told otherwise. */
  readonly nextRow?: (workbook: Workbook, tab: Tab) => number;
}

const LONGEST_TEXT = 50_000;

/** @throws ServiceError when a text is longer than a cell holds (docs/google.md G11). */
export const requireFits = (value: CellValue): void => {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) {
    throw new ServiceError('Your input contains more than the maximum of 50000 characters in a single cell.');
  }
};

/** The extra of a cell that gets a number format by what was written: one that was set before stays. */
const formatted = (extra: Extra | undefined, pattern: string | undefined, isDate: boolean): Extra | undefined => {
  const format = extra?.format;
  const kind = formatKind(format?.numberFormat);
  if (pattern === undefined || kind === 'date' || kind === 'text' || (kind === 'number' && !isDate)) return extra;
  const numberFormat = numberFormatOf(pattern);
  return numberFormat ? withParts(extra, { format: { ...format, numberFormat } }) : extra;
};

const isDatePattern = (pattern: string | undefined): boolean =>
  pattern !== undefined && formatKind(numberFormatOf(pattern)) === 'date';

/** Writes one cell as setValue does: strings are read as if typed, a date is epoch milliseconds. */
const writeCell = (
  workbook: Workbook,
  tab: Tab,
  row: number,
  column: number,
  input: CellValue,
  isDate: boolean,
  { now, switches }: Writing,
): void => {
  requireFits(input);
  const extra = tab.extra(row, column);
  const zone = workbook.meta.timeZone;
  let typed: { value: CellValue; formula?: string; pattern?: string } = { value: input === '' ? null : input };
  if (isDate && typeof input === 'number') {
    typed = { value: epochToSerial(input, zone), pattern: 'm/d/yyyy h:mm:ss' };
  } else if (typeof input === 'string' && input !== '') {
    const textCell = formatKind(extra?.format?.numberFormat) === 'text';
    const textStopsFormula = switches.textFormatStopsFormulas;
    typed = readTyped(input, {
      ...{ textCell, textStopsFormula, keepsApostrophe: switches.keepsApostrophe },
      today: epochToSerial(now, zone),
    });
  }
  tab.setValue(row, column, typed.value);
  const plain = extra?.formula === typed.formula ? extra : withParts(extra, { formula: typed.formula });
  tab.setExtra(row, column, formatted(plain, typed.pattern, isDate || isDatePattern(typed.pattern)));
};

/**
 * Writes a grid into an area of its size, as setValues does. Made within one atomic change.
 * @throws ServiceError when a cell is protected from the writer, a text is too long, or a rule rejects a value;
 * then nothing is written.
 */
export const writeGrid = (
  workbook: Workbook,
  tab: Tab,
  area: Area,
  { values, dates = [] }: Grid,
  writing: Writing,
): void => {
  requireEditable(workbook, tab, area, writing.user);
  const columns = area.right - area.left;
  const isDate = new Set(dates.map(([row, column]) => row * columns + column));
  workbook.atomic(() => {
    for (const [down, line] of values.entries()) {
      for (const [across, input] of line.entries()) {
        const row = area.top + down;
        const column = area.left + across;
        writeCell(workbook, tab, row, column, input, isDate.has(down * columns + across), writing);
        requireValid(workbook, tab, row, column);
      }
    }
  });
};
