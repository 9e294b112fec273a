/** A time of day as it was written, and how far its zone is ahead of UTC in minutes; null without a zone. */
export interface WrittenTime {
  /** `17:16:00`. */
  readonly text: string;
  readonly ahead: number | null;
}

/** What was read of a text, what is left of it, or what is wrong with it. */
export type TimeReading = { readonly time: WrittenTime | null; readonly rest: string } | { readonly problem: string };

/** `5:16 PM`, `17:16:00.123`; `5 p.m.`; `T171600` behind eight digits (ISO 8601, basic). */
const TIME =
  /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s*([ap])\.?\s?m\b\.?)?|(?<![\d:])(\d{1,2})\s*([ap])\.?\s?m\b\.?|(?<=\d{8})t(\d{2})(\d{2})(\d{2})?/;
/** `Z`, `-05:00`, `GMT-0500 (Eastern Standard Time)`, `EST`; right behind the time. */
const ZONE =
  /^\s*(?:\b(z|utc|gmt|e[sd]t|c[sd]t|m[sd]t|p[sd]t|ak[sd]t|hst)\b)?\s*([+-]\d{2}(?::?\d{2})?(?![\d/-]))?\s*(?:\((?!\d)[^)]*\))?/;

/** A zone by name at the very end, behind the day: `17:16:00 Mar 04, 2024 PST`. */
const ZONE_LAST = /\s(utc|gmt|e[sd]t|c[sd]t|m[sd]t|p[sd]t|ak[sd]t|hst)$/;

/** Hours ahead of UTC of the zones that RFC 5322, 4.3 names, with Alaska and Hawaii. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
};

/** No place is further ahead or behind (UTC+14, UTC-12). */
const MOST_AHEAD = 14 * 60;

const aheadOf = (zone: string | undefined, offset: string | undefined): number | null => {
  if (zone === undefined && offset === undefined) return null;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset ?? '+00') ?? [];
  return (ZONES[zone ?? 'utc'] ?? 0) * 60 + (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

/** The hour of 24; null for `13 PM` and `0 AM`. */
const hourOf = (hour: number, half: string | undefined): number | null => {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
};

const two = (number: number): string => String(number).padStart(2, '0');

/** Takes the time of day and its zone out of a text in small letters. */
export const readTime = (text: string): TimeReading => {
  const found = TIME.exec(text);
  if (!found) return { time: null, rest: text };
  const [written, hour, minute, second, half, halfHour, onlyHalf, basicHour, basicMinute, basicSecond] = found;
  const hours = hourOf(Number(hour ?? halfHour ?? basicHour), half ?? onlyHalf);
  const minutes = Number(minute ?? basicMinute ?? 0);
  const seconds = Number(second ?? basicSecond ?? 0);
  if (hours === null || minutes > 59 || seconds > 59)
    return { problem: `there is no time ${written.replace('t', '')}` };
  const behind = text.slice(found.index + written.length);
  const [zoneText = '', zone, offset] = ZONE.exec(behind) ?? [];
  const [lastText = '', lastZone] = zone || offset ? [] : (ZONE_LAST.exec(behind) ?? []);
  const ahead = aheadOf(zone ?? lastZone, offset);
  if (ahead !== null && Math.abs(ahead) > MOST_AHEAD) return { problem: `there is no time zone ${zoneText.trim()}` };
  const before = text.slice(0, found.index).replace(/(?<=\d)t$|\bat\s*$/, '');
  const rest = `${before} ${behind.slice(zoneText.length, behind.length - lastText.length)}`;
  if (rest.includes(':')) return { problem: 'it has more than one time' };
  return { time: { text: `${two(hours)}:${two(minutes)}:${two(seconds)}`, ahead }, rest };
};
