import { describe, expect, test } from '@jest/globals';
import type { KnownEmail } from '../../src/statuses/case';
import { holdSortedAlone } from '../../src/statuses/column-sorted-alone';
import { decide } from '../../src/statuses/decide';
import { describeFlag, isHeldAsSortedAlone } from '../../src/statuses/flagging';
import type { Hint } from '../../src/statuses/hint';
import type { LedgerEntry } from '../../src/workbook/ledger-row';
import { ordersRow } from '../../src/workbook/orders-row';
import { entryOf } from './entries';

const SWEEP: Hint = { source: 'sweep', by: 'sweep', touched: new Set(), singleRow: false, seen: [] };
const NOW = '2026-11-23T15:00:00.000Z';
const decideSweep = (entry: LedgerEntry, cells: Record<string, string>, hint = SWEEP) =>
  decide({ row: { ...ordersRow(entry.order, entry, 0), ...cells }, entry, hint, now: NOW, emails: [] });

const SORTED_ALONE =
  'Status: Held: statuses of several rows changed as if their column had been sorted on its own. "paid" was not taken over for ASDAR26-0001, which is pending, and nobody was emailed. Undo the sort, or type the status again if it is right.';
const REFUSED = `Status: "done" isn't a status (use pending, paid, shipped or cancelled). This order is pending. It can become paid or cancelled.`;

/** Which of some rows the sweep holds as sorted on their own, each as it would be decided alone. */
const heldOf = (
  rows: readonly { readonly entry: LedgerEntry; readonly status: string; readonly emails?: readonly KnownEmail[] }[],
): boolean[] => {
  const decided = rows.map(({ entry, status, emails = [] }, index) => {
    const row = { at: index + 2, cells: { ...ordersRow(entry.order, entry, 0), Status: status } };
    const decision = decide({ row: row.cells, entry, hint: SWEEP, now: NOW, emails });
    return { row, ledgerAt: index + 2, entry, hint: SWEEP, decision };
  });
  return holdSortedAlone(decided, NOW).map(({ hint }) => hint.sortedAlone === true);
};

describe('a flag keeps a code behind its words', () => {
  test('and people are shown the words alone', () => {
    const { entry } = decideSweep(entryOf('pending', 'ship'), { Status: 'done' });
    expect(entry?.flag).toBe(`${REFUSED} [refused pending done]`);
    expect(entry && describeFlag(entry)).toBe(REFUSED);
  });

  test('so new wording isn’t reported again, and a different typed text is', () => {
    const flag = 'Status: In quite other words. [refused pending done]';
    const entry = { ...entryOf('pending', 'ship'), flag };
    expect(decideSweep(entry, { Status: 'done' })).toMatchObject({ entry: null, events: [], notes: {} });
    const again = decideSweep(entry, { Status: 'finished' });
    expect(again.entry?.flag).toMatch(/\[refused pending finished\]$/);
    expect(again.events).toHaveLength(1);
  });

  test.each(['[refused] done', 'a\nb', 'x'.repeat(500), '] ['])('whatever is typed: %j is reported once', (typed) => {
    const before = entryOf('pending', 'ship');
    const { entry } = decideSweep(before, { Status: typed });
    expect(entry?.flag.split('\n')).toHaveLength(1);
    expect(entry && decideSweep(entry, { Status: typed }).entry).toBeNull();
    expect(entry && decideSweep(entry, { Status: 'pending' }).entry?.flag).toBe('');
  });
});

describe('a flag that was written before there were codes', () => {
  test.each([
    ['a status that was refused', REFUSED, { Status: 'done' }],
    [
      'an empty one',
      'Status: An empty cell is no status: pending or paid. From pending it can become paid.',
      { Status: '' },
    ],
    [
      'a shipping status',
      'Shipping Status: "shipped" is not possible here. Old words.',
      { 'Shipping Status': 'shipped' },
    ],
    ['a total', 'Total: The total of ASDAR26-0001 is $20.00: old words.', { Total: '99' }],
    [
      'an address',
      'City: City: not what order ASDAR26-0001 of Paul Smith was accepted with. Old words.',
      { City: 'Tampa' },
    ],
  ])('for %s isn’t reported again, however it was worded', (_, flag, cells) => {
    expect(decideSweep({ ...entryOf('pending', 'ship'), flag }, cells)).toMatchObject({ entry: null, events: [] });
  });

  test('still holds a row whose column looked sorted on its own, and lets it go when the status is typed', () => {
    const entry = { ...entryOf('pending', 'ship'), flag: SORTED_ALONE };
    expect(isHeldAsSortedAlone(entry)).toBe(true);
    expect(decideSweep(entry, { Status: 'paid' })).toMatchObject({ outcome: 'flagged', entry: null, emails: [] });
    const typed: Hint = { ...SWEEP, source: 'sheet', touched: new Set(['Status']), singleRow: true };
    expect(decideSweep(entry, { Status: 'paid' }, typed)).toMatchObject({ outcome: 'accepted', emails: ['paid'] });
  });

  test('and stays as it is does not make another order’s step look like a sort', () => {
    const odd = { ...entryOf('pending', 'ship'), flag: 'Status: "done" is not a status. Old words.' };
    const other = entryOf('pending', 'ship');
    const rows = [
      { entry: odd, status: 'done' },
      { entry: { ...other, order: { ...other.order, id: 'id-2' } }, status: 'paid' },
    ];
    expect(heldOf(rows)).toEqual([false, false]);
  });

  test('about an email that blocks an undo doesn’t make another order’s step look like a sort either', () => {
    const before = {
      ...entryOf('paid', 'ship'),
      progress: { previous: { status: 'pending', shipping: 'to ship' } } as const,
    };
    const left: KnownEmail = { kind: 'paid', state: 'sent', time: '2026-10-02 11:00' };
    const cells = { ...ordersRow(before.order, before, 0), Status: 'pending' };
    const odd = decide({ row: cells, entry: before, hint: SWEEP, now: NOW, emails: [left] }).entry ?? before;
    expect(odd.flag).toContain('The "paid" email already went out');
    const other = entryOf('pending', 'ship');
    const step = { entry: { ...other, order: { ...other.order, id: 'id-2' } }, status: 'paid' };
    expect(heldOf([{ entry: odd, status: 'pending', emails: [left] }, step])).toEqual([false, false]);
    // Once it changed again, unseen, nobody knows.
    expect(heldOf([{ entry: odd, status: 'shipped', emails: [left] }, step])).toEqual([true, true]);
  });
});
