import { epochOf, type WallTime, wallTime, weekDay, zoneOffset } from '../../google/zone';

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');
const DAYS = 'Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday'.split(',');

/** Google also takes `GMT`, `EST` and offsets such as `GMT+2`; Intl wants its own names for them. */
const zoneName = (zone: string): string => {
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (offset) {
    const [, sign, hours = '0', minutes = '00'] = offset;
    if (minutes === '00') return `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
    return `${sign}${hours.padStart(2, '0')}:${minutes}`;
  }
  const short: Record<string, string> = {
    EST: 'Etc/GMT+5',
    MST: 'Etc/GMT+7',
    HST: 'Etc/GMT+10',
    PST: 'America/Los_Angeles',
    CST: 'America/Chicago',
  };
  return short[zone] ?? zone;
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const offsetText = (minutes: number, colon: string): string => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${colon}${pad(size % 60, 2)}`;
};

const zoneText = (epoch: number, zone: string, long: boolean): string => {
  const style = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: long ? 'long' : 'short' });
  return style.formatToParts(epoch).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
};

const dayOfYear = ({ year, month, day }: WallTime): number =>
  Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;

/** Weeks start on Sunday and the first holds January 1st (Java's US locale). */
const weekOfYear = (wall: WallTime): { week: number; year: number } => {
  const saturday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + 6 - weekDay(wall)));
  const year = saturday.getUTCFullYear();
  const day = Math.round((saturday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  return { week: Math.ceil(day / 7), year };
};

interface Moment {
  readonly epoch: number;
  readonly zone: string;
  readonly wall: WallTime;
}

const field = (letter: string, width: number, { epoch, zone, wall }: Moment): string => {
  const number = (value: number): string => pad(value, width);
  switch (letter) {
    case 'G':
      return wall.year > 0 ? 'AD' : 'BC';
    case 'y':
      return yearText(wall.year, width);
    case 'Y':
      return yearText(weekOfYear(wall).year, width);
    case 'M':
    case 'L':
      return name(MONTHS[wall.month - 1], width) ?? number(wall.month);
    case 'w':
      return number(weekOfYear(wall).week);
    case 'W':
      return number(Math.ceil((wall.day + weekDay({ ...wall, day: 1 })) / 7));
    case 'D':
      return number(dayOfYear(wall));
    case 'd':
      return number(wall.day);
    case 'F':
      return number(Math.ceil(wall.day / 7));
    case 'E':
      return name(DAYS[weekDay(wall)], Math.max(width, 3)) ?? '';
    case 'u':
      return number(weekDay(wall) || 7);
    case 'a':
      return wall.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return number(wall.hour);
    case 'k':
      return number(wall.hour || 24);
    case 'K':
      return number(wall.hour % 12);
    case 'h':
      return number(wall.hour % 12 || 12);
    case 'm':
      return number(wall.minute);
    case 's':
      return number(wall.second);
    case 'S':
      return number(((epoch % 1000) + 1000) % 1000);
    case 'z':
      return zoneText(epoch, zone, width > 3);
    case 'Z':
      return offsetText(zoneOffset(epoch, zone), '');
    case 'X':
      return isoOffset(zoneOffset(epoch, zone), width);
    default:
      throw new Error(`Illegal pattern character '${letter}'`);
  }
};

const yearText = (year: number, width: number): string => {
  const shown = year > 0 ? year : 1 - year;
  return width === 2 ? pad(shown % 100, 2) : pad(shown, width);
};

const name = (long: string | undefined, width: number): string | null => {
  if (width < 3 || long === undefined) return null;
  return width === 3 ? long.slice(0, 3) : long;
};

const isoOffset = (minutes: number, width: number): string => {
  if (minutes === 0) return 'Z';
  return width === 1 ? offsetText(minutes, '').slice(0, 3) : offsetText(minutes, width === 2 ? '' : ':');
};

/**
 * Java's SimpleDateFormat in its US locale (docs/google.md G102): quoted text, `''` for a quote, the letters of the
 * reference.
 * @throws Error for an unknown pattern letter or an open quote.
 */
export const formatDate = (epoch: number | null, zone: string, pattern: string): string => {
  if (epoch === null) throw new Error('Invalid argument: date');
  const known = zoneOrGmt(zoneName(zone));
  const moment = { epoch, zone: known, wall: wallTime(epoch, known) };
  const plain = pattern.replace(/''/g, '\u0000');
  if ((plain.split("'").length - 1) % 2 === 1) throw new Error('Unterminated quote');
  return plain
    .replace(/'([^']*)'|([A-Za-z])\2*/g, (run, quoted: string | undefined, letter: string | undefined) =>
      letter === undefined ? (quoted ?? '') : field(letter, run.length, moment),
    )
    .replaceAll('\u0000', "'");
};

/** Java reads an unknown zone as GMT. */
const zoneOrGmt = (zone: string): string => {
  try {
    epochOf({ year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0 }, zone);
    return zone;
  } catch {
    return 'Etc/GMT';
  }
};
