import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../support/office';
import { openShop, shopOn } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterAll(closeOffices);

test.each(['whole', 'last part', 'none'] as const)(
  'where a handler with a dot is named %s, set-up and self-tests run again and again make each trigger once, and Health misses none',
  async (handlerNames) => {
    const shop = shopOn(openOffice());
    const { office } = shop;
    office.weather({ switches: { handlerNames } });
    const handlers = () => office.world.triggers.all().map(({ handler }) => handler);
    const all = ['App.onSheetEdit', 'App.sweep', 'App.nightly', 'App.morning'];
    for (let times = 0; times < 3; times++) expect((await office.call('App.setUp')).outcome.status).toBe('completed');
    expect(handlers()).toEqual(all);
    for (let times = 0; times < 2; times++) {
      const call = await openPage(shop, 'Data > Self-test');
      await call('selfTest.start');
      await call('selfTest.finish', 'not tried');
    }
    expect(handlers()).toEqual(all);
    const lines = await (await openPage(shop, 'Health'))<{ key: string; state: string }[]>('health.read');
    expect(lines.find(({ key }) => key === 'triggers')).toMatchObject({ state: 'good' });
    const [first] = office.world.triggers.all();
    if (first) office.world.triggers.delete(first.id);
    await office.call('App.setUp');
    expect(handlers().sort()).toEqual([...all].sort());
  },
);

test('triggers of an older version, without known ids or names, are not created a second time', async () => {
  const shop = await openShop();
  const { office } = shop;
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', 'TRIGGER_IDS', ''], host);
  office.weather({ switches: { handlerNames: 'none' } });
  for (let times = 0; times < 3; times++) await office.call('App.setUp');
  expect(office.world.triggers.all()).toHaveLength(4);
});
