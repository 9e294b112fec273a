import { afterEach, expect, test } from '@jest/globals';
import type { FaultKind } from 'local-apps-script';
import { entriesOf } from '../../src/workbook/batch-row';
import { sampled } from '../support/campaign';
import { closeOffices, openOffice } from '../support/office';
import { type Shop, shopOn } from '../support/shop';
import { openPaid, openPrint } from './dialog';

afterEach(closeOffices);

/** What a read gave is gone with the execution, before or after it. */
const kindsOf = (service: string): readonly FaultKind[] =>
  service.endsWith('batchUpdate') ? ['before', 'after', 'kill-before', 'kill-after'] : ['before', 'kill-after'];
type Dialog = Awaited<ReturnType<typeof openPrint>>;

/** The open batches that each order is in, by its id. */
const placesOf = (shop: Shop): Record<string, number[]> => {
  const places: Record<string, number[]> = {};
  for (const { Batch, State, Orders } of shop.rows('Batches')) {
    for (const { id, isOut } of entriesOf(String(Orders)))
      if (State === 'open' && !isOut) places[id] = [...(places[id] ?? []), Number(Batch)];
  }
  return places;
};

/**
 * Injects each kind of fault at each service call of one call of the dialog, each on its own sheet with four paid
 * orders, of which o-1 and o-2 wait in batch 1. @returns what the sheet showed right after, each result once.
 */
const whereverItDies = async (
  act: (dialog: Dialog) => Promise<unknown>,
  after: (shop: Shop, dialog: Dialog) => Promise<void>,
): Promise<string[]> => {
  const first = await openPaid(4, 99);
  await (await openPrint(first, 'envelopes')).make(['envelopes'], undefined, ['o-1', 'o-2']);
  const state = JSON.stringify(first.office.world.toJSON());
  const open = async () => {
    const office = openOffice();
    office.world.restore(JSON.parse(state));
    const shop = shopOn(office);
    return { shop, dialog: await openPrint(shop, 'envelopes') };
  };
  const rehearsal = await open();
  await act(rehearsal.dialog);
  const calls = rehearsal.shop.office.records.at(-1)?.calls ?? {};
  expect(calls['Sheets.Spreadsheets.batchUpdate']).toBe(1);
  const outcomes = new Set<string>();
  const faults = Object.entries(calls).flatMap(([service, count]) =>
    Array.from({ length: Math.min(count, 3) }, (_, index) => index + 1).flatMap((nth) =>
      kindsOf(service).map((kind) => ({ service, nth, kind })),
    ),
  );
  for (const fault of sampled(faults, 5)) {
    const { shop, dialog } = await open();
    shop.office.addFault(fault);
    await act(dialog).catch(() => null);
    shop.office.clearFaults();
    outcomes.add(JSON.stringify(placesOf(shop)));
    await after(shop, dialog);
    await shop.office.close();
  }
  return [...outcomes].sort();
};

test('whatever dies while a batch is made, no order is lost or in two batches, and a second try makes what is missing', async () => {
  // What the person saw; the call is made again with the same eyes.
  const make = (dialog: Dialog) =>
    dialog.call<{ made?: number; taken?: string[] }>(
      'print.make',
      ['envelopes'],
      'number',
      ['o-3', 'o-4'],
      ['6x9', '6x9'],
      1,
    );
  const outcomes = await whereverItDies(make, async (shop, dialog) => {
    const again = await make(dialog);
    expect(again.made ?? again.taken?.length).toBe(2);
    expect(placesOf(shop)).toEqual({ 'o-1': [1], 'o-2': [1], 'o-3': [2], 'o-4': [2] });
    expect(await dialog.plan()).toMatchObject({ orders: [], waiting: [{ number: 1 }, { number: 2 }] });
    expect(shop.rows('Activity').filter(({ Event }) => Event === 'batch created')).toHaveLength(2);
  });
  expect(outcomes).toEqual([
    JSON.stringify({ 'o-1': [1], 'o-2': [1], 'o-3': [2], 'o-4': [2] }),
    JSON.stringify({ 'o-1': [1], 'o-2': [1] }),
  ]);
});

test('whatever dies while an order is being removed, it is in its batch or free, and a second try frees it', async () => {
  const takeOut = (dialog: Dialog) => dialog.call('print.takeOut', 1, ['o-2'], 'out');
  const outcomes = await whereverItDies(takeOut, async (shop, dialog) => {
    await takeOut(dialog);
    const plan = await dialog.plan();
    expect(plan.orders.map(({ id }) => id)).toEqual(['o-2', 'o-3', 'o-4']);
    expect(await dialog.make(['envelopes'], plan)).toEqual({ made: 2 });
    expect(placesOf(shop)).toEqual({ 'o-1': [1], 'o-2': [2], 'o-3': [2], 'o-4': [2] });
  });
  expect(outcomes).toEqual([JSON.stringify({ 'o-1': [1], 'o-2': [1] }), JSON.stringify({ 'o-1': [1] })]);
});

const printedIn = (progress: unknown): string[] => Object.keys(JSON.parse(String(progress)).printed ?? {});

test('whatever dies while prints are confirmed, they are remembered whole or not at all', async () => {
  const shop = await openPaid(60, 99);
  const dialog = await openPrint(shop, 'envelopes');
  const confirmNext = async (fault?: { service: string; nth: number }) => {
    await shop.office.advance(60_000);
    const plan = await dialog.plan();
    const ids = plan.orders.slice(0, 2).map(({ id }) => id);
    const { made = 0 } = await dialog.make(['envelopes'], plan, ids);
    if (fault) shop.office.addFault({ ...fault, kind: 'kill-after' });
    await dialog.confirm(made, 'envelopes', ids).catch(() => null);
    shop.office.clearFaults();
    const isOf = (row: Record<string, unknown>) => ids.includes(String(row['Order ID']));
    const marks = shop
      .rows('Ledger')
      .filter((row) => isOf(row) && printedIn(row.Progress).includes('envelopes')).length;
    const lines = shop.rows('Activity').filter((row) => isOf(row) && row.Event === 'printed').length;
    const batch = shop.rows('Batches').find(({ Batch }) => Batch === String(made));
    expect((await dialog.confirm(made, 'envelopes', ids)).state).toBe('printed');
    return `${marks} marks, ${lines} lines, ${batch?.State}`;
  };
  const before = shop.office.records.length;
  expect(await confirmNext()).toBe('2 marks, 2 lines, printed');
  const calls = shop.office.records.slice(before).at(2)?.calls ?? {};
  expect(calls['Sheets.Spreadsheets.batchUpdate']).toBe(1);
  const outcomes = new Set<string>();
  for (const [service, count] of Object.entries(calls)) {
    for (let nth = 1; nth <= Math.min(count, 3); nth++) outcomes.add(await confirmNext({ service, nth }));
  }
  expect([...outcomes].sort()).toEqual(['0 marks, 0 lines, open', '2 marks, 2 lines, printed']);
});
