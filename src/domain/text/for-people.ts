/**
 * Days, times, numbers and counts as Americans read them (docs/words.md). Machines (CSV, JSON, logs) get ISO 8601 instead.
 * Local date-times are texts of the spreadsheet's time zone, `yyyy-MM-ddTHH:mm:ss`: the `local` of the Clock port.
 */
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * `Nov 16`; with its year, `Nov 16, 2025`, when that isn't the year of `now`. @param now a local date-time; blank:
 * always with its year.
 */
export const dayText = (local: string, now = ''): string => {
  const [year = '', month, day] = local.slice(0, 10).split('-');
  return `${MONTHS[Number(month) - 1]} ${Number(day)}${now.startsWith(year) ? '' : `, ${year}`}`;
};

/** `7:03 PM`. */
export const clockText = (local: string): string => {
  const [hours = 0, minutes = 0] = local.slice(11, 16).split(':').map(Number);
  return `${hours % 12 || 12}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`;
};

/** `Nov 16, 7:03 PM`, or `Nov 16, 2025, 7:03 PM`: see {@link dayText}. */
export const timeText = (local: string, now = ''): string => `${dayText(local, now)}, ${clockText(local)}`;

/** A cell of our own tabs as a sheet shows it, `2026-11-16 19:03`, as {@link timeText}; any other text stays as it is. */
export const cellTimeText = (shown: string, now = ''): string =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/.test(shown) ? timeText(shown.replace(' ', 'T'), now) : shown;

/** `1,284`. */
export const numberText = (number: number): string => number.toLocaleString('en-US');

/** `1 envelope`, `1,284 envelopes`. @param many the plural where it isn't the word and an "s". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${numberText(number)} ${number === 1 ? one : many}`;
