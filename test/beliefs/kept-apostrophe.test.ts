import { afterAll, expect, test } from '@jest/globals';
import { DAY, openEmailShop, postOrders } from '../email/email-shop';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterAll(closeOffices);

/** What becomes of an apostrophe in a cell of the format `@`, either way. */
const WORLDS = [false, true] as const;

test.each(WORLDS)(
  'emails that wait for the quota leave, and states are right (apostrophe kept: %s)',
  async (keepsApostrophe) => {
    const shop = await openEmailShop();
    shop.office.weather({ switches: { keepsApostrophe, mailQuota: 3 } });
    await postOrders(shop, 4);
    await shop.office.advance(10 * 60_000);
    expect(Object.values(shop.states()).sort()).toEqual(['sent', 'sent', 'sent', 'waiting for quota']);
    shop.office.weather({ switches: { mailQuota: 50 } });
    shop.office.world.clock.advance(DAY);
    await shop.office.advance(10 * 60_000);
    expect(shop.customerEmails()).toHaveLength(4);
    expect(new Set(Object.values(shop.states()))).toEqual(new Set(['sent']));
    expect(Object.keys(shop.states()).every((key) => !key.startsWith("'"))).toBe(true);
  },
);

test.each(WORLDS)(
  'an email whose sending throws is unsure, and stays so (apostrophe kept: %s)',
  async (keepsApostrophe) => {
    const shop = await openEmailShop();
    shop.office.weather({ switches: { keepsApostrophe } });
    shop.office.addFault({ service: 'MailApp.sendEmail', nth: 1, kind: 'after' });
    await postOrders(shop, 1);
    for (let sweeps = 0; sweeps < 4; sweeps++) await shop.sweep();
    expect(Object.values(shop.states())).toEqual(['unsure']);
    expect(shop.customerEmails()).toHaveLength(1);
  },
);

test.each(WORLDS)(
  'a rejected request is kept as it arrived, once, and Replay reads it; ids and numbers stay texts (apostrophe kept: %s)',
  async (keepsApostrophe) => {
    const shop = await openShop();
    const { office } = shop;
    office.weather({ switches: { keepsApostrophe } });
    const bad = { ...PAUL, orderId: '0012', email: 'paul(at)example.com' };
    for (let copy = 0; copy < 2; copy++) await shop.post(bad);
    expect(shop.rows('Rejected')).toMatchObject([
      { 'Order ID': '0012', 'Raw Body': JSON.stringify(bad), State: 'open' },
    ]);
    const column = String.fromCharCode(65 + Object.keys(shop.rows('Rejected')[0] ?? {}).indexOf('Raw Body'));
    await office.edit({
      sheet: 'Rejected',
      range: `${column}2`,
      values: [[JSON.stringify({ ...bad, email: PAUL.email })]],
    });
    office.select({ sheet: 'Rejected', range: 'A2' });
    office.willAnswer('OK');
    await office.menu({ item: 'Data > Replay rejected order' });
    expect(shop.rows('Orders')).toMatchObject([{ 'Order ID': '0012', Email: PAUL.email }]);
    expect(String(shop.rows('Rejected')[0]?.State)).toMatch(/^replayed as /);
    expect(await shop.post(bad)).toMatchObject({ ok: true, duplicate: true });
    expect(shop.rows('Activity').some((row) => row['Order ID'] === '0012')).toBe(true);
  },
);

test('set-up takes the format of texts off the columns that the program writes as typed', async () => {
  const shop = await openShop();
  const outbox = shop.office.world.workbooks.get(shop.office.bound)?.tabNamed('Outbox');
  const formats = () =>
    [0, 1, 2, 3, 4, 5, 6].map((at) => outbox?.extra(1, at)?.format?.numberFormat?.pattern ?? 'General');
  const before = formats();
  expect(before).not.toContain('@');
  const asText = { numberFormat: { type: 'TEXT', pattern: '@' } } as const;
  for (let row = 1; row < 3; row++)
    for (let column = 0; column < 6; column++) outbox?.setExtra(row, column, { format: asText });
  expect(formats()).toContain('@');
  await shop.office.call('App.setUp');
  expect(formats()).toEqual(before);
});
