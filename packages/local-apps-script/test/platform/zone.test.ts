import { expect, test } from '@jest/globals';
import { epochOf, wallTime, weekDay, zoneOffset } from '../../google/zone';

const NEW_YORK = 'America/New_York';
const wall = (year: number, month: number, day: number, hour: number, minute = 0) => ({
  year,
  month,
  day,
  hour,
  minute,
  second: 0,
});

test('a wall time has one moment on ordinary days', () => {
  expect(new Date(epochOf(wall(2026, 7, 4, 9, 30), NEW_YORK)).toISOString()).toBe('2026-07-04T13:30:00.000Z');
  expect(wallTime(Date.parse('2026-07-04T13:30:00Z'), NEW_YORK)).toEqual(wall(2026, 7, 4, 9, 30));
});

test('a time that daylight saving skips is moved on by the gap', () => {
  expect(new Date(epochOf(wall(2026, 3, 8, 2, 30), NEW_YORK)).toISOString()).toBe('2026-03-08T07:30:00.000Z');
});

test('a time that occurs twice is the first of the two', () => {
  expect(new Date(epochOf(wall(2026, 11, 1, 1, 30), NEW_YORK)).toISOString()).toBe('2026-11-01T05:30:00.000Z');
});

test('days overflow into the next month', () => {
  expect(new Date(epochOf(wall(2026, 12, 32, 0), 'UTC')).toISOString()).toBe('2027-01-01T00:00:00.000Z');
});

test('offsets are minutes ahead of UTC', () => {
  expect([zoneOffset(0, 'UTC'), zoneOffset(0, NEW_YORK), zoneOffset(Date.parse('2026-01-01'), 'Asia/Kolkata')]).toEqual(
    [0, -300, 330],
  );
});

test('days of the week count from Sunday', () => {
  expect(weekDay(wall(2026, 10, 2, 12))).toBe(5);
});
