import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Clock, Office, World } from 'local-apps-script';
import { serveHere } from 'local-apps-script/testing';
import { CPS } from '../../demo/cps';
import { pasteProblems } from '../../tools/build/paste.mjs';
import { buildProduct } from '../../tools/build/product.mjs';
import { visitorOf } from '../customers/visitor';
import { launch } from '../support/browser';
import { openDialog } from '../support/dialogs';
import { closeOffices, NOW, openOffice } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { setUp } from '../support/set-up-shop';
import { openShop, PAUL, type Shop, shopOn } from '../support/shop';

const ROOT = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'paste-'));

beforeAll(async () => {
  expect((await buildProduct({ root: ROOT, out: folder, paste: true })).problems).toEqual([]);
});
afterAll(async () => {
  await closeOffices();
  rmSync(folder, { recursive: true });
});

const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

test('it is three files, named as the script editor names them, and not a line is too long to paste', () => {
  expect(readdirSync(folder).sort()).toEqual(['Code.gs', 'Pages.html', 'appsscript.json']);
  const longest = Math.max(
    ...['Code.gs', 'Pages.html'].flatMap((name) =>
      textOf(name)
        .split('\n')
        .map((line) => line.length),
    ),
  );
  expect(longest).toBeLessThan(100_000);
});

test('a sheet with them takes an order, prints it, emails about it and shows its customer a page', async () => {
  const shop = await openShop({ script: folder });
  const { office } = shop;
  office.world.webAppUrl = 'https://script.example/exec';
  const answer = await shop.post({ ...PAUL, orderId: 'o1' });
  expect(answer).toMatchObject({ ok: true });
  expect(shop.emails()).toEqual([expect.objectContaining({ to: PAUL.email })]);
  expect(await visitorOf(shop).open(String(answer.statusUrl))).toContain('ASDAR26-0001');
  office.select({ sheet: 'Orders', range: 'A2' });
  await office.menu({ item: 'Mark selection > paid' });
  expect(shop.rows('Orders')[0]?.Status).toBe('paid');
  await office.menu({ item: 'Print > Envelopes' });
  const page = openedPage(office);
  const planned = await callRpc(office, 'operator', page?.token ?? '', 'print.plan', ['envelopes'], 'due', []);
  expect(planned).toMatchObject({ ok: true, value: { orders: [{ id: 'o1' }] } });
});

test('a sheet that ran the pushed files goes on with the pasted ones: its secret and its links stay', async () => {
  const before = await openShop();
  before.office.world.webAppUrl = 'https://script.example/exec';
  const { statusUrl } = await before.post({ ...PAUL, orderId: 'o1' });
  const propertiesOf = ({ office }: Shop) => ({ ...office.world.properties.read(`script:${office.bound}`) });
  const office = openOffice({ script: folder, seed: 2 });
  office.world.restore(JSON.parse(JSON.stringify(before.office.world.toJSON())));
  const shop = shopOn(office);
  expect(await visitorOf(shop).open(String(statusUrl))).toContain('ASDAR26-0001');
  expect((await office.call('App.setUp')).outcome.status).toBe('completed');
  expect(await visitorOf(shop).open(String(statusUrl))).toContain('ASDAR26-0001');
  const [old, now] = [propertiesOf(before), propertiesOf(shop)];
  const secrets = Object.keys(old).filter((name) => /SECRET/.test(name));
  expect(secrets.length).toBeGreaterThan(1);
  for (const name of secrets) expect(now[name]).toBe(old[name]);
  expect(await shop.post({ ...PAUL, orderId: 'o1' })).toMatchObject({ duplicate: true });
  expect(shop.rows('Orders')).toHaveLength(1);
});

test('its dialogs come up in a browser', async () => {
  const ahead = Date.parse(NOW) - Date.now();
  const world = new World(new Clock(() => Date.now() + ahead));
  const office = new Office({ ...CPS, world, script: folder, transport: 'direct' });
  office.create();
  await setUp(office);
  const host = await serveHere(office, { name: CPS.name });
  const browser = await launch();
  for (const [item, words] of [
    ['New order', 'Customer'],
    ['Today', 'Today'],
  ] as const) {
    const { frame, page, problems } = await openDialog(browser, host.address, item);
    expect(await frame.locator('#app').textContent()).toContain(words);
    expect(problems).toEqual([]);
    await page.close();
  }
  await browser.close();
  await host.close();
});

test('a page of which a part was not pasted is named with what to do', async () => {
  const shop = await openShop({ script: folder });
  const cut = mkdtempSync(join(tmpdir(), 'paste-'));
  writeFileSync(join(cut, 'Code.gs'), textOf('Code.gs'));
  writeFileSync(join(cut, 'appsscript.json'), textOf('appsscript.json'));
  writeFileSync(join(cut, 'Pages.html'), textOf('Pages.html').split('<!-- CPS page staff-bundle -->')[0] ?? '');
  const { office } = await openShop({ script: cut }).catch((error: Error) => {
    expect(error.message).toContain(
      'The file Pages of this script is incomplete: staff-bundle is missing. Paste the whole file again.',
    );
    return shop;
  });
  expect(office).toBe(shop.office);
  rmSync(cut, { recursive: true });
});

test('line ends of Windows in what was pasted change nothing', async () => {
  const other = mkdtempSync(join(tmpdir(), 'paste-'));
  for (const name of readdirSync(folder)) writeFileSync(join(other, name), textOf(name).replace(/\n/g, '\r\n'));
  const shop = await openShop({ script: other });
  expect(await shop.post(PAUL)).toMatchObject({ ok: true });
  await shop.office.menu({ item: 'Today' });
  expect(openedPage(shop.office)).not.toBeNull();
  rmSync(other, { recursive: true });
});

test('a page that holds the line between pages, or one file of more than its size, fails the build', () => {
  const page = new Map([['a.html', '<!-- CPS page b -->']]);
  expect(pasteProblems(page, new Map())).toEqual(['a.html contains the line that separates the pages in Pages.html']);
  const large = new Map([['Pages.html', 'x'.repeat(1_500_001)]]);
  expect(pasteProblems(new Map(), large)).toEqual([expect.stringContaining('at most 1500000')]);
});
