/** The fewest digits to search a phone number by; fewer would match every other one. */
const FEWEST_DIGITS = 3;

const EXTENSION = /(?:ext(?:ension)?|x|#)\.?\s*(\d{1,6})\b/g;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Without the North American country code, which is often left out. */
const withoutCountry = (digits: string): string => (/^1\d{10}$/.test(digits) ? digits.slice(1) : digits);

/**
 * The digits of each phone number in a text: `(407) 555-0199 ext. 12 or 407/555/0134` has three ends by which it is found,
 * `...0199`, `...019912` and `...0134`. Digits of every script count (NFKC makes full-width ones plain).
 */
export const phoneNumbersIn = (text: string): string[] => {
  const parts = text.normalize('NFKC').toLowerCase().replace(EXTENSION, ' x$1 ');
  const numbers = parts.split(/(?!x)[^\d\s().+/\p{Pd}\u2212]+/u).flatMap((part) => {
    const [number = '', extension = ''] = part.split('x').map(digitsOf);
    const base = withoutCountry(number);
    const several = part.split('x', 1).flatMap((one) => one.split(/\/|\s{2,}/));
    return [base, extension && `${base}${extension}`, ...several.map((one) => withoutCountry(digitsOf(one)))];
  });
  return [...new Set(numbers)].filter((digits) => digits.length >= FEWEST_DIGITS);
};

/** Whether one of the typed numbers is the end of a number in a text. */
export const isPhoneEnd = (text: string, typed: readonly string[]): boolean => {
  if (typed.length === 0) return false;
  const numbers = phoneNumbersIn(text);
  return typed.some((digits) => numbers.some((number) => number.endsWith(digits)));
};
