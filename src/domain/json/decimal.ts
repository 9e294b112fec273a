/** A number of a JSON text that is written otherwise than JavaScript writes what it makes of it. */
export interface OddNumber {
  /** The number as written in the text: `820982911946154508`, `1e999`, `24.50`. */
  readonly raw: string;
  /** The text for it in a text field; null for forms that no number or id has (`1e999`), which must be sent as text. */
  readonly text: string | null;
  /** Whether JSON.parse carries its value to the last digit; a number field may only take it then. */
  readonly exact: boolean;
}

/** Whether a number that was parsed may have lost digits on the way, or is none that JSON can carry. */
export const mayHaveLostDigits = (value: number): boolean =>
  !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));

/** What is wrong with such a number in a field for text. */
export const SEND_AS_TEXT = 'is a number with too many digits to arrive intact: send it as text';

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Sign, digits without zeros around, and the power of ten of the last one: equal for equal values. Null: no number. */
const canonical = (text: string): string | null => {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  if (digits === '') return '0';
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return `${sign}${digits.slice(0, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
};

/**
 * A number of a JSON text, when its digits may be lost: beyond 2^53 - 1 (RFC 8259, section 6: interoperable only within),
 * more decimals than a double has, an exponent beyond it. Null when it reads back as it was written.
 */
export const oddNumber = (raw: string): OddNumber | null => {
  const value = Number(raw);
  const read = String(value);
  const isWhole = Number.isInteger(value);
  const isSafe = !isWhole || Number.isSafeInteger(value);
  if (read === raw && isSafe) return null;
  const exact = isSafe && canonical(raw) === canonical(read);
  if (/[eE]/.test(raw)) return { raw, exact, text: exact ? read : null };
  return { raw, exact, text: exact && isWhole ? read : raw };
};
