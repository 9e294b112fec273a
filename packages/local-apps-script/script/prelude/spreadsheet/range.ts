import { call, refused } from '../bridge';
import { wrongParameters } from '../signature';
import { strictClass } from '../strict';
import { a, fits } from './arguments';
import { type DataValidation, validationFrom, validationRule } from './data-validation';
import { Filter } from './filter';
import { type CrossingGrid, incoming, outgoing } from './grid';
import { make } from './makers';
import type { Protection } from './protection';
import { RangeBase, rangeRef } from './range-base';
import { RangeFormats } from './range-formats';
import type { ProtectionRef, RangeRef } from './refs';
import type { TextFinder } from './text-finder';

type SortSpec = number | { readonly column: number; readonly ascending?: boolean };

/** What each kind of paste takes along; the other kinds are refused. */
const PASTES: Readonly<Record<string, { contents: string; formats: boolean; validations: boolean }>> = {
  PASTE_NORMAL: { contents: 'formulas', formats: true, validations: true },
  PASTE_NO_BORDERS: { contents: 'formulas', formats: true, validations: true },
  PASTE_FORMAT: { contents: 'none', formats: true, validations: true },
  PASTE_FORMULA: { contents: 'formulas', formats: false, validations: false },
  PASTE_VALUES: { contents: 'values', formats: false, validations: false },
  PASTE_DATA_VALIDATION: { contents: 'none', formats: false, validations: true },
};

/** A plain object of options, not a value of an enum. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  !('ordinal' in value);

/** What `clear({contentsOnly: true})` and its like take away. */
export const clearing = (options: unknown): object | null => {
  if (!isPlain(options)) return null;
  const { contentsOnly, formatOnly, commentsOnly, validationsOnly, skipFilteredRows } = options;
  if (!contentsOnly && !formatOnly && !commentsOnly && !validationsOnly) {
    return { contents: true, formats: true, skipFilteredRows: skipFilteredRows === true };
  }
  return {
    contents: contentsOnly === true,
    formats: formatOnly === true,
    notes: commentsOnly === true,
    validations: validationsOnly === true,
    skipFilteredRows: skipFilteredRows === true,
  };
};

/** Some cells of a tab. */
export class Range extends RangeFormats {
  getValues(): unknown[][] {
    return incoming(call('Range.getValues', rangeRef(this)) as CrossingGrid);
  }

  getValue(): unknown {
    return incoming(call('Range.getValue', rangeRef(this)) as CrossingGrid)[0]?.[0];
  }

  getDisplayValues(): string[][] {
    return call('Range.getDisplayValues', rangeRef(this)) as string[][];
  }

  getDisplayValue(): string {
    return call('Range.getDisplayValue', rangeRef(this)) as string;
  }

  getFormulas(): string[][] {
    return call('Range.getFormulas', rangeRef(this)) as string[][];
  }

  getFormula(): string {
    return call('Range.getFormula', rangeRef(this)) as string;
  }

  getNotes(): string[][] {
    return call('Range.getNotes', rangeRef(this)) as string[][];
  }

  getNote(): string {
    return call('Range.getNote', rangeRef(this)) as string;
  }

  isBlank(): boolean {
    return call('Range.isBlank', rangeRef(this)) as boolean;
  }

  setValues(...args: [values: readonly (readonly unknown[])[]]): this {
    fits('Range.setValues', args, ['grid']);
    call('Range.setValues', rangeRef(this), outgoing(args[0]));
    return this;
  }

  setValue(...args: [value: unknown]): this {
    if (args.length !== 1) throw wrongParameters(args, 'SpreadsheetApp.Range.setValue');
    const { values, dates } = outgoing([[args[0]]]);
    call('Range.setValue', rangeRef(this), values[0]?.[0], dates.length > 0);
    return this;
  }

  setFormulas(...args: [formulas: string[][]]): this {
    fits('Range.setFormulas', args, ['grid']);
    call('Range.setFormulas', rangeRef(this), args[0]);
    return this;
  }

  setFormula(...args: [formula: string]): this {
    fits('Range.setFormula', args, ['string']);
    call('Range.setFormula', rangeRef(this), args[0]);
    return this;
  }

  setNotes(...args: [notes: (string | null)[][]]): this {
    fits('Range.setNotes', args, ['grid']);
    call('Range.setNotes', rangeRef(this), args[0]);
    return this;
  }

  setNote(...args: [note: string | null]): this {
    fits('Range.setNote', args, ['string|null']);
    call('Range.setNote', rangeRef(this), args[0]);
    return this;
  }

  clear(...args: [options?: object]): this {
    fits('Range.clear', args, [], ['object']);
    call('Range.clear', rangeRef(this), clearing(args[0]));
    return this;
  }

  clearContent(): this {
    call('Range.clearContent', rangeRef(this));
    return this;
  }

  clearFormat(): this {
    call('Range.clearFormat', rangeRef(this));
    return this;
  }

  clearNote(): this {
    call('Range.clearNote', rangeRef(this));
    return this;
  }

  clearDataValidations(): this {
    call('Range.clearDataValidations', rangeRef(this));
    return this;
  }

  getDataValidation(): DataValidation | null {
    return validationFrom(call('Range.getDataValidation', rangeRef(this)), rangeRef(this).file);
  }

  getDataValidations(): (DataValidation | null)[][] {
    const { file } = rangeRef(this);
    const rules = call('Range.getDataValidations', rangeRef(this)) as unknown[][];
    return rules.map((line) => line.map((rule) => validationFrom(rule, file)));
  }

  setDataValidation(...args: [rule: DataValidation | null]): this {
    fits('Range.setDataValidation', args, ['object|null']);
    call('Range.setDataValidation', rangeRef(this), validationRule(args[0]));
    return this;
  }

  setDataValidations(...args: [rules: (DataValidation | null)[][]]): this {
    fits('Range.setDataValidations', args, ['grid']);
    call(
      'Range.setDataValidations',
      rangeRef(this),
      args[0].map((line) => line.map(validationRule)),
    );
    return this;
  }

  insertCheckboxes(...args: []): this {
    fits('Range.insertCheckboxes', args, []);
    call('Range.insertCheckboxes', rangeRef(this));
    return this;
  }

  /** Sorts by absolute column numbers, ascending unless told otherwise. */
  sort(...args: [sortSpec: SortSpec | readonly SortSpec[]]): this {
    fits('Range.sort', args, ['number'], ['object'], ['array']);
    const specs = (Array.isArray(args[0]) ? args[0] : [args[0]]) as SortSpec[];
    const keys = specs.map((spec) =>
      typeof spec === 'number'
        ? { column: spec, ascending: true }
        : { column: spec.column, ascending: spec.ascending ?? true },
    );
    call('Range.sort', rangeRef(this), keys);
    return this;
  }

  copyTo(...args: [destination: Range, typeOrOptions?: object, transposed?: boolean]): void {
    fits('Range.copyTo', args, [a(RangeBase)], [a(RangeBase), 'object'], [a(RangeBase), 'object', 'boolean']);
    const [destination, how] = args;
    const options = isPlain(how) ? how : {};
    const type = how && !isPlain(how) ? String(how) : '';
    const paste =
      PASTES[type || (options.formatOnly ? 'PASTE_FORMAT' : options.contentsOnly ? 'PASTE_FORMULA' : 'PASTE_NORMAL')];
    if (!paste) throw refused(`Range.copyTo with ${type}`);
    call('Range.copyTo', rangeRef(this), rangeRef(destination), { ...paste, transposed: args[2] === true });
  }

  moveTo(...args: [target: Range]): void {
    fits('Range.moveTo', args, [a(RangeBase)]);
    call('Range.moveTo', rangeRef(this), rangeRef(args[0]));
  }

  getNextDataCell(...args: [direction: object]): Range {
    fits('Range.getNextDataCell', args, ['object']);
    return make.range(call('Range.getNextDataCell', rangeRef(this), String(args[0])) as RangeRef);
  }

  getDataRegion(...args: []): Range {
    fits('Range.getDataRegion', args, []);
    return make.range(call('Range.getDataRegion', rangeRef(this)) as RangeRef);
  }

  createTextFinder(...args: [findText: string]): TextFinder {
    fits('Range.createTextFinder', args, ['string']);
    const ref = rangeRef(this);
    return make.finder({ file: ref.file, range: ref }, args[0]);
  }

  createFilter(): Filter {
    call('Range.createFilter', rangeRef(this));
    return new Filter(rangeRef(this));
  }

  protect(): Protection {
    return make.protection(call('Range.protect', rangeRef(this)) as ProtectionRef);
  }

  activate(): this {
    call('Range.activate', rangeRef(this));
    return this;
  }
}

strictClass(Range, 'Range');
