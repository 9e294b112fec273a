/** A calendar day as `2024-03-04`, or what is wrong with the text. */
export type DayReading = { readonly day: string } | { readonly problem: string };

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
/** Orders of photos are not older, and none is made ahead of this. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/** The index of a name in full or by three letters and more (`Sept`); -1 when it is none. */
const indexOf = (names: readonly string[], word: string): number =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word) || (word === 'thur' && name === 'thursday'));

/** A year of two digits as spreadsheets read it (1990 to 2049); NaN where it would be a guess. */
const yearOf = (text: string): number => {
  const year = Number(text.replace("'", ''));
  if (text.length === 4) return year;
  if (year >= 90) return 1900 + year;
  return year < 50 ? 2000 + year : Number.NaN;
};

const YEAR = "(\\d{4}|'?\\d{2})";

/** Ways to write a day whose parts are certain, and in which order they are. `/` and `-` are month first, as in the US. */
const WAYS: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/, 'y-md'],
  [/^(\d{4})(\d{2})(\d{2})$/, 'ymd'],
  [new RegExp(`^(\\d{1,2})([-/])(\\d{1,2})\\2${YEAR}$`), 'm-dy'],
  [new RegExp(`^([a-z]{3,9})[ -](\\d{1,2})[ -]${YEAR}$`), 'ndy'],
  [new RegExp(`^(\\d{1,2})[ -/]([a-z]{3,9})[ -/]${YEAR}$`), 'dny'],
  [/^(\d{4})[ -]([a-z]{3,9})[ -](\d{1,2})$/, 'ynd'],
];

/** Ways that say too little or too much, with the reason. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/^\d{1,2}\.\d{1,2}\.\d{2,4}$/, "with dots, it's unclear whether the day or the month comes first"],
  [/^\d{1,2}[-/.]\d{1,2}$|^[a-z]{3,9} \d{1,2}$|^\d{1,2}[ -][a-z]{3,9}$/, 'it has no year'],
  [/^[a-z]{3,9}[ -]\d{4}$|^\d{1,2}[-/]\d{4}$|^\d{4}[-/]\d{1,2}$/, 'it has no day'],
  [/^\d{4}$/, 'it is only a year'],
  [/^$/, 'it has no day'],
];

const checked = (year: number, month: number, day: number): DayReading => {
  if (Number.isNaN(year)) return { problem: 'the year has only two digits' };
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return { problem: `the year ${year} is not between ${FIRST_YEAR} and ${LAST_YEAR}` };
  if (month < 1 || month > 12)
    return { problem: `there is no month ${month} (the month comes first, as in 3/14/2024)` };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > last) return { problem: `${year}-${String(month).padStart(2, '0')} has no day ${day}` };
  return { day: new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) };
};

const written = (text: string): DayReading | null => {
  for (const [pattern, order] of WAYS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const part = (letter: string) => found[order.indexOf(letter) + 1] ?? '';
    const month = order.includes('n') ? indexOf(MONTHS, part('n')) + 1 : Number(part('m'));
    return order.includes('n') && month === 0 ? null : checked(yearOf(part('y')), month, Number(part('d')));
  }
  return null;
};

/** Reads a day without a time, in small letters: with numbers or names of months, with or without its weekday. */
export const readDay = (text: string): DayReading => {
  let weekday = -1;
  const bare = text
    .replace(/[a-z]+/g, (word) => {
      const index = indexOf(WEEKDAYS, word);
      if (index < 0) return word === 'of' || word === 'the' || word === 'on' ? ' ' : word;
      weekday = index;
      return ' ';
    })
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    .replace(/,|(?<=[a-z])\.|\.(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const reading = written(bare);
  if (reading === null)
    return { problem: REFUSED.find(([pattern]) => pattern.test(bare))?.[1] ?? "it isn't a known date format" };
  if (!('day' in reading) || weekday < 0) return reading;
  const real = new Date(`${reading.day}T00:00:00Z`).getUTCDay();
  return real === weekday ? reading : { problem: `${reading.day} was a ${WEEKDAYS[real]}, not a ${WEEKDAYS[weekday]}` };
};
