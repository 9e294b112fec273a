import { refused } from '../bridge';

/** A condition of the API, as rules carry it. */
export interface Condition {
  readonly type: string;
  readonly values?: readonly { readonly userEnteredValue: string }[];
}

/** Names of SpreadsheetApp's criteria and of the API's condition types. */
const TYPES: Readonly<Record<string, string>> = {
  VALUE_IN_LIST: 'ONE_OF_LIST',
  VALUE_IN_RANGE: 'ONE_OF_RANGE',
  CHECKBOX: 'BOOLEAN',
  CUSTOM_FORMULA: 'CUSTOM_FORMULA',
  CELL_EMPTY: 'BLANK',
  CELL_NOT_EMPTY: 'NOT_BLANK',
  TEXT_CONTAINS: 'TEXT_CONTAINS',
  TEXT_DOES_NOT_CONTAIN: 'TEXT_NOT_CONTAINS',
  TEXT_EQUAL_TO: 'TEXT_EQ',
  TEXT_STARTS_WITH: 'TEXT_STARTS_WITH',
  TEXT_ENDS_WITH: 'TEXT_ENDS_WITH',
  TEXT_IS_VALID_EMAIL: 'TEXT_IS_EMAIL',
  TEXT_IS_VALID_URL: 'TEXT_IS_URL',
  NUMBER_BETWEEN: 'NUMBER_BETWEEN',
  NUMBER_NOT_BETWEEN: 'NUMBER_NOT_BETWEEN',
  NUMBER_EQUAL_TO: 'NUMBER_EQ',
  NUMBER_NOT_EQUAL_TO: 'NUMBER_NOT_EQ',
  NUMBER_GREATER_THAN: 'NUMBER_GREATER',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'NUMBER_GREATER_THAN_EQ',
  NUMBER_LESS_THAN: 'NUMBER_LESS',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'NUMBER_LESS_THAN_EQ',
  DATE_AFTER: 'DATE_AFTER',
  DATE_BEFORE: 'DATE_BEFORE',
  DATE_BETWEEN: 'DATE_BETWEEN',
  DATE_NOT_BETWEEN: 'DATE_NOT_BETWEEN',
  DATE_EQUAL_TO: 'DATE_EQ',
  DATE_ON_OR_AFTER: 'DATE_ON_OR_AFTER',
  DATE_ON_OR_BEFORE: 'DATE_ON_OR_BEFORE',
  DATE_IS_VALID_DATE: 'DATE_IS_VALID',
};

/** A date as conditions carry it: `2026-10-02`, the script's calendar day. */
const dayText = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** The API's condition of a criterion and its values. */
export const condition = (criteria: string, values: readonly unknown[]): Condition => {
  const type = TYPES[criteria];
  if (!type) throw refused(`criteria ${criteria}`);
  const texts = values.map((value) => ({ userEnteredValue: value instanceof Date ? dayText(value) : String(value) }));
  return texts.length > 0 ? { type, values: texts } : { type };
};

/** The criterion's name of a condition. */
export const criteriaName = ({ type }: Condition): string =>
  Object.keys(TYPES).find((name) => TYPES[name] === type) ?? type;

/** A condition's values as the script gave them: numbers where the criterion is about numbers. */
export const criteriaValues = ({ type, values = [] }: Condition): unknown[] => {
  const texts = values.map(({ userEnteredValue }) => userEnteredValue);
  if (type.startsWith('NUMBER')) return texts.map(Number);
  if (type.startsWith('DATE')) return texts.map((text) => new Date(`${text}T00:00:00`));
  return type === 'ONE_OF_LIST' ? [texts] : texts;
};
