import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Json } from 'local-apps-script';
import { buildProduct } from '../../tools/build/product.mjs';
import { project, removeProjects } from '../build/project';
import { closeOffices } from '../support/office';
import { PAUL, shopOn } from '../support/shop';
import { documentedRows } from './entry-points';
import { changedParts, FEW_ARGUMENTS, HOSTILE_ARGUMENTS, openTarget, type Target } from './stranger';

const ROWS = documentedRows();
const MENU = ROWS['Menu items and other methods of App'].map((name) => name.replace('App.', ''));
const TRIGGERS = ROWS.Triggers.map((name) => name.replace('App.', ''));

let target: Target;

beforeAll(async () => {
  const out = join(project(), 'dist');
  expect((await buildProduct({ root: process.cwd(), out, flat: true })).problems).toEqual([]);
  target = await openTarget(out);
});

afterAll(async () => {
  await closeOffices();
  removeProjects();
});

test('a flat build declares what docs/security.md has a row for, and its triggers name it', () => {
  const handlers = target.office.world.triggers.all().map(({ handler }) => handler);
  expect([...handlers].sort()).toEqual([...TRIGGERS].sort());
  const documented = [...ROWS['Top-level functions'], ...TRIGGERS, ...MENU];
  expect(target.office.functions.filter((name) => !documented.includes(name))).toEqual([]);
  expect(target.office.functions).toEqual(expect.arrayContaining([...ROWS['Top-level functions'], ...handlers]));
});

test('a stranger on a customer’s page of a flat build calls every function and changes nothing, learns nothing', async () => {
  const answers: Record<string, unknown[]> = {};
  const changed: string[] = [];
  let before = target.state();
  for (const name of target.office.functions) {
    const lists = MENU.includes(name) ? FEW_ARGUMENTS : HOSTILE_ARGUMENTS;
    answers[name] = [];
    for (const args of lists)
      answers[name]?.push(await target.office.run({ function: name, args: args as Json[], as: 'anonymous' }));
    const after = target.state();
    changed.push(...changedParts(before, after).map((part) => `${name}: ${part}`));
    before = after;
  }
  expect(changed).toEqual([]);
  const told = Object.entries(answers).filter(([, given]) =>
    target.secrets.some((secret) => JSON.stringify(given).includes(secret)),
  );
  expect(told).toEqual([]);
  // They were reached: a menu item finds no sheet in front of it.
  expect(answers.markPaid).toEqual(
    FEW_ARGUMENTS.map(() => ({ error: expect.objectContaining({ name: 'Exception' }) })),
  );
});

test('where Google reaches no methods, the flat build takes an order and settles a typed status', async () => {
  const { office } = target;
  office.weather({ switches: { methodHandlers: false } });
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  const shop = shopOn(office);
  // What outsiders' requests look at is kept for half a minute.
  await office.later(31_000);
  const before = shop.rows('Orders').length;
  const first = office.records.length;
  expect(await shop.post({ ...PAUL, orderId: 'flat-1' })).toMatchObject({ ok: true });
  await shop.type(`L${before + 2}`, 'paid', 'staff');
  expect(shop.rows('Orders')).toContainEqual(expect.objectContaining({ 'Order ID': 'flat-1', Status: 'paid' }));
  expect(office.records.slice(first).map((record) => [record.function, record.status])).toEqual([
    ['doPost', 'completed'],
    ['onSheetEdit', 'completed'],
  ]);
});
