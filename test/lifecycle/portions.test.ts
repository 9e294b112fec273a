import { expect, test } from '@jest/globals';
import { NOTHING } from '../../src/lifecycle/decision';
import { SWEEP } from '../../src/lifecycle/hint';
import { type Decided, PORTION, settleInPortions } from '../../src/lifecycle/reconcile';
import type { ReconcilePorts } from '../../src/lifecycle/reconcile-ports';
import type { Config } from '../../src/workbook/config';
import { EMPTY_HEAD, type LedgerHead } from '../../src/workbook/ledger-row';
import type { WorkbookView } from '../../src/workbook/view';
import { entryOf } from './entries';

const decided = Array.from({ length: PORTION + 1 }, (_, index): Decided => {
  const entry = entryOf('pending', 'ship');
  return {
    row: { at: index + 2, cells: {} },
    ledgerAt: index + 2,
    entry: { ...entry, order: { ...entry.order, id: `id-${index}` } },
    hint: SWEEP,
    decision: { ...NOTHING, outcome: 'accepted', cells: { Status: 'paid' } },
  };
});

test('each portion is guarded by the head that the one before it left: what lands in between makes it stale', () => {
  const guards: number[] = [];
  const ids = decided.map(({ entry }) => entry.order.id);
  let inForce = 7;
  const commit = (_view: WorkbookView, _changes: unknown, { revision }: LedgerHead) => {
    guards.push(revision);
    if (revision !== inForce) return { outcome: 'stale', error: 'another commit came first' } as const;
    // Right after the first portion another commit lands.
    inForce += 2;
    return { outcome: 'landed', ids } as const;
  };
  const newest = () => {
    throw new Error('the head is read anew after rows were read');
  };
  const ports = {
    clock: { local: () => '2026-10-02T15:00:00', now: () => new Date() },
    committer: { commit },
    ledger: { newest },
    sends: false,
  } as unknown as ReconcilePorts;
  const view = { emails: [], places: {} } as unknown as WorkbookView;
  const config = { settings: { statusMailWait: 0 } } as unknown as Config;
  const head = { ...EMPTY_HEAD, revision: 7 };
  const settled = settleInPortions(ports, view, config, decided, [], '2026-10-02T15:00:00.000Z', head);
  expect(guards).toEqual([7, 8]);
  expect(settled).toMatchObject({ outcome: 'stale', isComplete: false });
  expect(settled.decided).toHaveLength(PORTION);
});
