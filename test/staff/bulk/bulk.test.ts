import { afterAll, expect, test } from '@jest/globals';
import type { Office } from 'local-apps-script';
import { closeOffices } from '../../support/office';
import { callRpc, openedPage } from '../../support/rpc';
import { openShop, PAUL, type Shop } from '../../support/shop';
import { openOrders } from './bulk-shop';

afterAll(closeOffices);

const openBulk = async (office: Office, item: string, range: string, user = 'operator') => {
  office.select({ sheet: 'Orders', range, user });
  await office.menu({ item: `Mark selection > ${item}`, user });
  const page = openedPage(office);
  if (!page?.options.mark) throw new Error('no bulk dialog was opened');
  const call = (method: string, ...args: unknown[]) => callRpc(office, user, page.token, method, item, ...args);
  const { value, error } = await call('bulk.plan');
  const plan = value as {
    orders: { id: string; email: boolean }[];
    skipped: string[];
    unchanged: number;
    emailsLeft: number | null;
  };
  return { call, plan, error };
};

/** Leaves out the operator, who gets one email that the postal address is missing. */
const toCustomers = (shop: Shop) => shop.emails().filter(({ to }) => to !== 'operator@cps-photos.example');

test('100 orders marked shipped, 7 of them not paid, killed half-way and run again: each once, one email each', async () => {
  const shop = await openOrders(100, 13);
  const { office } = shop;
  const first = await openBulk(office, 'shipped', 'A2:R101');
  expect(first.plan.orders).toHaveLength(93);
  expect(first.plan.skipped).toHaveLength(7);
  for (let n = 1; n <= 7; n++) expect(first.plan.skipped[n - 1]).toContain(`CPS-${String(13 * n).padStart(4, '0')}`);
  const ids = first.plan.orders.map(({ id }) => id);
  office.addFault({ service: 'MailApp.sendEmail', nth: 60, kind: 'kill-before' });
  for (let from = 0; from < 75; from += 25) {
    await first.call('bulk.run', ids.slice(from, from + 25), '').catch(() => null);
  }
  office.clearFaults();

  const second = await openBulk(office, 'shipped', 'A2:R101');
  expect(second.plan.orders.length).toBeLessThan(93);
  expect(second.plan.orders.length + second.plan.unchanged).toBe(93);
  const troubles: string[] = [];
  const again = [...new Set([...ids])];
  for (let from = 0; from < again.length; from += 25) {
    const { value } = await second.call('bulk.run', again.slice(from, from + 25), '');
    troubles.push(...(value as { troubles: string[] }).troubles);
  }
  expect(troubles).toEqual([]);
  await office.advance(15 * 60_000);

  const statuses = shop.rows('Orders').map(({ Status }) => Status);
  expect(statuses.filter((status) => status === 'shipped')).toHaveLength(93);
  expect(statuses.filter((status) => status === 'pending')).toHaveLength(7);
  const outbox = shop.rows('Outbox').filter(({ Kind }) => Kind === 'shipped');
  expect(new Set(outbox.map((email) => email['Order ID'])).size).toBe(93);
  expect(outbox).toHaveLength(93);
  const sent = toCustomers(shop).map(({ to }) => to);
  expect(new Set(sent).size).toBe(sent.length);
  const unsure = outbox.filter(({ State }) => State !== 'sent');
  expect(sent.length + unsure.length).toBe(93);
  expect(unsure.length).toBeLessThanOrEqual(1);
}, 120_000);

test('the dry run changes nothing and says whose account sends', async () => {
  const shop = await openOrders(3, 2);
  const before = JSON.stringify(shop.rows('Orders'));
  const mine = await openBulk(shop.office, 'shipped', 'A2:A4');
  expect(mine.plan).toMatchObject({ emailsLeft: 1500, unchanged: 0 });
  expect(mine.plan.skipped).toHaveLength(1);
  const theirs = await openBulk(shop.office, 'shipped', 'A2:A4', 'staff');
  expect(theirs.plan.emailsLeft).toBeNull();
  expect(JSON.stringify(shop.rows('Orders'))).toBe(before);
  expect(shop.rows('Outbox')).toEqual([]);
});

test('another person’s bulk action commits, and its emails leave from the operator within five minutes', async () => {
  const shop = await openOrders(3, 99);
  const { call, plan } = await openBulk(shop.office, 'shipped', 'A2:A4', 'staff');
  const { value } = await call(
    'bulk.run',
    plan.orders.map(({ id }) => id),
    '',
  );
  expect(value).toMatchObject({ changed: 3, emails: 3, leavesNow: false });
  expect(shop.emails()).toEqual([]);
  await shop.office.advance(5 * 60_000);
  expect(toCustomers(shop).map((email) => (email as unknown as { from: string }).from)).toEqual(
    Array(3).fill('operator@cps-photos.example'),
  );
  const user = 'staff@cps-photos.example';
  expect(shop.office.world.triggers.all().filter((trigger) => trigger.user === user)).toEqual([]);
});

test('an order whose row looks like another one is skipped and named', async () => {
  const shop = await openShop();
  for (const customerName of ['Ann Lee', 'Ben Roe']) await shop.post({ ...PAUL, customerName });
  await shop.type('H3', '9999 4x6 x9');
  const { plan } = await openBulk(shop.office, 'paid', 'A2:A3');
  expect(plan.orders).toHaveLength(1);
  expect(plan.skipped.join()).toContain('no longer matches the order from Ben Roe');
});
