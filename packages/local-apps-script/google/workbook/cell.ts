import type { Json } from '../operations';
import type { Color } from './color';

export type { Color } from './color';

/** What is in a cell. A date is a serial number with a date format (docs/google.md G57); blank is null. */
export type CellValue = string | number | boolean | null;

/** How a number is shown. `type` is the API's (`TEXT`, `NUMBER`, `CURRENCY`, `DATE`, `DATE_TIME`, ...). */
export interface NumberFormat {
  readonly type?: string;
  readonly pattern?: string;
}

/** A cell's format in the shape of the Sheets API's `CellFormat`, as far as it is kept. */
export interface CellFormat {
  readonly numberFormat?: NumberFormat;
  readonly backgroundColor?: Color;
  readonly textFormat?: { readonly [name: string]: Json };
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly [other: string]: unknown;
}

/** A condition of the API: `ONE_OF_LIST` with its values, `TEXT_EQ`, `NUMBER_GREATER`, ... */
export interface Condition {
  readonly type: string;
  readonly values?: readonly { readonly userEnteredValue?: string; readonly relativeDate?: string }[];
}

/** A cell's data validation in the API's shape. `strict` rejects bad values; without it they only get a warning. */
export interface ValidationRule {
  readonly condition: Condition;
  readonly strict?: boolean;
  readonly inputMessage?: string;
  readonly showCustomUi?: boolean;
}

/** What a cell has besides its value. Never changed in place: equal ones are shared by many cells. */
export interface Extra {
  readonly formula?: string;
  readonly note?: string;
  readonly validation?: ValidationRule;
  readonly format?: CellFormat;
}

/** The four parts of an extra, each possibly absent. */
export type ExtraParts = { readonly [Key in keyof Extra]: Extra[Key] | undefined };

/** A copy of an extra with some parts replaced; a part that is undefined goes. Undefined when nothing is left. */
export const withParts = (extra: Extra | undefined, parts: ExtraParts): Extra | undefined => {
  const merged = { ...extra, ...parts };
  const entries = Object.entries(merged).filter(([, part]) => part !== undefined && part !== '');
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Extra);
};

/** What a new row gets from its neighbor: format and dropdown, not note or formula. */
export const inheritedExtra = (extra: Extra | undefined): Extra | undefined =>
  extra?.note === undefined && extra?.formula === undefined
    ? extra
    : withParts(extra, { note: undefined, formula: undefined });

/** Shares equal extras, so that 50,000 rows of the same formats cost one object a column. */
export class ExtraPool {
  private readonly known = new Map<string, Extra>();

  share(extra: Extra | undefined): Extra | undefined {
    if (!extra || extra.note !== undefined || extra.formula !== undefined) return extra;
    const key = JSON.stringify(extra);
    const known = this.known.get(key);
    if (known) return known;
    this.known.set(key, extra);
    return extra;
  }
}
