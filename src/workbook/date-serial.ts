/**
 * Dates as cells hold them: days since 1899-12-30 in the spreadsheet's time zone (docs/google.md G57).
 * The pure part knows no zones: a port turns an instant into the local date-time text `yyyy-MM-ddTHH:mm:ss`.
 */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** `'2026-11-23T15:04:05'` (local date-time) as a serial number. @throws RangeError for other text. */
export const serialOf = (localDateTime: string): number => {
  const time = Date.parse(`${localDateTime}Z`);
  if (Number.isNaN(time)) throw new RangeError(`${localDateTime} is not a date and time`);
  return (time - EPOCH) / DAY;
};

/** A serial number as local date-time text, to the second. */
export const localDateTimeOf = (serial: number): string =>
  new Date(Math.round((serial * DAY + EPOCH) / 1000) * 1000).toISOString().slice(0, 19);
