import type { CellValue } from './cell';
import { evaluateFormula } from './formula';
import { readTypedDate } from './typed-date';

/** What a text becomes when someone types it, or a script writes it with setValue (docs/google.md G58). */
export interface Typed {
  readonly value: CellValue;
  readonly formula?: string;
  /** The pattern that the cell gets when it has no number format yet. */
  readonly pattern?: string;
}

/** Where a text is typed. */
export interface TypingPlace {
  /** The cell's number format was `@` before. */
  readonly textCell: boolean;
  /** Whether `@` also keeps a leading `=` as text; Google's answer is not known (docs/google.md G61). */
  readonly textStopsFormula: boolean;
  /** Whether `@` also keeps an apostrophe in front as a part of the text (docs/google.md G62). */
  readonly keepsApostrophe?: boolean;
  /** Today as a serial number in the spreadsheet's time zone. */
  readonly today: number;
}

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;
const SCIENTIFIC = /^[+-]?(\d+\.?\d*|\.\d+)e[+-]?\d+$/i;
const PERCENT = /^([+-]?(?:\d+\.?\d*|\.\d+))\s?%$/;
const MONEY = /^([+-]?)\$\s?([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?|\.\d+)$/;

const readNumber = (text: string): Typed | null => {
  if (PLAIN.test(text)) return { value: Number(text) };
  if (GROUPED.test(text)) {
    return { value: Number(text.replace(/,/g, '')), pattern: text.includes('.') ? '#,##0.00' : '#,##0' };
  }
  if (SCIENTIFIC.test(text)) return { value: Number(text), pattern: '0.00E+00' };
  const percent = PERCENT.exec(text);
  if (percent) {
    const value = Number((Number(percent[1]) / 100).toPrecision(15));
    return { value, pattern: percent[1]?.includes('.') ? '0.00%' : '0%' };
  }
  const money = MONEY.exec(text);
  if (!money) return null;
  const amount = Number((money[3] ?? '').replace(/,/g, ''));
  const sign = money[1] === '-' || money[2] === '-' ? -1 : 1;
  return { value: sign * amount, pattern: text.includes('.') ? '"$"#,##0.00' : '"$"#,##0' };
};

const readFormula = (text: string): Typed | null => {
  if (text.length < 2) return null;
  if (text.startsWith('=')) return { value: evaluateFormula(text), formula: text };
  if (!text.startsWith('+') || readNumber(text)) return null;
  const formula = `=${text}`;
  return { value: evaluateFormula(formula), formula };
};

/** Reads a text as if it were typed into a cell. */
export const readTyped = (text: string, { textCell, textStopsFormula, keepsApostrophe, today }: TypingPlace): Typed => {
  if (text === '') return { value: null };
  if (text.startsWith("'") && !(textCell && keepsApostrophe))
    return { value: text.slice(1) === '' ? null : text.slice(1) };
  if (textCell) {
    return (!textStopsFormula && text.startsWith('=') ? readFormula(text) : null) ?? { value: text };
  }
  const formula = readFormula(text);
  if (formula) return formula;
  const bare = text.trim();
  if (/^(true|false)$/i.test(bare)) return { value: bare.toLowerCase() === 'true' };
  const number = readNumber(bare);
  if (number) return number;
  const date = readTypedDate(bare, today);
  return date ? { value: date.serial, pattern: date.pattern } : { value: text };
};
