/**
 * Text that a spreadsheet program may take for a formula: `=`, `+`, `-`, `@` in front (OWASP, CSV Injection), also full
 * width or small ones, which Japanese and Chinese versions of Excel read alike (the block Halfwidth and Fullwidth Forms,
 * and Small Form Variants), behind any blanks, line breaks and characters that nobody sees; a tab, line feed or carriage
 * return in front. The rest of the text does not matter, line breaks included.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** A text as it may stand in a CSV file: with an apostrophe in front where it could be a formula, as a person would type it. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
