import { afterAll, expect, test } from '@jest/globals';
import { PEOPLE } from '../../demo/cps';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

/** Triggers that another person made, by hand in the script editor. */
const installFor = ({ office }: Shop, user: string): void => {
  const actor = { effectiveUser: user, activeUser: user, execution: 'host', bound: office.bound };
  const edit = { on: 'edit', file: office.bound };
  office.world.perform('ScriptApp.newTrigger', ['App.onSheetEdit', edit], actor);
};

test.each([
  ['one after the other', {}],
  ['at the same time, calls mixed by seed 1', { transport: 'workers', interleave: true, seed: 1 } as const],
  ['at the same time, calls mixed by seed 2', { transport: 'workers', interleave: true, seed: 2 } as const],
])('two people have installed the triggers and both run %s: one email, from the operator', async (_, choices) => {
  const shop = await openShop(choices);
  installFor(shop, PEOPLE.staff);
  await shop.post(PAUL);
  await shop.type('L2', 'paid', 'staff');
  await shop.office.advance(10 * 60_000);
  const paid = (shop.office.mail() as unknown as { mails: { subject: string; from: string }[] }).mails.filter(
    ({ subject }) => subject.includes('payment'),
  );
  expect(paid.map(({ from }) => from)).toEqual([PEOPLE.operator]);
  expect(shop.rows('Activity').filter(({ Event }) => Event === 'status')).toHaveLength(1);
});

test('set-up run by someone else doesn’t install a second set of triggers', async () => {
  const shop = await openShop();
  const before = shop.office.world.triggers.all().length;
  const { outcome } = await shop.office.call('App.setUp', [], 'staff');
  expect(outcome.status).toBe('completed');
  expect(shop.office.world.triggers.all()).toHaveLength(before);
  expect(shop.office.world.triggers.all().every(({ user }) => user === PEOPLE.operator)).toBe(true);
});
