import { expect, test } from '@jest/globals';
import { type JournalEntry, Office, World } from 'local-apps-script';
import { CPS } from '../../demo/cps';
import { sampleOrder } from '../../demo/sample/orders';

/** A value as it comes back from the disk. */
const throughDisk = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const stored = (world: World): ReturnType<World['toJSON']> => throughDisk(world.toJSON());

/** Every tab of every spreadsheet as a user sees it. */
const seen = (world: World): unknown =>
  world.workbooks.list().map(({ id, tabs, meta }) => {
    const by = { effectiveUser: meta.owner, activeUser: meta.owner, execution: 'host', bound: id };
    return { meta, tabs: tabs.map(({ name }) => [name, world.perform('Host.sheet', [id, name, 1, 2000], by)]) };
  });

test('the journal of everything that happened makes the same world again, and so does its snapshot', async () => {
  const world = new World();
  world.clock.freeze(Date.parse('2026-11-23T15:00:00Z'));
  const changes: JournalEntry[] = [];
  world.onChange = (change) => changes.push(change);
  const office = new Office({ ...CPS, world, script: 'dist', transport: 'direct', seed: 7 });
  office.create();
  expect((await office.call('App.setUp')).outcome.status).toBe('completed');
  world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], {
    effectiveUser: 'operator@cps-photos.example',
    activeUser: '',
    execution: 'host',
    bound: office.bound,
  });
  for (const number of [1, 2, 3])
    await office.request({
      method: 'POST',
      body: JSON.stringify(sampleOrder(number, { code: 'ASDAR26' })),
      contentType: 'application/json',
    });
  await office.edit({ sheet: 'Orders', range: 'L2:L4', values: [['paid'], ['Paid '], ['nonsense']] });
  await office.edit({ sheet: 'Orders', range: 'T2', values: [['=A2']], user: 'staff' });
  await office.rows({ sheet: 'Orders', action: 'sort', column: 'C', ascending: false });
  await office.undo({ user: 'staff' });
  await office.rows({ sheet: 'Orders', action: 'insert', row: 3, count: 2 });
  office.select({ sheet: 'Orders', range: 'A2:C3' });
  office.copy();
  await office.advance(3_600_000);
  await office.close();

  const again = new World();
  for (const change of throughDisk(changes)) again.replay(change);
  expect(world.mailbox.after(0).length).toBeGreaterThanOrEqual(3);
  expect({ ...stored(again), clock: null }).toEqual({ ...stored(world), clock: null });

  const restored = new World();
  restored.restore(stored(world));
  expect({ ...stored(restored), workbooks: seen(restored) }).toEqual({ ...stored(world), workbooks: seen(world) });
});
