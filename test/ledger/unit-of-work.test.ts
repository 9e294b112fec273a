import { expect, test } from '@jest/globals';
import type { OutboxBook } from '../../src/core/outbox-ports';
import type { CommitOutcome, LedgerBook, OrdersBook } from '../../src/core/ports';
import type { Planned, Work } from '../../src/core/work';
import { changeWorkbook } from '../../src/ledger/unit-of-work';
import type { Change } from '../../src/workbook/changes';
import { EMPTY_HEAD, headText, type LedgerHead } from '../../src/workbook/ledger-row';
import type { TabKey } from '../../src/workbook/tabs';
import { nodeCrypto } from '../support/node-crypto';
import { only } from '../support/only';
import { freshView } from '../workbook/places';

const line = (tab: TabKey = 'activity'): Change => ({ change: 'append', tab, row: { Event: 'x' } });

/** A workbook of which only the revision counts. What happened is in `log`, in turn. */
class Stage {
  readonly log: string[] = [];
  /** What each commit was given as the head. */
  readonly heads: LedgerHead[] = [];
  revision = 7;
  lockIsFree = true;
  /** What the next commits come to, unless they land. */
  outcomes: CommitOutcome[] = [];
  /** Done right after each commit that has landed. */
  afterwards = (): void => {};

  readonly change = changeWorkbook({
    clock: { now: () => new Date('2026-10-02T15:00:00Z'), local: (instant) => instant.toISOString().slice(0, 19) },
    crypto: nodeCrypto,
    cache: { get: () => null, put: () => void this.log.push('forget') },
    properties: { all: () => ({}), renew: () => false, keepCopy: () => {}, fresh: () => '', set: () => {} },
    lock: {
      tryLock: (wait) => {
        this.log.push(`lock ${wait}`);
        return this.lockIsFree;
      },
      release: () => void this.log.push('release'),
    },
    workbook: {
      read: () => {
        this.log.push('read');
        return freshView({ head: this.head });
      },
    },
    ledger: only<LedgerBook>({ newest: () => [{ at: 2, cells: { Head: headText(this.head) } }] }),
    orders: only<OrdersBook>({}),
    outbox: only<OutboxBook>({}),
    committer: { commit: (_, changes, head) => this.commit(changes.length, head) },
  });

  private get head(): LedgerHead {
    return { ...EMPTY_HEAD, revision: this.revision };
  }

  private commit(changes: number, head: LedgerHead): CommitOutcome {
    this.heads.push(head);
    this.log.push(`commit ${changes} on ${head.revision}`);
    const outcome = this.outcomes.shift();
    if (outcome) return outcome;
    if (head.revision !== this.revision) return { outcome: 'stale', error: 'another came first' };
    this.revision += 1;
    const landed = { outcome: 'landed', head: this.head, former: null } as const;
    this.afterwards();
    return landed;
  }

  work<T>(plan: (asked: number) => Planned<T> | null, more: Partial<Work<T>> = {}) {
    let asked = 0;
    return this.change({ by: 'a test', wait: 5_000, plan: () => plan(asked++), ...more });
  }
}

test('a change is read, planned and committed under the lock; programs read again once the lock is free', () => {
  const stage = new Stage();
  const done = stage.work(() => ({ changes: [line('orders'), line()], value: 'told' }));
  expect(done).toEqual({ outcome: 'landed', values: ['told'], isComplete: true });
  expect(stage.log).toEqual(['lock 5000', 'read', 'commit 2 on 7', 'release', 'forget']);
});

test('what the caller has read already is not read again', () => {
  const stage = new Stage();
  const done = stage.work(() => ({ changes: [line()], value: '' }), { view: freshView() });
  expect(done.outcome).toBe('landed');
  expect(stage.log).toEqual(['lock 5000', 'commit 1 on 7', 'release']);
});

test.each([
  ['orders', true],
  ['ledger', true],
  ['priceList', true],
  ['events', true],
  ['settings', true],
  ['outbox', false],
  ['activity', false],
] as const)('a change to the %s tab makes programs read everything again: %s', (tab, isForgotten) => {
  const stage = new Stage();
  stage.work(() => ({ changes: [line(tab)], value: '' }));
  expect(stage.log.includes('forget')).toBe(isForgotten);
});

test('without the lock nothing is planned, and nobody else’s lock is let go', () => {
  const stage = new Stage();
  stage.lockIsFree = false;
  const plan = () => {
    throw new Error('planned without the lock');
  };
  expect(stage.work(plan)).toEqual({ outcome: 'locked', values: [], error: '' });
  expect(stage.log).toEqual(['lock 5000']);
});

test('a plan without changes commits nothing', () => {
  const stage = new Stage();
  expect(stage.work(() => ({ changes: [], value: 'stays' }))).toEqual({
    outcome: 'landed',
    values: ['stays'],
    isComplete: true,
  });
  expect(stage.log).toEqual(['lock 5000', 'read', 'release']);
});

test('a plan that throws lets go of the lock, and what landed before is read again', () => {
  const stage = new Stage();
  const plan = (asked: number): Planned<string> => {
    if (asked === 1) throw new Error('cannot be read');
    return { changes: [line('orders')], value: '', isMore: true };
  };
  expect(() => stage.work(plan)).toThrow('cannot be read');
  expect(stage.log).toEqual(['lock 5000', 'read', 'commit 1 on 7', 'release', 'forget']);
});

test('a commit that another one overtook is read and planned again', () => {
  const stage = new Stage();
  stage.outcomes = [{ outcome: 'stale', error: 'late' }];
  expect(stage.work((asked) => ({ changes: [line()], value: asked }))).toMatchObject({
    outcome: 'landed',
    values: [1],
  });
  expect(stage.log).toEqual(['lock 5000', 'read', 'commit 1 on 7', 'read', 'commit 1 on 7', 'release']);
});

test('a plan for what does not fit together is asked again from a new reading, without a commit', () => {
  const stage = new Stage();
  const done = stage.work((asked) => (asked === 0 ? null : { changes: [line()], value: asked }));
  expect(done).toMatchObject({ outcome: 'landed', values: [1] });
  expect(stage.log).toEqual(['lock 5000', 'read', 'read', 'commit 1 on 7', 'release']);
  const never = new Stage();
  expect(never.work(() => null)).toEqual({ outcome: 'stale', values: [], error: '' });
  expect(never.log).toEqual(['lock 5000', 'read', 'read', 'read', 'release']);
});

test.each([
  ['stale', 3],
  ['refused', 3],
  ['quota', 1],
  ['unknown', 1],
] as const)('after a commit that is %s each time there are %d tries', (outcome, tries) => {
  const stage = new Stage();
  stage.outcomes = [1, 2, 3, 4].map(() => ({ outcome, error: 'why' }));
  expect(stage.work(() => ({ changes: [line('orders')], value: '' }))).toEqual({ outcome, values: [], error: 'why' });
  expect(stage.log.filter((entry) => entry.startsWith('commit'))).toHaveLength(tries);
  expect(stage.log.slice(-1)).toEqual(['release']);
});

test('each portion is guarded by the head that the one before it left', () => {
  const stage = new Stage();
  const done = stage.work((asked) => ({ changes: [line('orders')], value: asked, isMore: asked < 2 }));
  expect(done).toEqual({ outcome: 'landed', values: [0, 1, 2], isComplete: true });
  expect(stage.log).toEqual([
    ...['lock 5000', 'read', 'commit 1 on 7', 'commit 1 on 8', 'commit 1 on 9', 'release', 'forget'],
  ]);
});

test('what lands between two portions makes the second one stale: it is read and planned again', () => {
  const stage = new Stage();
  stage.afterwards = () => {
    stage.revision += 1;
    stage.afterwards = () => {};
  };
  const done = stage.work((asked) => ({ changes: [line()], value: asked, isMore: asked === 0 }));
  expect(done).toEqual({ outcome: 'landed', values: [0, 2], isComplete: true });
  expect(stage.log).toEqual([
    ...['lock 5000', 'read', 'commit 1 on 7', 'commit 1 on 8', 'read', 'commit 1 on 9', 'release'],
  ]);
});

test('portions end when the writer says so, and it is known that there are more', () => {
  const stage = new Stage();
  const done = stage.work((asked) => ({ changes: [line()], value: asked, isMore: true }), {
    goesOn: () => stage.log.length < 4,
  });
  expect(done).toEqual({ outcome: 'landed', values: [0, 1], isComplete: false });
});

test('portions that have landed are reported, though a later one did not land', () => {
  const stage = new Stage();
  stage.afterwards = () => {
    stage.outcomes = [{ outcome: 'quota', error: 'used up' }];
  };
  const done = stage.work((asked) => ({ changes: [line('orders')], value: asked, isMore: true }));
  expect(done).toEqual({ outcome: 'quota', values: [0], error: 'used up' });
  expect(stage.log.slice(-1)).toEqual(['forget']);
});

test('the next unit of work of an execution knows the head that the last one left, whatever was read before', () => {
  const stage = new Stage();
  const view = freshView({ head: { ...EMPTY_HEAD, revision: 7 } });
  for (const value of [1, 2]) stage.work(() => ({ changes: [line()], value }), { view });
  expect(stage.log.filter((entry) => entry.startsWith('commit'))).toEqual(['commit 1 on 7', 'commit 1 on 8']);
});

test('the sequences that a plan gives are those that are stored', () => {
  const stage = new Stage();
  stage.work((asked) => ({
    changes: [line()],
    value: asked,
    head: { ...EMPTY_HEAD, revision: 7, sequences: { A: 3 } },
  }));
  expect(stage.heads).toEqual([{ ...EMPTY_HEAD, revision: 7, sequences: { A: 3 } }]);
});
