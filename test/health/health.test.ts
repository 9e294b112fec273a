import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { liveSheet, onlyTrigger, runNightly } from '../backup/backup-shop';
import { readToday } from '../staff/today/today-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';
import { openPage } from '../support/shown-dialog';

afterEach(closeOffices);

interface Line {
  readonly key: string;
  readonly state: string;
  readonly text: string;
  readonly todo: string;
}

/** The lines of the dialog by their keys. */
const health = async (shop: Shop, user = 'operator'): Promise<Record<string, Line>> => {
  const call = await openPage(shop, 'Health', user);
  return Object.fromEntries((await call<Line[]>('health.read')).map((line) => [line.key, line]));
};

const states = (lines: Record<string, Line>) =>
  Object.fromEntries(Object.values(lines).map(({ key, state }) => [key, state]));

const RELEASE = expect.stringMatching(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
const ADDRESS = 'http://localhost:9/exec';

/** A shop with an order, a backup, a sweep and a web app that answers this. */
const wellShop = async (webApp?: { ok: boolean; version: string }): Promise<Shop> => {
  const shop = await openShop();
  const answer = webApp ?? (await shop.get('route=health'));
  await shop.post({ ...PAUL, orderId: 'A' });
  await shop.office.call('App.sweep');
  await runNightly(shop);
  const settings = shop.rows('Settings').findIndex(({ Setting }) => Setting === 'Web app address');
  await shop.office.edit({ sheet: 'Settings', range: `B${settings + 2}`, values: [[ADDRESS]] });
  shop.office.world.fetch = ({ url }) => {
    expect(url).toBe(`${ADDRESS}?route=health`);
    return { status: 200, headers: {}, body: JSON.stringify(answer) };
  };
  return shop;
};

test('when all is well each line is green and states the result', async () => {
  const lines = await health(await wellShop());
  expect([...new Set(Object.values(states(lines)))]).toEqual(['good']);
  expect(lines).toMatchObject({
    intake: { text: 'Last order: Oct 2, 11:00 AM.' },
    triggers: { text: 'All triggers are installed and belong to you.' },
    sweep: { text: 'Last run: Oct 2, 11:00 AM.' },
    backup: { text: 'Last good backup: Oct 2, 11:00 AM. Verified.' },
    quota: { text: '99 emails left today.' },
    version: { text: expect.stringMatching(/^The sheet and the web app both run \d+\.\d+\.\d+\+[0-9a-f]{8}\.$/) },
    locale: { text: 'en_US. Type amounts like 8.50.' },
  });
});

test('test mode is shown in Health and on Today: while it is on no customer gets an email', async () => {
  const shop = await wellShop();
  const row = shop.rows('Settings').findIndex(({ Setting }) => Setting === 'Test mode address') + 2;
  await shop.office.edit({ sheet: 'Settings', range: `B${row}`, values: [['me@example.com']] });
  expect((await health(shop)).queue).toMatchObject({
    state: 'warning',
    text: 'Test mode is on. Customers get no emails; copies go to me@example.com.',
    todo: 'To end it, choose CPS Orders > Emails > Test mode.',
  });
  expect((await readToday(shop)).health.points).toEqual(['Waiting emails']);
});

test('each thing that is not in order has its own line that says what to do', async () => {
  const shop = await wellShop({ ok: true, version: '0.0.9' });
  const { office } = shop;
  onlyTrigger(shop, 'App.onSheetEdit');
  office.weather({ switches: { withheldScope: 'https://www.googleapis.com/auth/drive', mailQuota: 4 } });
  await office.advance(3 * 24 * 3_600_000);
  liveSheet(shop).setMeta({ locale: 'de_DE' });
  await office.edit({ sheet: 'Orders', range: 'D1', values: [['E-Mail']] });
  await office.edit({ sheet: 'Events', range: 'C2', values: [['in winter']] });
  const lines = await health(shop);

  expect(states(lines)).toEqual({
    live: 'good',
    config: 'bad',
    intake: 'good',
    triggers: 'bad',
    consent: 'bad',
    sweep: 'bad',
    queue: 'good',
    quota: 'warning',
    away: 'good',
    lock: 'good',
    backup: 'bad',
    address: 'good',
    size: 'good',
    growth: 'good',
    guard: 'good',
    limits: 'good',
    locale: 'warning',
    version: 'warning',
  });
  expect(lines.triggers?.text).toBe("3 of the operator's triggers are missing: App.sweep, App.nightly, App.morning.");
  expect(lines.config?.text).toBe(
    'In the Orders tab, the column "Email" is missing. "in winter" isn\'t a date such as 2026-12-04.',
  );
  expect(lines.consent?.todo).toContain('https://script.google.com/');
  for (const line of Object.values(lines)) expect(line.todo !== '').toBe(line.state !== 'good');
});

test('a web app that was deployed from other code of the same version is reported', async () => {
  const { version: now } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { version } = await health(await wellShop({ ok: true, version: `${now}+00000000` }));
  expect(version?.state).toBe('warning');
  expect(version?.text?.replaceAll(now, 'X')).toMatch(/^The sheet runs X\+[0-9a-f]{8}, the web app X\+00000000\.$/);
});

test('Today says how many points need attention: what it sees itself, and what the last night or the operator found', async () => {
  const shop = await wellShop({ ok: true, version: '0.0.9' });
  const today = async (user?: string) => {
    shop.office.weather({ evictCache: true });
    return (await readToday(shop, user)).health;
  };
  // That night the web app had no address yet.
  expect(await today('staff')).toEqual({ points: ['Version'], isChecked: true });
  await health(shop, 'staff');
  onlyTrigger(shop, 'App.sweep');
  await shop.office.edit({ sheet: 'Events', range: 'C2', values: [['in winter']] });
  expect(await today()).toEqual({ points: ['Columns and settings', 'Version'], isChecked: true });
  await health(shop);
  expect(await today('staff')).toEqual({ points: ['Columns and settings', 'Triggers', 'Version'], isChecked: true });
});

test('before the first night Today says that nothing was checked', async () => {
  const shop = await openShop();
  expect((await readToday(shop)).health).toEqual({ points: ['Backup'], isChecked: false });
});

test('other staff see what they cannot check, and a copy says that it does nothing', async () => {
  const shop = await wellShop();
  expect(states(await health(shop, 'staff'))).toMatchObject({ triggers: 'unknown', quota: 'unknown', sweep: 'good' });
  const { copy } = shop.office.copy();
  shop.office.open(copy);
  expect(Object.values(await health(shop))).toMatchObject([{ key: 'live', state: 'warning' }]);
});

test('long waits for the lock are counted', async () => {
  const shop = await wellShop();
  shop.office.weather({ holdLock: true });
  await shop.post({ ...PAUL, orderId: 'B' });
  shop.office.weather({ holdLock: false });
  expect((await health(shop)).lock?.text).toBe('1 short delay in the last two hours.');
});

test('the platform that proves itself reads the same; a stranger only that it runs', async () => {
  const shop = await openShop({ auth: 'key' });
  const host = { effectiveUser: '', activeUser: '', execution: 'host', bound: shop.office.bound };
  shop.office.world.perform('Properties.setProperty', ['script', 'SHARED_KEY', 'k'], host);
  onlyTrigger(shop, 'none');
  expect(await shop.get('route=health')).toEqual({ ok: true, version: RELEASE });
  expect(await shop.get('route=health&key=k')).toEqual({
    ok: true,
    version: RELEASE,
    failedAuthentications: 0,
    problems: [],
    warnings: [
      "Triggers: 4 of the operator's triggers are missing: App.onSheetEdit, App.sweep, App.nightly, App.morning. Ask the operator to choose CPS Orders > Set up this sheet.",
      'Backup: There is no backup yet. The first one will be made tonight. To make one now, choose CPS Orders > Data > Backups.',
    ],
  });
});
