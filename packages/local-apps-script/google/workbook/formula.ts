import { notAvailable } from '../service-error';
import type { CellValue, Extra } from './cell';

const STRING = /^"((?:[^"]|"")*)"$/;
const LINK = /^HYPERLINK\(\s*("(?:[^"]|"")*")\s*(?:[,;]\s*("(?:[^"]|"")*"|-?[\d.]+)\s*)?\)$/i;

const EQUALS = '='.charCodeAt(0);

const literal = (text: string): CellValue | undefined => {
  const string = STRING.exec(text);
  if (string) return (string[1] ?? '').replace(/""/g, '"');
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  return undefined;
};

const balanced = (text: string): boolean => {
  let depth = 0;
  for (const letter of text.replace(/"(?:[^"]|"")*"/g, '')) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0 || letter === '"') return false;
  }
  return depth === 0;
};

/** Words side by side with nothing between, or an operator at the end: no formula at all. */
const MALFORMED = /[A-Za-z0-9_)"]\s+[A-Za-z0-9_("]|[+\-*/&,(]\s*$/;

/**
 * The value of a formula's text (with its `=`). Only literals and HYPERLINK with a literal text are worked out;
 * a malformed one is `#ERROR!`. Nothing else is calculated locally: the value of any other formula is its own text, which
 * people see in the cell, and {@link requireCalculated} refuses to a script.
 */
export const evaluateFormula = (formula: string): CellValue => {
  const text = formula.slice(1).trim();
  const plain = literal(text);
  if (plain !== undefined) return plain;
  const link = LINK.exec(text);
  if (link) return literal(link[2] ?? link[1] ?? '') ?? '';
  const bare = text.replace(/"(?:[^"]|"")*"/g, '""');
  return !balanced(text) || MALFORMED.test(bare) ? '#ERROR!' : formula;
};

/**
 * Keeps what is not calculated from a script: Google would give it a number or a text.
 * @throws ServiceError `not available in the local Apps Script: the value of =SUM(1,2)`
 */
export const requireCalculated = (value: CellValue, extra: Extra | undefined): void => {
  if (typeof value === 'string' && value.charCodeAt(0) === EQUALS && value === extra?.formula)
    throw notAvailable(`the value of ${value}`);
};

/** Whether a value is an error that a formula shows. */
export const isErrorValue = (value: CellValue): value is string =>
  typeof value === 'string' && /^#(NAME\?|ERROR!|REF!|VALUE!|N\/A|NUM!|DIV\/0!)$/.test(value);
