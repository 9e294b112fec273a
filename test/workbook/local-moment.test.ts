import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { serialOf } from '../../src/workbook/date-serial';
import { readLocalMoment } from '../../src/workbook/local-moment';

/** What the Clock port does, by Node's own zone data. */
const zone = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (instant: Date) => format.format(instant).replace(' ', 'T');
};
const NEW_YORK = zone('America/New_York');
/** New York and Los Angeles change their clocks at 2:00, Phoenix never, Havana and Beirut at midnight. */
const ZONES = ['America/New_York', 'America/Los_Angeles', 'America/Phoenix', 'America/Havana', 'Asia/Beirut'].map(
  (name) => [name, zone(name)] as const,
);

const localOf = (cell: string | number | boolean, toLocal = NEW_YORK) => {
  const reading = readLocalMoment(cell, toLocal);
  return 'problem' in reading ? reading.problem : reading.moment.local;
};

describe('a day', () => {
  test.each([
    '2024-03-04',
    '2024/3/4',
    '2024.03.04',
    '20240304',
    20240304,
    '3/4/2024',
    '03/04/2024',
    '3/4/24',
    '3-4-2024',
    'March 4, 2024',
    'March 4th, 2024',
    'Mar 4 2024',
    'Mar. 4, 2024',
    'MARCH 4 2024',
    'Monday, March 4, 2024',
    'Mon, 4 Mar 2024',
    '4 March 2024',
    'the 4th of March 2024',
    '4-Mar-2024',
    '4-Mar-24',
    '04/Mar/2024',
    '2024-Mar-04',
    'Mar-04-2024',
    45355,
    '45355',
    '45355.0',
    ' 2024‑03‑04\u200b ',
  ])('%j is March 4, 2024, in the zone of the sheet', (cell) => {
    for (const [, toLocal] of ZONES) {
      expect(readLocalMoment(cell, toLocal)).toMatchObject({ moment: { local: '2024-03-04T00:00:00', isDay: true } });
    }
    expect(readLocalMoment(cell, NEW_YORK)).toMatchObject({ moment: { instant: '2024-03-04T05:00:00.000Z' } });
  });
});

describe('a day with a time', () => {
  test.each([
    '3/4/2024 5:16 PM',
    '3/4/2024, 5:16:00 PM',
    '3/4/2024 5:16\u202fPM',
    '3/4/2024 5:16PM',
    '3/4/2024 17:16',
    '03/04/2024 05:16:00 p.m.',
    'March 4, 2024 at 5:16 PM',
    'Mar 4, 2024 17:16:00',
    '17:16:00 Mar 04, 2024 EST',
    'Mar 4, 2024 17:16:00 EST',
    'Mar 4, 2024 14:16:00 PST',
    '2024-03-04T17:16:00',
    '2024-03-04 17:16:00',
    '2024-03-04 17:16',
    '2024-03-04T22:16:00Z',
    '2024-03-04T22:16:00.000Z',
    '2024-03-04T22:16:00.123456+00:00',
    '2024-03-04T17:16:00-05:00',
    '2024-03-04 17:16:00 -0500',
    '2024-03-04 22:16:00 UTC',
    '20240304T171600',
    '20240304T221600Z',
    'Mon, 04 Mar 2024 22:16:00 +0000',
    'Mon, 04 Mar 2024 22:16:00 GMT',
    'Mon Mar 04 2024 17:16:00 GMT-0500 (Eastern Standard Time)',
    'Mon Mar  4 17:16:00 2024',
    45355 + (17 * 60 + 16) / 1440,
    String(45355 + (17 * 60 + 16) / 1440),
  ])('%j is March 4, 2024, 5:16 PM in New York', (cell) => {
    expect(readLocalMoment(cell, NEW_YORK)).toEqual({
      moment: {
        local: expect.stringMatching(/^2024-03-04T17:16:00$/),
        instant: expect.stringMatching(/^2024-03-04T22:16:00/),
        isDay: false,
      },
    });
  });

  test.each([
    ['3/4/2024 12:00 AM', '2024-03-04T00:00:00'],
    ['3/4/2024 12:30 PM', '2024-03-04T12:30:00'],
    ['3/4/2024 5 PM', '2024-03-04T17:00:00'],
    ['3/4/2024 5pm', '2024-03-04T17:00:00'],
    ['3/4/2024 0:00', '2024-03-04T00:00:00'],
    ['2024-03-05T02:00:00Z', '2024-03-04T21:00:00'],
  ])('%j is %s', (cell, local) => expect(localOf(cell)).toBe(local));
});

describe('what is ambiguous, impossible or incomplete is a problem with its reason', () => {
  test.each([
    ['', 'The date is blank'],
    [' \u200b', 'The date is blank'],
    ['3/4', 'it has no year'],
    ['March 4', 'it has no year'],
    ['March 2024', 'it has no day'],
    ['2024-03', 'it has no day'],
    ['3/2024', 'it has no day'],
    ['2024', 'it is only a year'],
    [2024, 'it is a number outside of 1990 to 2099'],
    [45.5, 'it is a number outside of 1990 to 2099'],
    ['13/11/2024', 'there is no month 13 (the month comes first, as in 3/14/2024)'],
    ['0/11/2024', 'there is no month 0'],
    ['04.03.2024', "with dots, it's unclear whether the day or the month comes first"],
    ['31.03.24', "with dots, it's unclear whether the day or the month comes first"],
    ['2/30/2024', '2024-02 has no day 30'],
    ['2023-02-29', '2023-02 has no day 29'],
    ['March 32, 2024', '2024-03 has no day 32'],
    ['20241301', 'there is no month 13'],
    ['3/4/1024', 'the year 1024 is not between 1990 and 2099'],
    ['3/4/75', 'the year has only two digits'],
    ['Tuesday, March 4, 2024', '2024-03-04 was a monday, not a tuesday'],
    ['3/4/2024 17:16 PM', 'there is no time 17:16 pm'],
    ['3/4/2024 0:16 AM', 'there is no time 0:16 am'],
    ['3/4/2024 25:00', 'there is no time 25:00'],
    ['3/4/2024 5:61 PM', 'there is no time 5:61 pm'],
    ['3/4/2024 5:16 - 6:16', 'it has more than one time'],
    ['2024-03-04T17:16:00+19:00', 'there is no time zone +19:00'],
    ['5:16 PM', 'it has no day'],
    ['3/10/2024 2:30 AM', 'there was no 02:30 on 2024-03-10: the clocks were set forward'],
    ['unknown', "it isn't a known date format"],
    ['yesterday', "it isn't a known date format"],
    ['last May', "it isn't a known date format"],
    ['3/4/2024 or 3/5/2024', "it isn't a known date format"],
    ['Q1 2024', "it isn't a known date format"],
    ['2024-W10-1', "it isn't a known date format"],
    ['Foo 4, 2024', "it isn't a known date format"],
    ['407-555-0134', "it isn't a known date format"],
    ['1709590560', "it isn't a known date format"],
    ['3/4-2024', "it isn't a known date format"],
    ['3/4/20245', "it isn't a known date format"],
    ['March 4, 2024 noonish', "it isn't a known date format"],
    [true, "it isn't a known date format"],
  ])('%j', (cell, reason) => expect(localOf(cell)).toContain(reason));
});

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const LONG = 'January February March April May June July August September October November December'.split(' ');

/** Twenty ways to write one local date-time. */
const WRITINGS: readonly ((local: string, instant: Date) => string | number)[] = [
  (local) => local,
  (local) => local.replace('T', ' '),
  (local) => serialOf(local),
  (local) => String(serialOf(local)),
  (_, instant) => instant.toISOString(),
  (_, instant) => instant.toUTCString(),
  (_, instant) => instant.toISOString().replace('.000Z', '+00:00'),
  (_, instant) => `${new Date(instant.getTime() - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`,
  (_, instant) => `${new Date(instant.getTime() - 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')} PST`,
  (local) => new Date(`${local}Z`).toLocaleString('en-US', { timeZone: 'UTC' }),
  (local) => new Date(`${local}Z`).toLocaleString('en-US', { timeZone: 'UTC', dateStyle: 'full', timeStyle: 'medium' }),
  (local) => new Date(`${local}Z`).toLocaleString('en-US', { timeZone: 'UTC', dateStyle: 'long', timeStyle: 'medium' }),
  (local) =>
    new Date(`${local}Z`).toLocaleString('en-US', { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'medium' }),
  (local) => `${Number(local.slice(5, 7))}/${Number(local.slice(8, 10))}/${local.slice(0, 4)} ${local.slice(11)}`,
  (local) => `${local.slice(5, 7)}-${local.slice(8, 10)}-${local.slice(0, 4)} ${local.slice(11)}`,
  (local) => `${local.slice(0, 10).replace(/-/g, '/')} ${local.slice(11)}`,
  (local) =>
    `${Number(local.slice(8, 10))} ${LONG[Number(local.slice(5, 7)) - 1]} ${local.slice(0, 4)} ${local.slice(11)}`,
  (local) => `${local.slice(8, 10)}-${MONTHS[Number(local.slice(5, 7)) - 1]}-${local.slice(0, 4)} ${local.slice(11)}`,
  (local) => `${local.slice(11)} ${MONTHS[Number(local.slice(5, 7)) - 1]} ${local.slice(8, 10)}, ${local.slice(0, 4)}`,
  (local) => `${local.replace(/[-:]/g, '')}`,
];

describe.each(ZONES.map(([name]) => name))('in %s', (name) => {
  const toLocal = zone(name);
  const between = fc.integer({ min: Date.UTC(2019, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 });
  /** Around every change of clocks there: each half hour of two days. */
  const changes: number[] = [];
  for (let hour = Date.UTC(2023, 0, 1) / 3_600_000; hour < Date.UTC(2025, 0, 1) / 3_600_000; hour++) {
    const ahead = (at: number) => Date.parse(`${toLocal(new Date(at * 3_600_000))}Z`) - at * 3_600_000;
    if (ahead(hour) !== ahead(hour + 1))
      for (let half = -24; half < 72; half++) changes.push(hour * 3600 + half * 1800);
  }
  const seconds = changes.length > 0 ? fc.oneof(between, fc.constantFrom(...changes)) : between;

  test('twenty writings of one moment are that moment, also on the days on which the clocks change', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        const instant = new Date(second * 1000);
        const local = toLocal(instant);
        for (const write of WRITINGS) {
          const cell = write(local, instant);
          expect([cell, localOf(cell, toLocal)]).toEqual([cell, local]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a day without a time is that day, and its instant its first moment', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        const day = toLocal(new Date(second * 1000)).slice(0, 10);
        const reading = readLocalMoment(day, toLocal);
        if ('problem' in reading) throw new Error(reading.problem);
        const start = Date.parse(reading.moment.instant);
        expect(toLocal(new Date(start)).slice(0, 10)).toBe(day);
        expect(toLocal(new Date(start - 1000)).slice(0, 10) < day).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

test('of an hour that the clocks repeat, the first one is taken, and the text stays', () => {
  expect(readLocalMoment('11/3/2024 1:30 AM', NEW_YORK)).toEqual({
    moment: { local: '2024-11-03T01:30:00', instant: '2024-11-03T05:30:00.000Z', isDay: false },
  });
});

test('whatever a cell holds, nothing is thrown, and what is read is within 1990 to 2099', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '3',
      '/',
      '4',
      '2024',
      ' ',
      'Mar',
      'mon',
      ':',
      '5',
      'pm',
      'T',
      'Z',
      '-05:00',
      ',',
      '.',
      'th',
      'at',
      '13',
      '00',
    ),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.double(),
        fc.boolean(),
        pieces.map((all) => all.join('')),
      ),
      (cell) => {
        const reading = readLocalMoment(cell, NEW_YORK);
        if ('moment' in reading)
          expect(reading.moment.local).toMatch(/^(19(89|9\d)|20\d\d|2100)-\d\d-\d\dT\d\d:\d\d:\d\d$/);
        else expect(reading.problem).not.toBe('');
      },
    ),
    { numRuns: 5000 },
  );
});
