import { serialParts } from './time-zone';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]; // prettier-ignore
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const TOKEN = /"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|am\/pm|a\/p|\.0+|y+|m+|d+|h+|s+|[\s\S]/gi;

const SHAPE = /"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Whether a number format's pattern shows a date or a time: it has y, m, d, h or s outside quotes. */
export const isDatePattern = (pattern: string): boolean => {
  const bare = pattern.replace(SHAPE, '');
  return /[ymdhs]/i.test(bare) && !/[#?0]/.test(bare.replace(/\.0+/g, ''));
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const isMinute = (tokens: readonly string[], at: number): boolean => {
  const isTime = (token: string | undefined, letters: RegExp) => token !== undefined && letters.test(token);
  const before = tokens.slice(0, at).filter((token) => /^\[?[ymdhs]/i.test(token));
  const after = tokens.slice(at + 1).filter((token) => /^\[?[ymdhs]/i.test(token));
  return isTime(before[before.length - 1], /^\[?h/i) || isTime(after[0], /^\[?s/i);
};

const tokensByPattern = new Map<string, readonly string[]>();

const tokensOf = (pattern: string): readonly string[] => {
  let tokens = tokensByPattern.get(pattern);
  if (!tokens) {
    const read = pattern.match(TOKEN) ?? [];
    // Minutes are distinguished from months once: `m` next to hours or seconds becomes `µ`.
    tokens = read.map((token, at) =>
      /^m{1,2}$/i.test(token) && isMinute(read, at) ? 'µ'.repeat(token.length) : token,
    );
    tokensByPattern.set(pattern, tokens);
  }
  return tokens;
};

/** Shows a serial number by a date pattern of Sheets: `yyyy-mm-dd`, `m/d/yyyy h:mm:ss`, `ddd, mmm d`, `h:mm am/pm`. */
export const formatDateSerial = (serial: number, pattern: string): string => {
  const tokens = tokensOf(pattern);
  const parts = serialParts(serial);
  const twelve = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  const hour = twelve ? parts.hour % 12 || 12 : parts.hour;
  const seconds = Math.round(serial * 86_400);
  const show = (token: string): string => {
    const lower = token.toLowerCase();
    const width = token.length;
    if (token.startsWith('"')) return token.slice(1, -1);
    if (token.startsWith('\\')) return token.slice(1);
    if (lower.startsWith('[h')) return pad(Math.floor(seconds / 3600), width - 2);
    if (lower.startsWith('[m')) return pad(Math.floor(seconds / 60), width - 2);
    if (lower.startsWith('[s')) return pad(seconds, width - 2);
    if (lower === 'am/pm') return parts.hour < 12 ? 'AM' : 'PM';
    if (lower === 'a/p') return parts.hour < 12 ? 'A' : 'P';
    if (/^\.0+$/.test(token))
      return `.${pad(parts.millisecond, 3)
        .padEnd(width - 1, '0')
        .slice(0, width - 1)}`;
    if (/^y+$/.test(lower)) return width <= 2 ? pad(parts.year % 100, 2) : pad(parts.year, 4);
    if (/^d+$/.test(lower)) {
      const weekday = WEEKDAYS[parts.weekday] ?? '';
      return width <= 2 ? pad(parts.day, width) : width === 3 ? weekday.slice(0, 3) : weekday;
    }
    if (/^h+$/.test(lower)) return pad(hour, Math.min(width, 2));
    if (/^s+$/.test(lower)) return pad(parts.second, Math.min(width, 2));
    if (/^µ+$/.test(token)) return pad(parts.minute, width);
    if (!/^m+$/.test(lower)) return token;
    if (width <= 2) return pad(parts.month, width);
    const month = MONTHS[parts.month - 1] ?? '';
    return width === 3 ? month.slice(0, 3) : width === 5 ? month.slice(0, 1) : month;
  };
  return tokens.map(show).join('');
};
