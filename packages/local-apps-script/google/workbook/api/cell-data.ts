import { ServiceError } from '../../service-error';
import { type CellFormat, type CellValue, type Extra, type ValidationRule, withParts } from '../cell';
import { requireFits } from '../cell-writer';
import { displayValue } from '../display';
import { evaluateFormula, isErrorValue, requireCalculated } from '../formula';
import type { Tab } from '../tab';
import { RequestError } from './api-error';
import { below, type MaskTree, masks, mergeMasked, requireKnown } from './field-mask';

/** A value as it is sent: exactly one of the four. */
export interface ExtendedValue {
  readonly stringValue?: string;
  readonly numberValue?: number;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
}

/** A cell as the API sends and gives it, as far as it is kept. */
export interface CellData {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly note?: string;
  readonly dataValidation?: ValidationRule;
}

const KNOWN = ['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation', 'textFormatRuns', 'pivotTable'];

const TYPES: Readonly<Record<keyof ExtendedValue, string>> = {
  stringValue: 'string',
  numberValue: 'number',
  boolValue: 'boolean',
  formulaValue: 'string',
};

/** What a sent value puts into the cell. A `stringValue` is never parsed (docs/google.md G77). */
const readValue = (sent: ExtendedValue | undefined): { value: CellValue; formula?: string } => {
  const entries = Object.entries(sent ?? {}).filter(([, part]) => part !== undefined && part !== null);
  if (entries.length === 0) return { value: null };
  const [name, part] = entries[0] as [keyof ExtendedValue, string | number | boolean];
  if (entries.length > 1) {
    throw new RequestError("Invalid value at 'user_entered_value' (oneof), oneof field 'value' is already set.");
  }
  if (!(name in TYPES)) throw new RequestError(`Unknown name "${name}" at 'user_entered_value': Cannot find field.`);
  if (typeof part !== TYPES[name]) {
    throw new RequestError(`Invalid value at 'user_entered_value.${name}' (${TYPES[name]}), ${JSON.stringify(part)}`);
  }
  try {
    requireFits(part);
  } catch (error) {
    throw error instanceof ServiceError ? new RequestError(error.message) : error;
  }
  if (name !== 'formulaValue') return { value: part === '' ? null : part };
  const formula = String(part);
  if (!formula.startsWith('='))
    throw new RequestError(`Invalid value at 'formula_value': ${formula} must start with =`);
  return { value: evaluateFormula(formula), formula };
};

const plainColor = (style: unknown): unknown => (style as { rgbColor?: unknown } | undefined)?.rgbColor;

/** A sent format with color styles written as colors. */
export const readFormat = (sent: CellFormat | undefined): CellFormat | undefined => {
  if (!sent) return undefined;
  const { backgroundColorStyle, textFormat, ...rest } = sent;
  const { foregroundColorStyle, ...text } = (textFormat ?? {}) as Record<string, unknown>;
  const background = plainColor(backgroundColorStyle);
  const foreground = plainColor(foregroundColorStyle);
  return {
    ...rest,
    ...(background ? { backgroundColor: background } : {}),
    ...(textFormat ? { textFormat: { ...text, ...(foreground ? { foregroundColor: foreground } : {}) } } : {}),
  } as CellFormat;
};

/** Prepares the writing of one CellData under a mask: reads it once, then writes it to any number of cells. */
export const cellWriter = (data: CellData | undefined, mask: MaskTree) => {
  requireKnown(mask, KNOWN, 'CellData');
  const value = masks(mask, 'userEnteredValue') ? readValue(data?.userEnteredValue) : undefined;
  const format = masks(mask, 'userEnteredFormat') ? below(mask, 'userEnteredFormat') : undefined;
  const sentFormat = format && readFormat(data?.userEnteredFormat);
  const changeExtra = (extra: Extra | undefined): Extra | undefined => {
    const parts: { -readonly [Key in keyof Extra]: Extra[Key] | undefined } = {};
    if (value) parts.formula = value.formula;
    if (format) parts.format = mergeMasked(extra?.format, sentFormat, format) as CellFormat | undefined;
    if (masks(mask, 'note')) parts.note = data?.note;
    if (masks(mask, 'dataValidation')) parts.validation = data?.dataValidation;
    return withParts(extra, parts);
  };
  return {
    touchesValue: value !== undefined,
    write(tab: Tab, row: number, column: number): void {
      if (value) tab.setValue(row, column, value.value);
      tab.setExtra(row, column, changeExtra(tab.extra(row, column)));
    },
  };
};

const effective = (value: NonNullable<CellValue>): Record<string, unknown> => {
  if (isErrorValue(value))
    return { errorValue: { type: value.replace(/[#?!]/g, ''), message: 'Formula parse error.' } };
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'number' ? { numberValue: value } : { boolValue: value };
};

/** How a cell looks that nobody has formatted, as Google gives it with every cell (docs/google.md G79). */
const PLAIN_FORMAT: Readonly<Record<string, unknown>> = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  horizontalAlignment: 'LEFT',
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  hyperlinkDisplayType: 'PLAIN_TEXT',
  backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
};

const effectiveFormat = (format: CellFormat | undefined): Readonly<Record<string, unknown>> => ({
  ...PLAIN_FORMAT,
  ...format,
  ...(format?.textFormat ? { textFormat: { ...(PLAIN_FORMAT.textFormat as object), ...format.textFormat } } : {}),
});

/** A cell as the API gives it back, as far as a mask names its parts; a cell with nothing in it is `{}`. */
export const cellData = (value: CellValue, extra: Extra | undefined, mask: MaskTree): Record<string, unknown> => {
  const data: Record<string, unknown> = {};
  const isThere = value !== null;
  if (extra?.formula !== undefined && masks(mask, 'userEnteredValue'))
    data.userEnteredValue = { formulaValue: extra.formula };
  else if (isThere && masks(mask, 'userEnteredValue')) data.userEnteredValue = effective(value);
  if (masks(mask, 'effectiveValue') || masks(mask, 'formattedValue')) requireCalculated(value, extra);
  if (isThere && masks(mask, 'effectiveValue')) data.effectiveValue = effective(value);
  if (isThere && masks(mask, 'formattedValue')) data.formattedValue = displayValue(value, extra);
  if (extra?.format && masks(mask, 'userEnteredFormat')) data.userEnteredFormat = extra.format;
  if ((isThere || extra?.format) && masks(mask, 'effectiveFormat'))
    data.effectiveFormat = effectiveFormat(extra?.format);
  if (extra?.note && masks(mask, 'note')) data.note = extra.note;
  if (extra?.validation && masks(mask, 'dataValidation')) data.dataValidation = extra.validation;
  return data;
};

const EVERYTHING: MaskTree = { '*': {} };

/** Cells as they cross to a script, which makes of them what {@link cellData} gives. */
export interface PackedCells {
  /** By row, cut after the last cell with anything in it: a plain text, 0 for no value, any other cell as it is. */
  readonly values: readonly (readonly (string | 0 | Record<string, unknown>)[])[];
  /** What texts and blank cells have besides: each once, */
  readonly looks: readonly Record<string, unknown>[];
  /** and for those cells, counted row by row, runs of an index of `looks` (-1: nothing) and how many cells have it. */
  readonly runs: readonly number[];
  /** What a text has besides that has nothing of its own. */
  readonly plain: Record<string, unknown>;
}

/** A whole column of texts is the usual thing to be read back: no cell of it is written out. */
export const packCells = (cells: readonly (readonly (readonly [CellValue, Extra | undefined])[])[]): PackedCells => {
  const looks: Record<string, unknown>[] = [];
  const indexes = new Map<Extra, number>();
  const runs: number[] = [];
  const indexOf = (extra: Extra | undefined): number => {
    if (!extra) return -1;
    const known = indexes.get(extra) ?? looks.push(cellData(null, extra, EVERYTHING)) - 1;
    indexes.set(extra, known);
    return known;
  };
  const run = (index: number): void => {
    const last = runs.length - 2;
    if (last >= 0 && runs[last] === index) runs[last + 1] = (runs[last + 1] as number) + 1;
    else runs.push(index, 1);
  };
  const pack = ([value, extra]: readonly [CellValue, Extra | undefined]): string | 0 | Record<string, unknown> => {
    const isText =
      typeof value === 'string' &&
      extra?.formula === undefined &&
      !isErrorValue(value) &&
      displayValue(value, extra) === value;
    if ((!isText && value !== null) || extra?.formula !== undefined) return cellData(value, extra, EVERYTHING);
    run(indexOf(extra));
    return isText ? value : 0;
  };
  return { values: cells.map((row) => row.map(pack)), looks, runs, plain: { effectiveFormat: PLAIN_FORMAT } };
};
