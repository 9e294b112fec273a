import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import type { Json } from 'local-apps-script';
import { type Mutation, mutatedBundle, removeMutants } from '../support/mutated-bundle';
import { closeOffices } from '../support/office';
import { documentedRows } from './entry-points';
import { changedParts, openTarget, type Target } from './stranger';

afterEach(closeOffices);
afterAll(removeMutants);

const ROWS = documentedRows();

/** The product with a bug planted and its pages, in use. */
const targetWith = async (mutation: Mutation | null): Promise<Target> => {
  if (!mutation) return openTarget();
  const folder = await mutatedBundle(mutation);
  for (const name of readdirSync('dist').filter((file) => file.endsWith('.html') && !file.endsWith('-bundle.html')))
    cpSync(join('dist', name), join(folder, name));
  return openTarget(folder);
};

/** The reads that answer a stranger with more than a refusal. */
const openReads = async ({ office }: Target): Promise<string[]> => {
  const open: string[] = [];
  for (const row of ROWS['Routes of the web app'].filter((each) => each.startsWith('GET '))) {
    const { status, location, body } = await office.request({ method: 'GET', query: `${row.slice(5)}&id=order-1` });
    const text = status === 302 ? office.echo((location ?? '').split('/').pop() ?? '').body : body;
    if ((JSON.parse(text) as { ok: boolean }).ok) open.push(row);
  }
  return open;
};

/** What rpc answers to a call that no open dialog makes. */
const answeredCalls = async ({ office, tokens }: Target): Promise<string[]> => {
  const answered: string[] = [];
  for (const method of ROWS['Methods of dialogs']) {
    const answer = await office.run({ function: 'rpc', args: [tokens['made up'], method] as Json[], as: 'operator' });
    if (!JSON.stringify(answer).includes('has expired')) answered.push(method);
  }
  return answered;
};

/** The menu's methods that do something for a stranger whose call Google lets through. */
const reachedItems = async (target: Target): Promise<string[]> => {
  const reached: string[] = [];
  target.office.world.switches.runReachesMethods = true;
  for (const name of ['App.showToday', 'App.setUp']) {
    const before = target.state();
    const answer = await target.office.run({ function: name, args: [], as: 'anonymous' });
    const isRefused = JSON.stringify(answer).includes('Exception');
    if (!isRefused || changedParts(before, target.state()).length > 0) reached.push(name);
  }
  return reached;
};

const PUBLIC = ['GET ?route=prices', 'GET ?route=health'];

test('nothing is open, answered or reached in the product as it is', async () => {
  const target = await targetWith(null);
  expect(await openReads(target)).toEqual(PUBLIC);
  expect(await answeredCalls(target)).toEqual([]);
  expect(await reachedItems(target)).toEqual([]);
});

test('a route that has lost its signature is found by what it answers', async () => {
  const target = await targetWith({
    file: 'entrypoints/web/get-routes.ts',
    text: "path: 'order',\n    auth: 'signature',",
    instead: "path: 'order',\n    auth: 'none',",
  });
  expect(await openReads(target)).toEqual(['GET ?route=order', ...PUBLIC]);
});

test('a web app that no longer asks who sends is found', async () => {
  const target = await targetWith({
    file: 'entrypoints/web/handle-get.ts',
    text: "if (route?.auth !== 'none') {",
    instead: "if (route?.auth === 'none') {",
  });
  expect((await openReads(target)).length).toBeGreaterThan(PUBLIC.length);
});

test('an rpc that forgets the token is found', async () => {
  const target = await targetWith({
    file: 'rpc/rpc.ts',
    text: 'if (!guard.isOpen(token)) return CLOSED;',
    instead: '',
  });
  expect(await answeredCalls(target)).toEqual(ROWS['Methods of dialogs']);
});

test('menu items that do not begin with the open sheet are found', async () => {
  const target = await targetWith({
    file: 'main.ts',
    text: '  SpreadsheetApp.getUi();\n  return staffBundle();',
    instead: '  return staffBundle();',
  });
  expect(await reachedItems(target)).toContain('App.setUp');
});
