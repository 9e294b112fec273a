import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localDateTimeOf, serialOf } from '../../src/workbook/date-serial';

/** What the Clock port does, by Node's own zone data: an instant as local date-time in New York. */
const inNewYork = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
    .format(new Date(instant))
    .replace(' ', 'T');

test.each([
  ['1899-12-30T00:00:00', 0],
  ['1899-12-31T00:00:00', 1],
  ['1900-01-01T00:00:00', 2],
  ['1970-01-01T00:00:00', 25569],
  ['2000-02-29T12:00:00', 36585.5],
  ['2026-12-04T00:00:00', 46360],
  ['2026-12-06T00:00:00', 46362],
  ['2026-11-23T06:00:00', 46349.25],
  ['2026-11-23T18:00:00', 46349.75],
])('%s is the serial number %d', (local, serial) => {
  expect(serialOf(local)).toBe(serial);
  expect(localDateTimeOf(serial)).toBe(local);
});

test.each([
  // Clocks go forward on 2026-03-08 at 2:00 and back on 2026-11-01 at 2:00.
  ['2026-03-08T06:59:59Z', '2026-03-08T01:59:59'],
  ['2026-03-08T07:00:00Z', '2026-03-08T03:00:00'],
  ['2026-11-01T05:30:00Z', '2026-11-01T01:30:00'],
  ['2026-11-01T06:30:00Z', '2026-11-01T01:30:00'],
  ['2026-07-04T03:59:59Z', '2026-07-03T23:59:59'],
  ['2027-01-01T04:59:59Z', '2026-12-31T23:59:59'],
])('the instant %s is in a cell of a New York sheet as %s', (instant, local) => {
  expect(inNewYork(instant)).toBe(local);
  expect(localDateTimeOf(serialOf(inNewYork(instant)))).toBe(local);
});

test('a day on which the clocks change is still one whole number long', () => {
  expect(serialOf('2026-03-09T00:00:00') - serialOf('2026-03-08T00:00:00')).toBe(1);
  expect(serialOf('2026-11-02T00:00:00') - serialOf('2026-11-01T00:00:00')).toBe(1);
});

test('every second of two centuries survives being kept in a cell, and later is larger', () => {
  const seconds = fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000 });
  const text = (second: number) => new Date(second * 1000).toISOString().slice(0, 19);
  fc.assert(
    fc.property(seconds, seconds, (one, other) => {
      expect(localDateTimeOf(serialOf(text(one)))).toBe(text(one));
      expect(Math.sign(serialOf(text(one)) - serialOf(text(other)))).toBe(Math.sign(one - other));
    }),
  );
});

test.each(['', 'yesterday', '2026-13-01T00:00:00', '2026-11-23T25:00:00', '23.11.2026'])(
  '%j isn’t a date and time',
  (text) => {
    expect(() => serialOf(text)).toThrow('is not a date and time');
  },
);
