import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { visitorOf } from '../customers/visitor';
import { pagesOf } from '../docs/pages';
import { closeOffices, openOffice } from '../support/office';
import { openedPage } from '../support/rpc';
import { openShop, PAUL, shopOn } from '../support/shop';

afterEach(closeOffices);

const WEB_APP = 'https://script.example/exec';

test('a copy of a sheet that was never set up is blank, becomes live by Set up this sheet, and takes orders', async () => {
  const office = openOffice();
  const { copy } = office.copy();
  office.open(copy);
  office.world.webAppUrl = WEB_APP;
  // The template has nothing that a copy would carry along: no trigger, no property, no tab of ours.
  expect(office.world.triggers.all()).toEqual([]);
  expect(office.world.properties.read(`script:${copy}`)).toEqual({});
  const menu = () => office.world.ui.menusOf(copy, 'operator@cps-photos.example').length;
  await office.openSheet();
  expect(menu()).toBe(1);
  await office.menu({ item: 'Set up this sheet' });
  expect(openedPage(office)).not.toBeNull();
  expect((await office.call('App.setUp')).outcome.status).toBe('completed');
  const shop = shopOn(office);
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: copy };
  office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  const answer = await shop.post(PAUL);
  expect(answer).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0001' });
  expect(shop.emails().map(({ to }) => to)).toContain(PAUL.email);
  expect(office.world.triggers.all().length).toBeGreaterThan(3);
  expect(await shop.get('route=health')).toMatchObject({ ok: true });
  // The template itself is as it was.
  office.open();
  expect(office.world.properties.read(`script:${office.bound}`)).toEqual({});
});

test('a newer program in the same sheet keeps the secret and the links that were emailed, before and after Set up', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newer-'));
  cpSync('dist', folder, { recursive: true });
  const shop = await openShop({ script: folder, auth: 'signature' });
  const { office } = shop;
  office.world.webAppUrl = WEB_APP;
  const properties = () => office.world.properties.read(`script:${office.bound}`);
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: office.bound };
  office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'open'], host);
  const { statusUrl } = await shop.post({ ...PAUL, orderId: 'o1' });
  office.world.perform('Properties.setProperty', ['script', 'AUTH_MODE', 'signature'], host);
  const before = { ...properties() };
  const secrets = Object.keys(before).filter((name) => /SECRET/.test(name));
  expect(secrets.length).toBeGreaterThan(1);

  // The same workbook, the same properties, and newer files: what pasting or update-sheet leaves.
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const code = readFileSync(join(folder, 'Code.js'), 'utf8');
  expect(code).toContain(version);
  writeFileSync(join(folder, 'Code.js'), code.replaceAll(`"${version}"`, '"99.0.0"'));
  const visitor = visitorOf(shop);
  expect((await shop.get('route=health')).version ?? '').not.toBe(version);
  expect(await visitor.open(String(statusUrl))).toContain('ASDAR26-0001');
  expect((await office.call('App.setUp')).outcome.status).toBe('completed');
  expect(await visitor.open(String(statusUrl))).toContain('ASDAR26-0001');
  for (const name of secrets) expect(properties()[name]).toBe(before[name]);
  expect(shop.rows('Orders')).toHaveLength(1);
  rmSync(folder, { recursive: true });
});

test('no page shows a link to a template before there is one', () => {
  const shown = pagesOf().filter((path) =>
    /docs\.google\.com\/spreadsheets\/d\/[\w-]{20,}/.test(readFileSync(path, 'utf8')),
  );
  expect(shown).toEqual([]);
  expect(readFileSync('docs/install.md', 'utf8').replace(/\s+/g, ' ')).toContain("There's no public template yet");
});
