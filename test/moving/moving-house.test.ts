import { afterEach, expect, test } from '@jest/globals';
import { proofOf } from '../../src/moving/sealed';
import { visitorOf } from '../customers/visitor';
import { nodeCrypto } from '../support/node-crypto';
import { closeOffices } from '../support/office';
import { callRpc, openedPage } from '../support/rpc';
import { PAUL } from '../support/shop';
import { type House, NEW_APP, OLD_APP, openHouse } from './house';

afterEach(closeOffices);

const HOUR = 3_600_000;

/** A business of a few orders: paid, shipped, pending; with own columns and tabs, feedback and an unsubscribed customer. */
const inUse = async (house: House): Promise<{ readonly links: Record<string, string> }> => {
  const { office, old } = house;
  const shop = house.at(old);
  for (const [index, name] of ['Paul', 'Ann', 'Bob'].entries())
    await shop.post({ ...PAUL, orderId: `id-${index}`, customerName: `${name} Smith`, email: `${name}@example.com` });
  await shop.type('S1', 'Frame');
  await shop.type('S3', 'oak');
  await shop.type('L3', 'paid');
  await shop.type('L2', 'paid');
  await office.edit({ sheet: 'Price List', range: 'B2', values: [[7]] });
  await office.edit({ sheet: 'Emails', range: 'C2', values: [['We got your order']] });
  const links = Object.fromEntries(
    shop
      .emails()
      .flatMap(({ html }) => [...html.matchAll(/href="(http:\/\/localhost[^"]+page=(\w+)[^"]*)"/g)])
      .map(([, url = '', page = '']) => [page, url.replaceAll('&amp;', '&')]),
  );
  const visitor = visitorOf(shop);
  const { t = '' } = Object.fromEntries(new URL(links.order ?? '').searchParams);
  expect(await visitor.open(links.order ?? '')).toContain('ASDAR26');
  expect(t).not.toBe('');
  return { links };
};

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'was not refused',
    (error: Error) => error.message,
  );

test('a whole business moves: orders, links, secrets and numbers go on in the new sheet, and nobody is emailed twice', async () => {
  const house = await openHouse();
  const { office, old } = house;
  const { links } = await inUse(house);
  const before = house.at(old).rows('Orders');
  const emailed = house.at(old).emails().length;
  const secrets = house.properties(old);

  const look = await house.call<{ items: { what: string; detail: string }[]; hasEnded: boolean }>(
    house.new,
    'moving.look',
    house.address(old),
  );
  expect(look.hasEnded).toBe(false);
  expect(look.items.map(({ what, detail }) => `${what} ${detail}`).join('\n')).toMatch(
    /3 orders.*\$[\s\S]*ASDAR26-0004[\s\S]*1 column that you added: Frame/,
  );
  expect(house.at(house.new).rows('Orders')).toEqual([]);

  const code = await house.end();
  // The old sheet has ended: an order that comes in now is neither stored nor lost.
  expect(await house.post({ ...PAUL, orderId: 'late' })).toMatchObject({ ok: false, code: 'BUSY', retry: true });
  expect(await visitorOf(house.at(old)).open(links.order ?? '')).toContain('moving our pages right now');
  expect(house.at(old).rows('Orders')).toHaveLength(3);
  await office.later(HOUR);
  expect(house.at(old).emails()).toHaveLength(emailed);

  await house.take(code);
  const shop = house.at(house.new);
  expect(shop.rows('Orders')).toEqual(before);
  expect(shop.rows('Orders').find((row) => row.Frame === 'oak')).toBeDefined();
  expect(shop.rows('Price List')[0]).toMatchObject({ Price: 7 });
  expect(shop.rows('Emails').map(({ Subject }) => Subject)).toContain('We got your order');
  for (const name of ['PAGE_SECRET', 'WEBHOOK_SECRETS', 'AUTH_MODE'])
    expect(house.properties(house.new)[name]).toBe(secrets[name]);
  expect(shop.rows('Settings').find(({ Setting }) => Setting === 'Web app address')).toMatchObject({ Value: NEW_APP });

  // The platform's old address goes on, signature or not; a duplicate stays one, and numbers go on.
  const again = { ...PAUL, orderId: 'id-0', customerName: 'Paul Smith', email: 'Paul@example.com' };
  expect(await house.post(again)).toMatchObject({ ok: true, duplicate: true, orderNumber: 'ASDAR26-0001' });
  expect(await house.post({ ...PAUL, orderId: 'late' })).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0004' });
  expect(await house.at(house.new).post({ ...PAUL, orderId: 'later' })).toMatchObject({ orderNumber: 'ASDAR26-0005' });
  expect(house.at(house.new).rows('Orders')).toHaveLength(5);
  expect(house.at(old).rows('Orders')).toHaveLength(3);
  expect(await house.at(old).get('route=order&id=late')).toMatchObject({
    ok: true,
    order: { orderNumber: 'ASDAR26-0004' },
  });

  // Links in old emails lead on, and open there.
  const page = await visitorOf(house.at(old)).open(links.order ?? '');
  const [, there = ''] = /href="([^"]+\/new\/exec[^"]+)"/.exec(page) ?? [];
  expect(there).toContain(`${NEW_APP}?page=order&amp;t=`);
  expect(await visitorOf(house.at(house.new)).open(there.replaceAll('&amp;', '&'))).toContain('ASDAR26');
  const token = new URL(links.order ?? '').searchParams.get('t') ?? '';
  const form = await visitorOf(house.at(old)).send('feedback', {
    t: token,
    rating: '5',
    comment: 'So "nice"\n& <quick>',
  });
  expect(form).toContain('So &quot;nice&quot;\n&amp; &lt;quick&gt;');
  expect(form).toContain(`action="${NEW_APP}?page=feedback"`);

  // Work goes on there, and only there.
  await house.at(house.new).type('L4', 'paid');
  await office.later(HOUR);
  const sent = house
    .at(house.new)
    .emails()
    .map(({ to, subject, text }) => `${to} ${subject} ${/ASDAR26-\d+/.exec(text)}`);
  expect(new Set(sent).size).toBe(sent.length);
  expect(house.at(old).rows('Moved').length).toBeGreaterThan(0);
  expect(JSON.stringify(office.values('Moved'))).not.toContain('"s:');
  await office.menu({ item: 'Mark selection > paid' });
  expect(await refusal(house.call(old, 'settings.write', { 'Studio name': 'Old' }))).toContain(
    'has moved to another one',
  );
});

test('whatever is wrong is said in a sentence, and changes neither sheet', async () => {
  const house = await openHouse();
  const { office, old } = house;
  await house.post({ ...PAUL, orderId: 'id-0' });
  const look = (address: string) => refusal(house.call(house.new, 'moving.look', address));
  const take = (code: string, address = house.address(old)) =>
    refusal(house.call(house.new, 'moving.take', address, code));
  const CODE = 'a'.repeat(43);
  const states = () =>
    [old, house.new].map((sheet) => [house.properties(sheet), JSON.stringify(office.world.workbooks.get(sheet))]);
  house.at(old);
  const copy = office.copy().copy;
  const blank = office.world.perform('File.makeCopy', [house.new, null, null], {
    ...{ effectiveUser: 'operator@cps-photos.example', activeUser: '', execution: 'host', bound: house.new },
  }) as string;

  await look('nowhere');
  const before = states();
  expect(await look('nowhere')).toContain('Paste the address of the old sheet');
  expect(await look('https://example.com/spreadsheets')).toContain('Paste the address');
  expect(await look(house.address(house.new))).toContain('the address of this sheet');
  expect(await look(house.address('1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'))).toContain("can't open that sheet");
  expect(await look(house.address(copy))).toContain(
    `is a copy. Paste the address of the original instead: https://docs.google.com/spreadsheets/d/${old}`,
  );
  expect(await look(house.address(blank))).toContain('is a copy');
  expect(await refusal(house.call(old, 'moving.look', house.address(house.new)))).toContain('already has orders');
  expect(await take(CODE)).toContain("The old sheet isn't retired");
  expect(await take('abc')).toContain("The old sheet isn't retired");
  expect(await refusal(house.call(house.new, 'moving.goOn'))).toContain('No move to this sheet is in progress');
  expect(await refusal(house.call(house.new, 'moving.giveUp'))).toContain('No move to this sheet is in progress');
  expect(await refusal(house.call(old, 'moving.callOff'))).toContain("isn't retired");
  expect(states()).toEqual(before);

  // Other staff can neither end a sheet nor take one over.
  await office.menu({ item: 'Set up this sheet', user: 'staff' });
  const page = openedPage(office);
  for (const method of ['moving.end', 'moving.callOff', 'moving.goOn', 'moving.giveUp'])
    expect(await callRpc(office, 'staff', page?.token ?? '', method)).toMatchObject({
      ok: false,
      error: expect.stringContaining('Only the operator'),
    });

  // A web app that runs another program would pass nothing on.
  office.world.webAppUrl = OLD_APP;
  const fetch = office.world.fetch;
  const running = (answer: string) => {
    office.world.fetch = () => ({ status: 200, headers: {}, body: answer });
  };
  running('{"ok":true,"version":"0.1.0+abc"}');
  expect(await refusal(house.end())).toContain('runs version 0.1.0+abc');
  running('<html>');
  expect(await refusal(house.end())).toContain("doesn't respond");
  office.world.fetch = fetch;
  expect(house.properties(old)).toMatchObject({ SPREADSHEET_ID: old });

  // An email that is being sent comes first.
  const state = (text: string, lease: string) => {
    house.at(old);
    const [header = []] = office.values('Outbox');
    const at = (name: string) => String.fromCharCode(65 + header.indexOf(name));
    return [
      { sheet: 'Outbox', range: `${at('State')}2`, values: [[text]] },
      { sheet: 'Outbox', range: `${at('Lease Until')}2`, values: [[lease]] },
    ];
  };
  const soon = new Date(office.world.clock.now() + 170_000).toISOString();
  for (const cell of state('handing over', soon)) await office.edit(cell);
  expect(await house.call(old, 'moving.end')).toEqual({ waitSeconds: 170 });
  expect(await take(CODE)).toContain("isn't retired");
  for (const cell of state('sent', '')) await office.edit(cell);
  const code = await house.end();
  expect(await house.end()).toBe(code);

  expect(await take(code.slice(1))).toContain('43 characters');
  expect(await take(CODE)).toContain("doesn't belong to that sheet");
  expect(await take(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`)).toContain("doesn't belong to that sheet");
  house.set(house.new, 'OPERATOR', 'somebody@else.example');
  expect(await take(code)).toContain('Only the operator');
  house.set(house.new, 'OPERATOR', 'operator@cps-photos.example');
  const settings = () => house.at(house.new).rows('Settings');
  const row = 2 + settings().findIndex(({ Setting }) => Setting === 'Web app address');
  await office.edit({ sheet: 'Settings', range: `B${row}`, values: [['']] });
  expect(await take(code)).toContain("deploy this sheet's web app");
  await house.call(house.new, 'setUp.webApp', NEW_APP);

  await office.later(61_000);
  // Called off, the old sheet goes on as if nothing had been; the code opens nothing any more.
  await house.call(old, 'moving.callOff');
  expect(await take(code)).toContain("isn't retired");
  expect(await house.post({ ...PAUL, orderId: 'id-1' })).toMatchObject({ ok: true, orderNumber: 'ASDAR26-0002' });
  expect(office.world.triggers.all().filter((trigger) => JSON.stringify(trigger).includes(old)).length).toBeGreaterThan(
    3,
  );

  await office.later(61_000);
  // Given up in the middle, both are as they were; the same code does it later.
  const second = await house.end();
  expect(second).not.toBe(code);
  await house.call(house.new, 'moving.take', house.address(old), second);
  await house.call(house.new, 'moving.goOn');
  expect(await refusal(house.call(old, 'moving.callOff'))).toContain('started the move');
  expect(await refusal(house.end())).toContain('already used the code');
  expect(await house.at(house.new).post({ ...PAUL, orderId: 'id-2' })).toMatchObject({ code: 'BUSY' });
  const names = () => office.world.workbooks.get(house.new)?.tabs.map(({ name }) => name) ?? [];
  await house.call(house.new, 'moving.giveUp');
  expect(names()).not.toContain('Before the move: Orders');
  expect(settings().find(({ Setting }) => Setting === 'Web app address')).toMatchObject({ Value: NEW_APP });
  await house.take(second);
  expect(house.at(house.new).rows('Orders')).toHaveLength(2);

  await office.later(61_000);
  // The code is used up, and a business moves once.
  house.at(blank);
  await office.menu({ item: 'Set up this sheet' });
  const copies = openedPage(office)?.token ?? '';
  expect(await callRpc(office, 'operator', copies, 'moving.look', house.address(old))).toMatchObject({ ok: false });
  expect(await refusal(house.end())).toContain('already used the code');
  expect(await refusal(house.call(old, 'moving.callOff'))).toContain('started the move');
  expect(await refusal(house.call(old, 'setUp.chooseCopy', 'live'))).toContain('already the live sheet');
  expect(await house.call(old, 'moving.standing')).toMatchObject({
    state: 'done',
    sheet: expect.stringContaining(house.new),
  });

  // The old sheet learns the address of a later deployment of the new one.
  await house.call(house.new, 'setUp.webApp', NEW_APP);
  expect(await house.post({ ...PAUL, orderId: 'id-1' })).toMatchObject({ ok: true, duplicate: true });
});

test('nobody writes into a sheet that has ended, not even what had waited for its turn', async () => {
  const house = await openHouse();
  const { office, old } = house;
  await house.post({ ...PAUL, orderId: 'id-0' });
  await house.end();
  // What a request that began earlier sees: the sheet looks active, and only the Ledger shows that it has ended.
  house.set(old, 'SPREADSHEET_ID', old);
  const shop = house.at(old);
  expect(await shop.post({ ...PAUL, orderId: 'id-1' })).toMatchObject({ ok: false, code: 'BUSY', retry: true });
  await shop.type('L2', 'paid');
  await office.later(HOUR);
  expect(shop.rows('Ledger')).toHaveLength(1);
  expect(shop.emails()).toHaveLength(1);

  // A copy of it is the way back where the new sheet is lost: made live, it works.
  house.set(old, 'SPREADSHEET_ID', 'ended');
  const { copy } = office.copy();
  await office.later(61_000);
  expect(await house.call(copy, 'setUp.chooseCopy', 'live')).toMatchObject({ role: 'operator' });
  house.set(copy, 'AUTH_MODE', 'open');
  expect(await house.at(copy).post({ ...PAUL, orderId: 'id-1' })).toMatchObject({
    ok: true,
    orderNumber: 'ASDAR26-1002',
  });
});

test('only the sheet that has the code tells the old one where to pass requests on, and no more than 60 a minute', async () => {
  const house = await openHouse();
  const { office, old } = house;
  await house.post({ ...PAUL, orderId: 'id-0' });
  await house.end();
  const { key } = JSON.parse(house.properties(old).MOVED ?? '{}');
  expect(key).toHaveLength(43);
  house.at(old);
  const at = office.values('Moved').findIndex(([text]) => String(text).startsWith('{'));
  const say = async (said: object) => {
    const told = { state: 'done', by: house.new, to: NEW_APP, proof: '', ...said };
    house.at(old);
    await office.edit({ sheet: 'Moved', range: `A${at + 1}`, values: [[JSON.stringify(told)]] });
    return house.at(old).get('route=health');
  };
  const proof = proofOf(nodeCrypto, key, NEW_APP);
  for (const said of [{}, { proof: 'x' }, { proof, to: 'https://evil.example/exec' }, { proof, state: 'claimed' }])
    expect(await say(said)).toMatchObject({ ok: false, code: 'BUSY' });
  expect(await say({ proof })).toMatchObject({ ok: true });
  // What nobody has to prove anything for is passed on so often, and then waits for the next minute.
  for (let count = 1; count < 60; count++) await house.at(old).get('route=health');
  expect(await house.at(old).get('route=health')).toMatchObject({ ok: false, code: 'BUSY', retryAfterSeconds: 60 });
  await office.later(61_000);
  expect(await house.at(old).get('route=health')).toMatchObject({ ok: true });
  // Where nobody can read the tab any more, what it said counts; where the new sheet does not answer, the platform waits.
  await office.later(700_000);
  const tab = office.world.workbooks.get(old)?.tabNamed('Moved');
  expect(tab).toBeDefined();
  await office.edit({ sheet: 'Moved', range: `A${at + 1}`, values: [['']] });
  expect(await house.at(old).get('route=health')).toMatchObject({ ok: true });
  office.world.fetch = () => ({ status: 200, headers: {}, body: '<html>Sorry</html>' });
  expect(await house.at(old).get('route=health')).toMatchObject({ ok: false, code: 'BUSY', retryAfterSeconds: 60 });
});
