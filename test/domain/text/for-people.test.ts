import { expect, test } from '@jest/globals';
import { cellTimeText, count, dayText, timeText } from '../../../src/domain/text/for-people';

test.each([
  ['2026-11-16T19:03:59', 'Nov 16, 7:03 PM'],
  ['2026-01-01T00:00:00', 'Jan 1, 12:00 AM'],
  ['2026-12-31T12:00:00', 'Dec 31, 12:00 PM'],
  ['2026-05-09T11:59:00', 'May 9, 11:59 AM'],
  ['2025-12-31T23:05:00', 'Dec 31, 2025, 11:05 PM'],
])('%s, read in 2026, is %s', (local, text) => expect(timeText(local, '2026-06-01T08:00:00')).toBe(text));

test('a day includes its year if it isn’t obvious', () => {
  expect(dayText('2026-11-16', '2026-12-01')).toBe('Nov 16');
  expect(dayText('2026-11-16', '2027-01-01')).toBe('Nov 16, 2026');
  expect(dayText('2026-11-16')).toBe('Nov 16, 2026');
});

test.each([
  [0, 'envelope', undefined, '0 envelopes'],
  [1, 'envelope', undefined, '1 envelope'],
  [1284, 'envelope', undefined, '1,284 envelopes'],
  [2, 'entry', 'entries', '2 entries'],
] as const)('%d %s', (number, one, many, text) => expect(count(number, one, many)).toBe(text));

test.each([
  ['2026-11-16 19:03', 'Nov 16, 7:03 PM'],
  ['2026-11-16 00:05:07', 'Nov 16, 12:05 AM'],
  ['Nov 16', 'Nov 16'],
  ['', ''],
])('a time that a cell shows as "%s" is "%s"', (shown, text) => expect(cellTimeText(shown, '2026-12-01')).toBe(text));
