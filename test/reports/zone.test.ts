import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDay, formatDays, isoDay, parseDay, sameDate } from '../../src/reports/days';
import { PERIODS, type PeriodKey, periodOf } from '../../src/reports/period';
import { zoneOf } from '../../src/reports/zone';
import { localDay, localTime } from './reference';

const ZONES = [
  'America/New_York',
  'America/Havana',
  'America/St_Johns',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Gaza',
];

test('a moment is on the day that the calendar of its place says, at every hour of every night', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.array(fc.integer({ min: Date.parse('2009-01-01'), max: Date.parse('2031-01-01') }), { maxLength: 20 }),
      (place, moments) => {
        const zone = zoneOf((moment) => localTime(moment, place));
        expect(moments.map((moment) => isoDay(zone.day(moment)))).toEqual(
          moments.map((moment) => localDay(moment, place)),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('in the nights in which clocks are changed it is right to the second', () => {
  for (const [place, change] of [
    ['America/New_York', '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-11-01T06:00:00Z'],
    ['America/Havana', '2026-03-08T05:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ] as const) {
    const zone = zoneOf((moment) => localTime(moment, place));
    for (let by = -90_000; by <= 90_000; by += 1_000) {
      const moment = Date.parse(change) + by;
      expect([place, by, zone.text(moment)]).toEqual([
        place,
        by,
        localTime(moment, place).slice(0, 16).replace('T', ' '),
      ]);
    }
  }
});

test('two years of orders ask the calendar service a few hundred times, not once an order', () => {
  let asked = 0;
  const zone = zoneOf((moment) => {
    asked++;
    return localTime(moment, 'America/New_York');
  });
  const start = Date.parse('2025-01-01T00:00:00Z');
  for (let order = 0; order < 50_000; order++) zone.day(start + order * 1_261_440);
  expect(asked).toBeLessThan(250);
});

const days = (key: PeriodKey, today: string, custom: readonly [string, string] = ['', '']) => {
  const period = periodOf(key, parseDay(today) ?? 0, custom);
  if ('wrong' in period) return period.wrong;
  return [period.days, period.before].map((range) => range && `${isoDay(range.from)} ${isoDay(range.to)}`);
};

test.each<[PeriodKey, string, (string | null)[]]>([
  ['today', '2026-03-31', ['2026-03-31 2026-03-31', '2026-03-30 2026-03-30']],
  ['yesterday', '2026-01-01', ['2025-12-31 2025-12-31', '2025-12-30 2025-12-30']],
  ['week', '2026-01-03', ['2025-12-28 2026-01-03', '2025-12-21 2025-12-27']],
  ['thirty', '2026-03-31', ['2026-03-02 2026-03-31', '2026-01-31 2026-03-01']],
  ['month', '2026-03-31', ['2026-03-01 2026-03-31', '2026-02-01 2026-02-28']],
  ['lastMonth', '2026-01-15', ['2025-12-01 2025-12-31', '2025-11-01 2025-11-30']],
  ['quarter', '2026-02-10', ['2026-01-01 2026-02-10', '2025-10-01 2025-11-10']],
  ['lastQuarter', '2026-02-10', ['2025-10-01 2025-12-31', '2025-07-01 2025-09-30']],
  ['year', '2028-02-29', ['2028-01-01 2028-02-29', '2027-01-01 2027-02-28']],
  ['lastYear', '2026-06-01', ['2025-01-01 2025-12-31', '2024-01-01 2024-12-31']],
  ['all', '2026-06-01', [null, null]],
])('%s on %s is %j, with the period before', (key, today, expected) => {
  expect(days(key, today)).toEqual(expected);
});

test('a custom period is compared with the same number of days before it, and an invalid one gets an error', () => {
  expect(days('custom', '2026-06-01', ['2026-03-01', '2026-03-10'])).toEqual([
    '2026-03-01 2026-03-10',
    '2026-02-19 2026-02-28',
  ]);
  expect(days('custom', '2026-06-01', ['2026-03-01', '2026-05-31'])).toEqual([
    '2026-03-01 2026-05-31',
    '2025-12-01 2026-02-28',
  ]);
  expect(days('custom', '2026-06-01', ['2026-03-10', '2026-03-01'])).toBe('The first day is after the last day.');
  expect(days('custom', '2026-06-01', ['2026-02-30', '2026-03-01'])).toBe('Choose the first and last day.');
});

test('every period of the dialog has days that end today at the latest, and what is before ends before it begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: 18_000, max: 25_000 }), fc.constantFrom(...Object.keys(PERIODS)), (today, key) => {
      const period = periodOf(key as PeriodKey, today);
      if ('wrong' in period || !period.days || !period.before) return;
      expect(period.days.to).toBeLessThanOrEqual(today);
      expect(period.days.from).toBeLessThanOrEqual(period.days.to);
      expect(period.before.to).toBeLessThan(period.days.from);
      expect(period.before.from).toBeLessThanOrEqual(period.before.to);
    }),
  );
});

test('days are written as people write them', () => {
  const day = (text: string) => parseDay(text) ?? 0;
  expect(formatDay(day('2026-10-02'))).toBe('Oct 2, 2026');
  expect(formatDays(day('2026-10-01'), day('2026-10-31'))).toBe('Oct 1 to Oct 31, 2026');
  expect(formatDays(day('2025-12-29'), day('2026-01-04'))).toBe('Dec 29, 2025 to Jan 4, 2026');
  expect(isoDay(sameDate(day('2026-03-31'), -1))).toBe('2026-02-28');
});
