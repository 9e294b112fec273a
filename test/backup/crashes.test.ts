import { afterAll, expect, test } from '@jest/globals';
import type { Fault } from 'local-apps-script';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import type { Shop } from '../support/shop';
import { copiesOf, HOUR, liveSheet, onlyTrigger, propertyOf, runNightly, shopWithOrders } from './backup-shop';

afterAll(closeOffices);

interface Call {
  readonly service: string;
  /** The how-manieth call of this service within the execution. */
  readonly nth: number;
}

/** The service calls that some work makes, in their order. */
const callsOf = async ({ office }: Shop, work: () => Promise<unknown>): Promise<Call[]> => {
  const { world } = office;
  const names: string[] = [];
  const perform = world.perform.bind(world);
  world.perform = (name, args, actor, since) => {
    if (actor.execution !== 'host' && world.kindOf(name) !== 'navigation') names.push(name);
    return perform(name, args, actor, since);
  };
  await work();
  world.perform = perform;
  return names.map((service, index) => ({
    service,
    nth: names.slice(0, index + 1).filter((name) => name === service).length,
  }));
};

/** Where it is killed. Killed after one call is killed before the next: only the first has a before. */
const deathsAt = (calls: readonly Call[], size: number): Fault[] => [
  ...calls.slice(0, 1).map((call) => ({ ...call, kind: 'kill-before' as const })),
  ...sampled(calls, size).map((call) => ({ ...call, kind: 'kill-after' as const })),
];

test('killed at any service call a backup loses nothing: the older ones stay, and the next run completes', async () => {
  const shop = await shopWithOrders(5);
  const { office } = shop;
  onlyTrigger(shop, 'none');
  await runNightly(shop);
  const next = async () => {
    await office.advance(7 * HOUR);
    await runNightly(shop);
  };
  const checked = () => copiesOf(shop).filter(({ name }) => !name.includes(' - '));
  const calls = await callsOf(shop, next);
  expect(calls.length).toBeGreaterThan(15);
  for (const death of deathsAt(calls, 2)) {
    const before = propertyOf(shop, 'LAST_BACKUP');
    const kept = checked();
    office.addFault(death);
    await next();
    office.clearFaults();
    // Nothing goes to the trash before the newer copy is known to be in order.
    const there = checked().map(({ id }) => id);
    if (propertyOf(shop, 'LAST_BACKUP') === before)
      expect(there).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
    expect(there.length).toBeGreaterThanOrEqual(1);
    await next();
    expect(propertyOf(shop, 'LAST_BACKUP') > before).toBe(true);
    expect(copiesOf(shop).filter(({ name }) => name.includes(' - '))).toEqual([]);
  }
  expect(shop.rows('Orders')).toHaveLength(5);
});

test('killed at any service call a restore loses nothing, and a second run completes', async () => {
  const shop = await shopWithOrders(6);
  const { office } = shop;
  onlyTrigger(shop, 'none');
  await runNightly(shop);
  const source = copiesOf(shop)[0]?.id ?? '';
  await office.menu({ item: 'Data > Backups' });
  const token = openedPage(office)?.token ?? '';
  const byId = (tab: string) =>
    shop
      .rows(tab)
      .map(({ Head: _, ...row }) => row)
      .sort((a, b) => (String(a['Order ID']) < String(b['Order ID']) ? -1 : 1));
  const [orders, ledger, emails] = [byId('Orders'), byId('Ledger'), shop.emails().length];
  const ruin = () => {
    const tab = liveSheet(shop).tabNamed('Orders');
    tab?.deleteRows(2, 2);
    tab?.setValue(1, 2, 'Somebody else');
    liveSheet(shop).tabNamed('Ledger')?.deleteRows(3, 1);
  };
  /** Compares, and gives what restores all of it. */
  const compared = async () => {
    const { value } = await callRpc(office, 'operator', token, 'restore.compare', source);
    const chosen = (value as { found: { id: string; kind: string }[] }).found.map(({ id, kind }) => ({ id, kind }));
    return () => office.run({ function: 'rpc', args: [token, 'restore.run', source, chosen] as never });
  };
  ruin();
  const calls = await callsOf(shop, await compared());
  expect(calls.length).toBeGreaterThan(12);
  expect(byId('Orders')).toEqual(orders);
  for (const death of deathsAt(calls, 2)) {
    ruin();
    const run = await compared();
    office.addFault(death);
    await run();
    office.clearFaults();
    await office.advance(61_000);
    await (await compared())();
    expect(byId('Orders')).toEqual(orders);
    expect(byId('Ledger')).toEqual(ledger);
  }
  expect(shop.emails()).toHaveLength(emails);
});
