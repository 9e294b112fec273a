import { afterAll, describe, expect, test } from '@jest/globals';
import { times } from '../support/campaign';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const steps = (shop: Shop) =>
  shop
    .rows('Activity')
    .filter(({ Event }) => Event === 'status')
    .map(({ From, To }) => `${From} > ${To}`);

const shippedAndLogged = (shop: Shop): void => {
  expect(shop.rows('Orders')).toMatchObject([{ Status: 'shipped', 'Shipping Status': 'shipped' }]);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'shipped', 'Shipping Status': 'shipped', Flag: '' }]);
  expect(steps(shop)).toEqual(['pending > paid', 'paid > shipped']);
  expect(shop.notes('Orders')).toEqual({});
  expect(shop.rows('Activity').map(({ Event }) => Event)).not.toContain('reverted');
  const subjects = shop.emails().map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.includes('payment'))).toHaveLength(1);
  expect(subjects.filter((subject) => subject.includes('on their way'))).toHaveLength(1);
};

describe('paid and within a second shipped ends in shipped, both logged, nothing undone', () => {
  test.each([
    ['both handlers are in time', 'arrive', 'arrive'],
    ['both handlers are late', 'late', 'late'],
    ['the first handler is late', 'late', 'arrive'],
    ['the second handler is late', 'arrive', 'late'],
    ['the first event is lost', 'lost', 'arrive'],
    ['the second event is lost and the first handler is late', 'late', 'lost'],
    ['the second event is lost', 'arrive', 'lost'],
  ] as const)('%s', async (_, first, second) => {
    const shop = await openShop();
    await shop.post(PAUL);
    const { switches } = shop.office.world;
    switches.editEvents = first;
    await shop.type('L2', 'paid');
    switches.editEvents = second;
    await shop.type('L2', 'shipped');
    switches.editEvents = 'arrive';
    for (let sweeps = 0; sweeps < 3; sweeps++) await shop.office.advance(5 * 60_000);
    shippedAndLogged(shop);
  });

  test.each([1, 2, 3].slice(0, times(1, 3)))(
    'both handlers run at the same time, their calls mixed by seed %i',
    async (seed) => {
      const shop = await openShop({ transport: 'workers', interleave: true, seed });
      await shop.post(PAUL);
      await Promise.all([shop.type('L2', 'paid'), shop.type('L2', 'shipped')]);
      for (let sweeps = 0; sweeps < 3; sweeps++) await shop.office.advance(5 * 60_000);
      shippedAndLogged(shop);
    },
  );
});

test('with both events lost the sweep flags what it did not see typed, and puts nothing back', async () => {
  const shop = await openShop();
  await shop.post(PAUL);
  shop.office.world.switches.editEvents = 'lost';
  await shop.type('L2', 'paid');
  await shop.type('L2', 'shipped');
  for (let sweeps = 0; sweeps < 3; sweeps++) await shop.office.advance(5 * 60_000);
  expect(shop.rows('Orders')).toMatchObject([{ Status: 'shipped' }]);
  expect(shop.rows('Ledger')).toMatchObject([{ Status: 'pending' }]);
  expect(shop.notes('Orders').L2).toMatch(/it can't be marked shipped/);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'flagged')).toHaveLength(1);
  expect(shop.emails()).toHaveLength(1);
});
