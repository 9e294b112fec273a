import { afterEach, expect, test } from '@jest/globals';
import type { Fault } from 'local-apps-script';
import { sampled } from '../support/campaign';
import { closeOffices } from '../support/office';
import { PAUL } from '../support/shop';
import { type House, openHouse } from './house';

afterEach(closeOffices);

/** Ends the old sheet and moves it into the new one, like an owner who clicks the buttons again after each failure. */
const move = async (house: House, between: () => Promise<void>): Promise<void> => {
  let code = '';
  const stands = (sheet: string) => house.properties(sheet).SPREADSHEET_ID;
  for (let presses = 0; stands(house.new) === 'taking' || !house.properties(house.new).TAKEN_FROM; presses++) {
    if (presses > 60) throw new Error('the move does not end');
    try {
      if (code === '') code = await house.end();
      else if (stands(house.new) === 'taking') await house.call(house.new, 'moving.goOn');
      else await house.call(house.new, 'moving.take', house.address(house.old), code);
    } catch {
      // A web app that was cut off is passed on later; here the person presses again.
      await between();
      await house.office.later(61_000);
    }
  }
};

test('killed at any service call a move loses nothing, doubles nothing, and goes on at the next press', async () => {
  const house = await openHouse();
  const { office, old } = house;
  for (const index of [0, 1, 2]) await house.post({ ...PAUL, orderId: `id-${index}`, email: `p${index}@example.com` });
  await office.later(61_000);
  const saved = JSON.stringify(office.save());
  const { world } = office;

  const names: string[] = [];
  const perform = world.perform.bind(world);
  world.perform = (name, args, actor, since) => {
    if (actor.execution !== 'host' && world.kindOf(name) !== 'navigation') names.push(name);
    return perform(name, args, actor, since);
  };
  await move(house, async () => {});
  world.perform = perform;
  const deaths = names.map(
    (service, index): Fault => ({
      service,
      nth: names.slice(0, index + 1).filter((name) => name === service).length,
      kind: index % 2 === 0 ? 'kill-after' : 'after',
    }),
  );
  expect(deaths.length).toBeGreaterThan(100);

  for (const death of sampled(deaths, Math.ceil(deaths.length / 3), 7, Math.ceil(deaths.length / 3))) {
    office.restore(JSON.parse(saved));
    const accepted: string[] = [];
    const post = async (id: string) => {
      const { ok } = await house.post({ ...PAUL, orderId: id, email: `${id}@example.com` });
      if (ok) accepted.push(id);
    };
    house.at(old);
    office.addFault(death);
    await move(house, () => post('between'));
    office.clearFaults();
    await post('after');
    const shop = house.at(house.new);
    const ids = shop.rows('Ledger').map((row) => row['Order ID']);
    expect([death, [...ids].sort()]).toEqual([death, ['id-0', 'id-1', 'id-2', ...new Set([...accepted])].sort()]);
    expect(accepted).toContain('after');
    expect(
      shop
        .rows('Orders')
        .map((row) => row['Order ID'])
        .sort(),
    ).toEqual([...ids].sort());
    expect(await house.post({ ...PAUL, orderId: 'id-1', email: 'p1@example.com' })).toMatchObject({ duplicate: true });
    await office.later(20 * 60_000);
    // Each of the two sheets may report that its own check has stopped.
    const sent = shop
      .emails()
      .map(({ to, subject }) => `${to} ${subject}`)
      .filter((email) => !email.includes('the 5-minute check has stopped'));
    expect([death, sent.filter((email, index) => sent.indexOf(email) !== index)]).toEqual([death, []]);
    for (const id of accepted) expect(sent.join()).toContain(`${id}@example.com`);
    const tabs = office.world.workbooks.get(house.new)?.tabs.map(({ name }) => name) ?? [];
    expect(tabs.filter((name) => /^(?:Copy of|Before the move)/.test(name))).toEqual([]);
    expect(house.properties(house.new).TAKING).toBeUndefined();
  }
});
