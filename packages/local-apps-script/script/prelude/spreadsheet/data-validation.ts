import { columnLetters, quoteSheet } from '../../../google/workbook/a1';
import { call, serviceError } from '../bridge';
import { wrongParameters } from '../signature';
import { Guarded, strictClass } from '../strict';
import { a, fits } from './arguments';
import { type Condition, condition, criteriaName, criteriaValues } from './conditions';
import { enums } from './enums';
import { make } from './makers';
import type { Range } from './range';
import { RangeBase, rangeRef } from './range-base';
import type { RangeRef } from './refs';

/** A rule as it crosses: the API's shape. */
interface Rule {
  readonly condition: Condition;
  readonly strict?: boolean;
  readonly showCustomUi?: boolean;
  readonly inputMessage?: string;
}

let readRule: (validation: DataValidation) => Rule;

/** A rule for what may be in a cell. Never changes; `copy()` makes a builder. */
export class DataValidation extends Guarded {
  readonly #rule: Rule;
  readonly #file: string;

  static {
    readRule = (validation) => validation.#rule;
  }

  constructor(rule: Rule, file: string) {
    super();
    this.#rule = rule;
    this.#file = file;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.#rule, this.#file);
  }

  getAllowInvalid(): boolean {
    return this.#rule.strict !== true;
  }

  getCriteriaType() {
    return enums.DataValidationCriteria[
      criteriaName(this.#rule.condition) as keyof typeof enums.DataValidationCriteria
    ];
  }

  getCriteriaValues(): unknown[] {
    const values = criteriaValues(this.#rule.condition);
    if (this.#rule.condition.type === 'ONE_OF_LIST') return [...values, this.#rule.showCustomUi === true];
    if (this.#rule.condition.type !== 'ONE_OF_RANGE') return values;
    const text = String(values[0]).replace(/^=/, '');
    return [make.range(call('Spreadsheet.getRange', this.#file, text) as RangeRef), this.#rule.showCustomUi === true];
  }

  /** Null when there is none, though Google's types do not say so. */
  getHelpText(): string {
    return (this.#rule.inputMessage ?? null) as string;
  }
}

/** Builds a {@link DataValidation}. As in Google, invalid values are allowed with a warning unless forbidden. */
export class DataValidationBuilder extends Guarded {
  #rule: Partial<Rule>;
  #file: string;

  constructor(rule: Partial<Rule> = {}, file = '') {
    super();
    this.#rule = rule;
    this.#file = file;
  }

  #set(criteria: string, values: readonly unknown[], more: Partial<Rule> = {}): this {
    this.#rule = { ...this.#rule, condition: condition(criteria, values), ...more };
    return this;
  }

  requireValueInList(...args: [values: readonly string[], showDropdown?: boolean]): this {
    fits('DataValidationBuilder.requireValueInList', args, ['array'], ['array', 'boolean']);
    return this.#set('VALUE_IN_LIST', args[0], { showCustomUi: args[1] ?? true });
  }

  requireValueInRange(...args: [range: Range, showDropdown?: boolean]): this {
    fits('DataValidationBuilder.requireValueInRange', args, [a(RangeBase)], [a(RangeBase), 'boolean']);
    const { file, sheet, row, column, rows, columns } = rangeRef(args[0]);
    const name = quoteSheet(call('Sheet.getName', { file, sheet }) as string);
    const corner = (r: number, c: number) => `$${columnLetters(c)}$${r}`;
    this.#file = file;
    const text = `=${name}!${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
    return this.#set('VALUE_IN_RANGE', [text], { showCustomUi: args[1] ?? true });
  }

  requireCheckbox(...args: [checkedValue?: unknown, uncheckedValue?: unknown]): this {
    fits('DataValidationBuilder.requireCheckbox', args, [], ['any'], ['any', 'any']);
    return this.#set('CHECKBOX', args);
  }

  requireNumberBetween(...args: [start: number, end: number]): this {
    fits('DataValidationBuilder.requireNumberBetween', args, ['number', 'number']);
    return this.#set('NUMBER_BETWEEN', args);
  }

  requireNumberGreaterThan(...args: [number: number]): this {
    fits('DataValidationBuilder.requireNumberGreaterThan', args, ['number']);
    return this.#set('NUMBER_GREATER_THAN', args);
  }

  requireNumberGreaterThanOrEqualTo(...args: [number: number]): this {
    fits('DataValidationBuilder.requireNumberGreaterThanOrEqualTo', args, ['number']);
    return this.#set('NUMBER_GREATER_THAN_OR_EQUAL_TO', args);
  }

  requireNumberLessThanOrEqualTo(...args: [number: number]): this {
    fits('DataValidationBuilder.requireNumberLessThanOrEqualTo', args, ['number']);
    return this.#set('NUMBER_LESS_THAN_OR_EQUAL_TO', args);
  }

  requireTextContains(...args: [text: string]): this {
    fits('DataValidationBuilder.requireTextContains', args, ['string']);
    return this.#set('TEXT_CONTAINS', args);
  }

  requireTextEqualTo(...args: [text: string]): this {
    fits('DataValidationBuilder.requireTextEqualTo', args, ['string']);
    return this.#set('TEXT_EQUAL_TO', args);
  }

  requireTextIsEmail(): this {
    return this.#set('TEXT_IS_VALID_EMAIL', []);
  }

  requireTextIsUrl(): this {
    return this.#set('TEXT_IS_VALID_URL', []);
  }

  requireDate(): this {
    return this.#set('DATE_IS_VALID_DATE', []);
  }

  requireFormulaSatisfied(...args: [formula: string]): this {
    fits('DataValidationBuilder.requireFormulaSatisfied', args, ['string']);
    return this.#set('CUSTOM_FORMULA', args);
  }

  setAllowInvalid(...args: [allowInvalidData: boolean]): this {
    fits('DataValidationBuilder.setAllowInvalid', args, ['boolean']);
    this.#rule = { ...this.#rule, strict: !args[0] };
    return this;
  }

  setHelpText(...args: [helpText: string]): this {
    fits('DataValidationBuilder.setHelpText', args, ['string']);
    this.#rule = { ...this.#rule, inputMessage: args[0] };
    return this;
  }

  build(): DataValidation {
    const { condition: given, ...rest } = this.#rule;
    if (!given) throw serviceError('A data validation rule must have a criterion.');
    return new DataValidation({ ...rest, condition: given }, this.#file);
  }
}

strictClass(DataValidation, 'DataValidation');
strictClass(DataValidationBuilder, 'DataValidationBuilder');

/** A rule as it crosses. @throws Exception when it isn't a DataValidation (a builder that was not built). */
export const validationRule = (validation: DataValidation | null): Rule | null => {
  if (validation === null || validation === undefined) return null;
  if (!(validation instanceof DataValidation)) {
    throw wrongParameters([validation], 'SpreadsheetApp.Range.setDataValidation');
  }
  return readRule(validation);
};

/** A rule that has crossed. */
export const validationFrom = (rule: unknown, file: string): DataValidation | null =>
  rule === null || rule === undefined ? null : new DataValidation(rule as Rule, file);
