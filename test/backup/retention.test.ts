import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { copyName, parseCopyName } from '../../src/backup/names';
import { DAILY, keptCopies, WEEKLY } from '../../src/backup/retention';

const DAY = 86_400_000;
const START = Date.parse('2026-03-01T03:12:00Z');
const night = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 19);

/** What is left after so many nights, each of which keeps what it should. */
const after = (nights: number): string[] => {
  let copies: string[] = [];
  for (let day = 0; day < nights; day++) {
    const all = [...copies, night(day)];
    const kept = keptCopies(all);
    copies = all.filter((at) => kept.has(at));
  }
  return copies;
};

test('after 120 nights the last 14 are there, and one of each of the 8 weeks before, its Sunday', () => {
  const copies = after(120);
  expect(copies).toHaveLength(DAILY + WEEKLY);
  expect(copies.slice(-DAILY)).toEqual(Array.from({ length: DAILY }, (_, index) => night(120 - DAILY + index)));
  const weekly = copies.slice(0, WEEKLY);
  // The youngest week is still losing its days: the last of those that are older than the 14.
  expect(weekly[WEEKLY - 1]).toBe(night(120 - DAILY - 1));
  for (const at of weekly.slice(0, -1)) expect(new Date(`${at}Z`).getUTCDay()).toBe(0);
});

test('of several copies of a day the newest is kept', () => {
  expect([...keptCopies(['2026-03-01T03:00:00', '2026-03-01T17:30:00', '2026-03-01T09:00:00'])]).toEqual([
    '2026-03-01T17:30:00',
  ]);
});

test('whatever nights are missing, no more is kept than promised, the newest always, and each of the last 14 days that has a copy', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 120 }), (days) => {
      const times = days.map(night).sort();
      const kept = keptCopies(times);
      expect(kept.size).toBe(
        Math.min(times.length, DAILY) + Math.min(WEEKLY, new Set(times.slice(0, -DAILY).map((at) => weekOf(at))).size),
      );
      for (const at of times.slice(-DAILY)) expect(kept.has(at)).toBe(true);
    }),
  );
});

/** The Monday of a day's week. */
const weekOf = (at: string): string => {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
};

test('a name says when the copy was made and whether it has been checked; other names are not ours', () => {
  for (const state of ['checked', 'checking', 'damaged'] as const) {
    const name = { at: '2026-11-25T03:12:41', state };
    expect(parseCopyName(copyName(name))).toEqual(name);
  }
  expect(copyName({ at: '2026-11-25T03:12:41', state: 'checked' })).toBe('CPS Orders backup 2026-11-25 03.12.41');
  expect(parseCopyName('Before the move, please keep')).toBeNull();
  expect(parseCopyName('CPS Orders backup 2026-11-25 03.12.41 (keep)')).toBeNull();
});
