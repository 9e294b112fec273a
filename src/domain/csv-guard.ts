/** Spaces, line breaks and invisible characters. */
const BLANK = '\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}';
/**
 * What a spreadsheet program may take for the beginning of a formula (OWASP, CSV Injection), also full width or small, which
 * Japanese and Chinese versions of Excel read alike (the blocks Halfwidth and Fullwidth Forms, and Small Form Variants).
 */
const SIGN = /[=+\-@＝＋－＠﹦﹢﹣﹫−]/;
/** A text with a sign in front, or a tab, line feed or carriage return; the rest doesn't matter, line breaks included. */
const FORMULA = new RegExp(`^(?:[\\t\\r\\n]|[${BLANK}]*${SIGN.source})`, 'u');
/** Where a cell may end elsewhere: Sheets guesses the separator of a file, and Excel takes its country's. */
const SEPARATORS = new RegExp(`;[${BLANK};]*`, 'gu');

/**
 * A text that is safe in a CSV file: with a leading apostrophe if it could be read as a formula, even if a program uses
 * a different separator than ours.
 */
export const guardFormula = (text: string): string => {
  const parted = text.replace(SEPARATORS, (separators: string, at: number) =>
    SIGN.test(text.charAt(at + separators.length)) ? `${separators}'` : separators,
  );
  return FORMULA.test(text) ? `'${parted}` : parted;
};
