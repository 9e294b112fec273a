import { colorFromText, colorToHex } from '../../../google/workbook/color';
import { serviceError } from '../bridge';
import { wrongParameters } from '../signature';
import { Guarded, strictClass } from '../strict';
import { fits } from './arguments';
import { type Condition, condition, criteriaName, criteriaValues } from './conditions';
import { enums } from './enums';
import { make } from './makers';
import type { Range } from './range';
import { rangeRef } from './range-base';

interface GridRange {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** A rule as it crosses: the API's shape. */
interface Rule {
  readonly ranges: readonly GridRange[];
  readonly booleanRule?: { readonly condition: Condition; readonly format?: Record<string, unknown> };
}

const gridRange = (range: Range): GridRange => {
  const { sheet, row, column, rows, columns } = rangeRef(range);
  return {
    sheetId: sheet,
    startRowIndex: row - 1,
    endRowIndex: row - 1 + rows,
    startColumnIndex: column - 1,
    endColumnIndex: column - 1 + columns,
  };
};

let readRule: (rule: ConditionalFormatRule) => Rule;

/** A condition and what cells look like when it holds. */
export class BooleanCondition extends Guarded {
  readonly #rule: NonNullable<Rule['booleanRule']>;

  constructor(rule: NonNullable<Rule['booleanRule']>) {
    super();
    this.#rule = rule;
  }

  getCriteriaType() {
    return enums.BooleanCriteria[criteriaName(this.#rule.condition) as keyof typeof enums.BooleanCriteria];
  }

  getCriteriaValues(): unknown[] {
    return criteriaValues(this.#rule.condition);
  }

  getBackground(): string | null {
    const color = this.#rule.format?.backgroundColor;
    return color ? colorToHex(color) : null;
  }
}

/** A conditional format rule. Never changes; `copy()` makes a builder. */
export class ConditionalFormatRule extends Guarded {
  readonly #rule: Rule;
  readonly #file: string;

  static {
    readRule = (rule) => rule.#rule;
  }

  constructor(rule: Rule, file: string) {
    super();
    this.#rule = rule;
    this.#file = file;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#rule, this.#file);
  }

  getRanges(): Range[] {
    return this.#rule.ranges.map(
      ({ sheetId, startRowIndex = 0, endRowIndex = 1, startColumnIndex = 0, endColumnIndex = 1 }) =>
        make.range({
          file: this.#file,
          sheet: sheetId,
          row: startRowIndex + 1,
          column: startColumnIndex + 1,
          rows: endRowIndex - startRowIndex,
          columns: endColumnIndex - startColumnIndex,
        }),
    );
  }

  getBooleanCondition(): BooleanCondition | null {
    return this.#rule.booleanRule ? new BooleanCondition(this.#rule.booleanRule) : null;
  }
}

/** Builds a {@link ConditionalFormatRule} with a yes-or-no condition. */
export class ConditionalFormatRuleBuilder extends Guarded {
  #ranges: readonly GridRange[];
  #condition: Condition | undefined;
  #format: Record<string, unknown>;
  #file: string;

  constructor(rule?: Rule, file = '') {
    super();
    this.#ranges = rule?.ranges ?? [];
    this.#condition = rule?.booleanRule?.condition;
    this.#format = rule?.booleanRule?.format ?? {};
    this.#file = file;
  }

  #when(criteria: string, values: readonly unknown[]): this {
    this.#condition = condition(criteria, values);
    return this;
  }

  #text(part: Record<string, unknown>): this {
    this.#format = { ...this.#format, textFormat: { ...(this.#format.textFormat as object | undefined), ...part } };
    return this;
  }

  setRanges(...args: [ranges: Range[]]): this {
    fits('ConditionalFormatRuleBuilder.setRanges', args, ['array']);
    this.#ranges = args[0].map(gridRange);
    this.#file = args[0][0] ? rangeRef(args[0][0]).file : '';
    return this;
  }

  whenTextEqualTo(...args: [text: string]): this {
    fits('ConditionalFormatRuleBuilder.whenTextEqualTo', args, ['string']);
    return this.#when('TEXT_EQUAL_TO', args);
  }

  whenTextContains(...args: [text: string]): this {
    fits('ConditionalFormatRuleBuilder.whenTextContains', args, ['string']);
    return this.#when('TEXT_CONTAINS', args);
  }

  whenTextStartsWith(...args: [text: string]): this {
    fits('ConditionalFormatRuleBuilder.whenTextStartsWith', args, ['string']);
    return this.#when('TEXT_STARTS_WITH', args);
  }

  whenCellEmpty(): this {
    return this.#when('CELL_EMPTY', []);
  }

  whenCellNotEmpty(): this {
    return this.#when('CELL_NOT_EMPTY', []);
  }

  whenNumberGreaterThan(...args: [number: number]): this {
    fits('ConditionalFormatRuleBuilder.whenNumberGreaterThan', args, ['number']);
    return this.#when('NUMBER_GREATER_THAN', args);
  }

  whenNumberLessThan(...args: [number: number]): this {
    fits('ConditionalFormatRuleBuilder.whenNumberLessThan', args, ['number']);
    return this.#when('NUMBER_LESS_THAN', args);
  }

  /** Kept and given back; formulas are not calculated locally, so the rule colors nothing here. */
  whenFormulaSatisfied(...args: [formula: string]): this {
    fits('ConditionalFormatRuleBuilder.whenFormulaSatisfied', args, ['string']);
    return this.#when('CUSTOM_FORMULA', args);
  }

  setBackground(...args: [color: string | null]): this {
    fits('ConditionalFormatRuleBuilder.setBackground', args, ['string|null']);
    this.#format = { ...this.#format, backgroundColor: colorFromText(args[0]) };
    return this;
  }

  setFontColor(...args: [color: string | null]): this {
    fits('ConditionalFormatRuleBuilder.setFontColor', args, ['string|null']);
    return this.#text({ foregroundColor: colorFromText(args[0]) });
  }

  setBold(...args: [bold: boolean]): this {
    fits('ConditionalFormatRuleBuilder.setBold', args, ['boolean']);
    return this.#text({ bold: args[0] });
  }

  setItalic(...args: [italic: boolean]): this {
    fits('ConditionalFormatRuleBuilder.setItalic', args, ['boolean']);
    return this.#text({ italic: args[0] });
  }

  setStrikethrough(...args: [strikethrough: boolean]): this {
    fits('ConditionalFormatRuleBuilder.setStrikethrough', args, ['boolean']);
    return this.#text({ strikethrough: args[0] });
  }

  build(): ConditionalFormatRule {
    if (!this.#condition) throw serviceError('A conditional format rule must have a condition.');
    const rule = { ranges: this.#ranges, booleanRule: { condition: this.#condition, format: this.#format } };
    return new ConditionalFormatRule(rule, this.#file);
  }
}

strictClass(BooleanCondition, 'BooleanCondition');
strictClass(ConditionalFormatRule, 'ConditionalFormatRule');
strictClass(ConditionalFormatRuleBuilder, 'ConditionalFormatRuleBuilder');

/** A rule as it crosses. @throws Exception when it isn't a rule (a builder that was not built). */
export const conditionalRule = (rule: unknown): Rule => {
  if (!(rule instanceof ConditionalFormatRule)) {
    throw wrongParameters([[rule]], 'SpreadsheetApp.Sheet.setConditionalFormatRules');
  }
  return readRule(rule);
};

/** A rule that has crossed. */
export const conditionalRuleFrom = (rule: unknown, file: string): ConditionalFormatRule =>
  new ConditionalFormatRule(rule as Rule, file);
