import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lackingIn } from '../../src/backup/holdings';
import { copyName, parseCopyName } from '../../src/backup/names';
import { DAILY, keptCopies, WEEKLY } from '../../src/backup/retention';
import type { Snapshot, Table } from '../../src/core/file-ports';
import { type Cell, layoutOf } from '../../src/workbook/layout';
import { times } from '../support/campaign';

const DAY = 86_400_000;
const START = Date.parse('2026-03-01T03:12:00Z');
const night = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 19);

/** What is left after that many nights, each of which keeps what it should. */
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

test('of several copies of a day the newest is kept, once two days have passed', () => {
  const day = ['2026-03-01T03:00:00', '2026-03-01T17:30:00', '2026-03-01T09:00:00'];
  expect(keptCopies(day)).toEqual(new Set(day));
  expect(keptCopies([...day, '2026-03-03T18:40:00'])).toEqual(new Set(['2026-03-01T17:30:00', '2026-03-03T18:40:00']));
});

/** A sheet as a copy has it: the orders with a row, those in the Ledger, and what they come to. */
const snapshotOf = (rows: ReadonlyMap<string, number>, records: ReadonlySet<string>): Snapshot => {
  const table = (tab: 'orders' | 'ledger', header: readonly string[], cells: readonly (readonly Cell[])[]): Table => ({
    layout: layoutOf(tab, header),
    rows: cells,
  });
  return {
    orders: table('orders', ['Order ID', 'Total'], [...rows]),
    ledger: table(
      'ledger',
      ['Order ID'],
      [...records].map((id) => [id]),
    ),
  };
};

const HOUR = 3_600_000;
const COPIED_FOR = (DAILY + WEEKLY * 7 - 1) * 24;

test('whatever is damaged between backups, and however often they are made, some listed copy holds every order that a listed one of ten weeks held, row, record and total', () => {
  const step = fc.record({
    hours: fc.integer({ min: 1, max: 60 }),
    does: fc.constantFrom(
      'order',
      'order',
      'delete rows',
      'clear all rows',
      'lose the Ledger',
      'type over a total',
      'restore',
    ),
    which: fc.nat(50),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const all = new Map<string, number>();
      let [rows, records] = [new Map<string, number>(), new Set<string>()];
      let [hour, count] = [0, 0];
      let listed: { at: string; hour: number; rows: Map<string, number>; records: Set<string>; holdsMore: boolean }[] =
        [];
      const held: { hour: number; id: string; total: number; isRow: boolean }[] = [];
      for (const { hours, does, which } of steps) {
        hour += hours;
        if (does === 'order') {
          const id = `order-${count++}`;
          all.set(id, 1000 + count);
          rows.set(id, 1000 + count);
          records.add(id);
        } else if (does === 'delete rows') rows.delete([...rows.keys()][which % Math.max(1, rows.size)] ?? '');
        else if (does === 'clear all rows') rows.clear();
        else if (does === 'lose the Ledger') records.clear();
        else if (does === 'restore') [rows, records] = [new Map(all), new Set(all.keys())];
        else {
          const id = [...rows.keys()][which % Math.max(1, rows.size)];
          if (id) rows.set(id, which);
        }
        const at = new Date(START + hour * HOUR).toISOString().slice(0, 19);
        const last = listed[0];
        if (last && lackingIn(snapshotOf(last.rows, last.records), snapshotOf(rows, records))) last.holdsMore = true;
        listed = [{ at, hour, rows: new Map(rows), records: new Set(records), holdsMore: false }, ...listed];
        const kept = keptCopies(
          listed.map((copy) => copy.at),
          new Set(listed.filter(({ holdsMore }) => holdsMore).map((copy) => copy.at)),
        );
        listed = listed.filter((copy) => kept.has(copy.at));
        for (const [id, total] of rows) held.push({ hour, id, total, isRow: true });
        for (const id of records) held.push({ hour, id, total: 0, isRow: false });
        for (const each of held.filter((one) => hour - one.hour < COPIED_FOR))
          expect(listed.some((copy) => (each.isRow ? copy.rows.has(each.id) : copy.records.has(each.id)))).toBe(true);
        for (const copy of listed.filter((one) => hour - one.hour < 48)) expect(kept.has(copy.at)).toBe(true);
      }
    }),
    { numRuns: times(60, 500) },
  );
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
