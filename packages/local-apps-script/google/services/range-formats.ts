import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import { ServiceError } from '../service-error';
import type { Area } from '../workbook/a1';
import { type CellFormat, type Color, withParts } from '../workbook/cell';
import { colorFromText, colorToHex, isColor } from '../workbook/color';
import { numberFormatOf, patternOf } from '../workbook/display';
import { requireEditable, requireUntyped } from '../workbook/protection';
import { requireSize } from './range-values';
import { openFile, openToRead, placeOf, type RangeRef } from './spreadsheet-files';

/** How a property of a cell's format is read and set; null sets it back. */
interface Property {
  readonly get: (format: CellFormat | undefined) => Json;
  readonly set: (format: CellFormat | undefined, value: Json) => CellFormat;
}

type Mutable = { -readonly [Key in keyof CellFormat]?: CellFormat[Key] | undefined };

const clean = (format: Mutable): CellFormat =>
  Object.fromEntries(Object.entries(format).filter(([, part]) => part !== undefined)) as CellFormat;

const textPart = (format: CellFormat | undefined, parts: Record<string, Json | undefined>): CellFormat => {
  const text = Object.fromEntries(
    Object.entries({ ...format?.textFormat, ...parts }).filter(([, part]) => part !== undefined),
  );
  return clean({ ...format, textFormat: Object.keys(text).length > 0 ? (text as Record<string, Json>) : undefined });
};

const word = (value: Json, words: Readonly<Record<string, string | boolean>>): string | boolean | undefined => {
  if (value === null) return undefined;
  const found = words[String(value)];
  if (found === undefined) throw new ServiceError(`Invalid argument: ${String(value)}`);
  return found;
};

const upper = (
  name: 'horizontalAlignment' | 'verticalAlignment',
  words: readonly string[],
  start: string,
): Property => ({
  get: (format) => (format?.[name] ?? start).toLowerCase(),
  // A word that Google does not know changes nothing.
  set: (format, value) =>
    value === null || words.includes(String(value))
      ? clean({ ...format, [name]: value === null ? undefined : String(value).toUpperCase() })
      : clean({ ...format }),
});

const textual = (name: string, start: Json): Property => ({
  get: (format) => format?.textFormat?.[name] ?? start,
  set: (format, value) => textPart(format, { [name]: value ?? undefined }),
});

const PROPERTIES: Readonly<Record<string, Property>> = {
  NumberFormat: {
    get: (format) => patternOf(format?.numberFormat),
    set: (format, value) =>
      clean({ ...format, numberFormat: value === null ? undefined : numberFormatOf(String(value)) }),
  },
  Background: {
    get: (format) => (format?.backgroundColor ? colorToHex(format.backgroundColor) : '#ffffff'),
    // What isn't a color that Google knows changes nothing.
    set: (format, value) =>
      isColor(value as string | null)
        ? clean({ ...format, backgroundColor: colorFromText(value as string | null) })
        : clean({ ...format }),
  },
  FontColor: {
    get: (format) => {
      const color = format?.textFormat?.foregroundColor as Color | undefined;
      return color ? colorToHex(color) : '#000000';
    },
    set: (format, value) =>
      textPart(format, { foregroundColor: colorFromText(value as string | null) as unknown as Json }),
  },
  FontWeight: {
    get: (format) => (format?.textFormat?.bold ? 'bold' : 'normal'),
    set: (format, value) => textPart(format, { bold: word(value, { bold: true, normal: false }) }),
  },
  FontStyle: {
    get: (format) => (format?.textFormat?.italic ? 'italic' : 'normal'),
    set: (format, value) => textPart(format, { italic: word(value, { italic: true, normal: false }) }),
  },
  FontLine: {
    get: (format) =>
      format?.textFormat?.underline ? 'underline' : format?.textFormat?.strikethrough ? 'line-through' : 'none',
    set: (format, value) => {
      const line = word(value, { underline: 'underline', 'line-through': 'line-through', none: 'none' });
      return textPart(format, { underline: line === 'underline', strikethrough: line === 'line-through' });
    },
  },
  FontSize: textual('fontSize', 10),
  FontFamily: textual('fontFamily', 'Arial'),
  HorizontalAlignment: upper('horizontalAlignment', ['left', 'center', 'right'], 'general'),
  VerticalAlignment: upper('verticalAlignment', ['top', 'middle', 'bottom'], 'bottom'),
  Wrap: {
    get: (format) => format?.wrapStrategy === 'WRAP',
    set: (format, value) => clean({ ...format, wrapStrategy: value ? 'WRAP' : 'OVERFLOW_CELL' }),
  },
  WrapStrategy: {
    get: (format) => (format?.wrapStrategy ?? 'OVERFLOW_CELL').replace('_CELL', ''),
    set: (format, value) => clean({ ...format, wrapStrategy: value === 'OVERFLOW' ? 'OVERFLOW_CELL' : String(value) }),
  },
};

const PLURALS: Readonly<Record<string, string>> = { FontFamily: 'FontFamilies', WrapStrategy: 'WrapStrategies' };

const write = (
  context: OperationContext,
  ref: RangeRef,
  property: Property,
  valueAt: (area: Area, row: number, column: number) => Json,
) => {
  const { workbook, tab, area } = placeOf(openFile(context, ref.file), ref);
  requireEditable(workbook, tab, area, context.actor.effectiveUser);
  requireUntyped(tab, context.world.switches);
  workbook.atomic(() => {
    for (let row = area.top; row < area.bottom; row++) {
      for (let column = area.left; column < area.right; column++) {
        const extra = tab.extra(row, column);
        const format = property.set(extra?.format, valueAt(area, row, column));
        tab.setExtra(row, column, withParts(extra, { format: Object.keys(format).length > 0 ? format : undefined }));
      }
    }
  });
  return null;
};

/** One value for all: equal cells share the new format, however many there are. */
const fill = (context: OperationContext, ref: RangeRef, property: Property, value: Json) => {
  const { workbook, tab, area } = placeOf(openFile(context, ref.file), ref);
  requireEditable(workbook, tab, area, context.actor.effectiveUser);
  requireUntyped(tab, context.world.switches);
  workbook.atomic(() =>
    tab.mapExtras(area, (extra) => {
      const format = property.set(extra?.format, value);
      return withParts(extra, { format: Object.keys(format).length > 0 ? format : undefined });
    }),
  );
  return null;
};

const forProperty = ([name, property]: [string, Property]): Operations => {
  const plural = PLURALS[name] ?? `${name}s`;
  const read = (context: OperationContext, ref: RangeRef): Json[][] => {
    const { tab, area } = placeOf(openToRead(context, ref.file), ref);
    const rows: Json[][] = [];
    for (let row = area.top; row < area.bottom; row++) {
      const line: Json[] = [];
      for (let column = area.left; column < area.right; column++)
        line.push(property.get(tab.extra(row, column)?.format));
      rows.push(line);
    }
    return rows;
  };
  return {
    [`Range.get${plural}`]: looks('read', read),
    [`Range.get${name}`]: looks(
      'read',
      (context, ref: RangeRef) => read(context, { ...ref, rows: 1, columns: 1 })[0]?.[0] ?? null,
    ),
    [`Range.set${name}`]: changes('write', (context, ref: RangeRef, value: Json) =>
      fill(context, ref, property, value),
    ),
    [`Range.set${plural}`]: changes('write', (context, ref: RangeRef, values: Json[][]) =>
      write(context, ref, property, (area, row, column) => {
        if (row === area.top && column === area.left) requireSize(area, values);
        return values[row - area.top]?.[column - area.left] ?? null;
      }),
    ),
  };
};

/** `Range.getBackgrounds`, `Range.setNumberFormat` and their like: each argument list starts with the range. */
export const rangeFormats: Operations = Object.assign({}, ...Object.entries(PROPERTIES).map(forProperty)) as Operations;
