import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateSerial, epochToSerial, serialToEpoch } from '../../google/workbook/time-zone';

const ZONE = 'America/New_York';
const at = (iso: string): number => Date.parse(iso);

test('the serial epoch is 1899-12-30 in the time zone of the spreadsheet (docs/google.md G57)', () => {
  expect(dateSerial(1899, 12, 30)).toBe(0);
  expect(dateSerial(1970, 1, 1)).toBe(25_569);
  expect(epochToSerial(at('2026-10-02T16:00:00Z'), ZONE)).toBe(dateSerial(2026, 10, 2) + 0.5);
  expect(epochToSerial(at('2026-10-02T12:00:00Z'), 'UTC')).toBe(dateSerial(2026, 10, 2) + 0.5);
});

test('the clock that is put forward in March skips an hour of serial numbers', () => {
  const before = epochToSerial(at('2026-03-08T06:59:00Z'), ZONE);
  const after = epochToSerial(at('2026-03-08T07:00:00Z'), ZONE);
  expect(Math.round((after - before) * 1440)).toBe(61);
});

test('a wall-clock time that the clock skips is moved on by the hour, one that occurs twice is the first', () => {
  expect(new Date(serialToEpoch(dateSerial(2026, 3, 8) + 2.5 / 24, ZONE)).toISOString()).toBe(
    '2026-03-08T07:30:00.000Z',
  );
  expect(new Date(serialToEpoch(dateSerial(2026, 11, 1) + 1.5 / 24, ZONE)).toISOString()).toBe(
    '2026-11-01T05:30:00.000Z',
  );
});

test('a moment survives the way to a serial number and back, but for the hour that occurs twice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at('1950-01-01T00:00:00Z'), max: at('2090-01-01T00:00:00Z') }),
      fc.constantFrom(ZONE, 'UTC', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Honolulu'),
      (epoch, zone) => {
        const back = serialToEpoch(epochToSerial(epoch, zone), zone);
        const lost = epoch - back;
        expect(lost >= 0 && lost <= 3_600_000).toBe(true);
        expect(epochToSerial(back, zone)).toBeCloseTo(epochToSerial(epoch, zone), 7);
      },
    ),
  );
});
