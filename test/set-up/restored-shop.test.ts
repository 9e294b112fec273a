import { afterEach, expect, test } from '@jest/globals';
import type { Office } from 'local-apps-script';
import { busyHour } from '../support/a-busy-hour';
import { everythingIn } from '../support/everything-in';
import { closeOffices, NOW, openOffice } from '../support/office';
import { restoreSetUp, setUp } from '../support/set-up-shop';
import { shopOn } from '../support/shop';

afterEach(closeOffices);

const setUpOnTheSpot = async (now = NOW): Promise<Office> => {
  const office = openOffice({ now });
  await setUp(office);
  return office;
};

const restored = async (now = NOW): Promise<Office> => {
  const office = openOffice({ now });
  await restoreSetUp(office, now);
  return office;
};

test('a shop that is restored holds what one holds that was set up on the spot', async () => {
  for (const now of [NOW, '2026-12-05T15:00:00.000Z']) {
    const [own, saved] = [await setUpOnTheSpot(now), await restored(now)];
    expect(everythingIn(saved)).toEqual(everythingIn(own));
  }
});

test('whatever is done with it, it goes on as one that was set up on the spot', async () => {
  const [own, saved] = [await setUpOnTheSpot(), await restored()];
  const answers = await busyHour(own);
  expect(await busyHour(saved)).toEqual(answers);
  expect(everythingIn(saved)).toEqual(everythingIn(own));
  expect(shopOn(saved).rows('Orders')).toHaveLength(3);
  expect(shopOn(saved).emails().length).toBeGreaterThan(3);
});

test('the comparison sees a cached value, a call of the quotas, an execution, a cell and a property', async () => {
  const own = everythingIn(await restored());
  const changes: ((office: Office) => unknown)[] = [
    ({ world }) => world.cache.put('script', 'key', 'value', 60, world.clock.now()),
    ({ world }) => world.use.add('properties operator', 1, world.clock.now()),
    ({ world }) => world.workbooks.quota.count('Read', 'operator', world.clock.now()),
    (office) => office.call('nobody'),
    ({ world }) => world.workbooks.list()[0]?.tabNamed('Ledger')?.setValue(400, 3, 'x'),
    ({ world }) => world.workbooks.list()[0]?.selections.set('operator', { sheet: 0, areas: [] }),
    ({ world, bound }) => world.properties.write(`script:${bound}`, { X: '' }),
    ({ world }) => world.clock.advance(1),
    ({ gate }) => gate.faults.add({ service: 'MailApp.sendEmail', nth: 1, kind: 'before' }),
  ];
  for (const change of changes) {
    const office = await restored();
    await change(office);
    expect(everythingIn(office)).not.toEqual(own);
  }
});

test('a saved shop is not changed by what happens in the shops that came from it', async () => {
  const first = await restored();
  const before = everythingIn(first);
  await busyHour(first);
  expect(everythingIn(await restored())).toEqual(before);
});
