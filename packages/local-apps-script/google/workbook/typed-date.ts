import { dateSerial, serialParts } from './time-zone';

/** A date or time that was typed: its serial number and the format that keeps the typed shape. */
export interface TypedDate {
  readonly serial: number;
  readonly pattern: string;
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME = /(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*(am|pm)?$/i;

const readTime = (text: string): TypedDate | null => {
  const match = new RegExp(`^${TIME.source}`, 'i').exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds, fraction, half] = match;
  let hour = Number(hours);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hour > 24 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  const second = Number(seconds ?? 0) + Number(`0.${fraction ?? 0}`);
  const pattern = `h:mm${seconds ? ':ss' : ''}${fraction ? '.000' : ''}${half ? ' am/pm' : ''}`;
  return { serial: (hour * 3600 + Number(minutes) * 60 + second) / 86_400, pattern };
};

const calendar = (year: number, month: number, day: number, pattern: string): TypedDate | null => {
  const serial = dateSerial(year, month, day);
  const back = serialParts(serial);
  return back.year === year && back.month === month && back.day === day && year >= 1 ? { serial, pattern } : null;
};

const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900);

const readDay = (text: string, thisYear: number): TypedDate | null => {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) {
    const [, year, mark = '-', month = '', day = ''] = iso;
    const shape = `yyyy${mark}${month.length > 1 ? 'mm' : 'm'}${mark}${day.length > 1 ? 'dd' : 'd'}`;
    return calendar(Number(year), Number(month), Number(day), shape);
  }
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(text);
  if (numeric) {
    const [, month = '', mark = '/', day = '', year] = numeric;
    if (mark === '.' && year === undefined) return null;
    const shape = `${month.startsWith('0') ? 'mm' : 'm'}${mark}${day.startsWith('0') ? 'dd' : 'd'}`;
    const tail = year === undefined ? '' : `${mark}${year.length > 2 ? 'yyyy' : 'yy'}`;
    return calendar(year === undefined ? thisYear : fullYear(year), Number(month), Number(day), shape + tail);
  }
  const named = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/i.exec(text);
  const reversed = /^(\d{1,2})[\s-]([a-z]{3,9})\.?(?:[\s-](\d{4}))?$/i.exec(text);
  const [, word = '', day = '', year] = named ?? (reversed ? ['', reversed[2], reversed[1], reversed[3]] : []);
  const month = monthOf(word);
  if (month === 0) return null;
  const name = word.length > 3 ? 'mmmm' : 'mmm';
  const shape = named ? `${name} d${year ? ', yyyy' : ''}` : `d-${name}${year ? '-yyyy' : ''}`;
  return calendar(year ? Number(year) : thisYear, month, Number(day), shape);
};

const monthOf = (word: string): number => {
  const short = MONTH_NAMES.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  if (short === 0 || word.length === 3) return short;
  const full = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ];
  return full[short - 1] === word.toLowerCase() ? short : 0;
};

/**
 * Reads a typed date, time or date-time of the US locale (`2026-10-02`, `10/2/2026`, `1-2`, `Oct 2, 2026`,
 * `10:30 PM`, `10/2/2026 10:30`); null for anything else. `today` is a serial number: it gives a missing year.
 */
export const readTypedDate = (text: string, today: number): TypedDate | null => {
  const { year } = serialParts(today);
  const whole = readDay(text, year) ?? readTime(text);
  if (whole) return whole;
  const time = TIME.exec(text);
  if (!time || time.index === 0 || !/[\sT]$/i.test(text.slice(0, time.index))) return null;
  const day = readDay(text.slice(0, time.index - 1).trim(), year);
  const hour = readTime(text.slice(time.index));
  return day && hour ? { serial: day.serial + hour.serial, pattern: `${day.pattern} ${hour.pattern}` } : null;
};
