import { cleanedField, notText, quoted, type Reading, textSent } from './reading';

/** What a program does to a ZIP code that it takes for a number: zeros in front go, `.0` comes. */
const asNumber = (sent: number): string => (Number.isInteger(sent) ? String(sent).padStart(5, '0') : String(sent));

/**
 * Five digits, optionally four more after anything used as a hyphen, or a spreadsheet's `.0`; a trailing `.` or `,` is
 * fine. Full-width digits and letters become plain ones first (NFKC, UAX #15).
 */
const ZIP = /^(\d{5})(?:\s*[-_./ ]?\s*(\d{4})|\.0+)?[-.,]?$/;

/**
 * A ZIP code as five digits or ZIP+4 (Publication 28, 222): `32801–1234`, `32801 1234` and `328011234` are certain and
 * taken with a remark. Blank stays blank; whether one is needed is asked elsewhere.
 */
export const readZipCode = (sent: unknown): Reading<string> => {
  const typed = textSent(sent);
  if (typed === null) return { problem: notText(sent) };
  const { text, warnings, remarks } = cleanedField(typed, 'ZIP code', { dashes: true });
  if (text === '') return { value: '', warnings, remarks };
  const digits = typeof sent === 'number' && sent >= 501 ? asNumber(sent) : text.normalize('NFKC');
  const [, first, more] = ZIP.exec(digits) ?? [];
  if (!first) {
    return { problem: `${quoted(typed)} is not a ZIP code (use five digits, or ZIP+4 such as 32801-1234)` };
  }
  const value = more ? `${first}-${more}` : first;
  if (value !== typed.trim() && remarks.length === 0) {
    remarks.push(`The ZIP code ${quoted(typed.trim())} was read as ${value}.`);
  }
  return { value, warnings, remarks };
};
