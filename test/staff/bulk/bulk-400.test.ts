import { expect, test } from '@jest/globals';
import { keepShop } from '../../backup/backup-shop';
import { axe } from '../../support/browser';
import { openHost } from '../../support/open-host';
import { openOrders } from './bulk-shop';

const ORDERS = 400;
const UNPAID_EVERY = 13;
const UNPAID = 30;
const PAID = ORDERS - UNPAID;

const host = openHost([], async (folder) => {
  await keepShop(await openOrders(ORDERS, UNPAID_EVERY, { now: new Date(Date.now() - 60_000).toISOString() }), folder);
});

const rows = async (tab: string): Promise<Record<string, string>[]> => {
  const [header = [], ...values] = (await host.get(`/local/sheet/${tab}?from=1&rows=1000`)).json.values as string[][];
  return values
    .filter((row) => row[0] !== '')
    .map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
};

test('400 orders marked shipped in the page, 30 of them not paid, killed half-way and gone on with: each once, one email each, and the 30 are named', async () => {
  await host.post('/local/weather', { switches: { account: 'workspace' } });
  await host.post('/local/select', { sheet: 'Orders', range: `A2:R${ORDERS + 1}` });
  const { page, frame, problems } = await host.dialog('Mark selection > shipped');
  await frame.getByText(`Skipped: ${UNPAID} orders`).waitFor();
  await host.post('/local/faults', { service: 'MailApp.sendEmail', nth: 180, kind: 'kill-before' });
  await frame.getByRole('button', { name: `Mark ${PAID} orders shipped` }).click();
  await frame.getByText('195 orders left to do').waitFor({ timeout: 120_000 });
  expect((await rows('Orders')).filter(({ Status }) => Status === 'shipped').length).toBeLessThan(PAID);
  await frame.getByRole('button', { name: 'Try again' }).click();
  await frame.getByText(`Not done: ${UNPAID} orders`).waitFor({ timeout: 120_000 });
  await frame.getByText('Some of these may have been marked by the interrupted attempt.').waitFor();
  await frame.getByText(`Not done: ${UNPAID} orders`).click();
  for (let nth = 1; nth <= UNPAID; nth++)
    await frame.getByText(`CPS-${String(UNPAID_EVERY * nth).padStart(4, '0')}`).waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();

  await host.post('/local/clock', { advance: 'PT10M' });
  const statuses = (await rows('Orders')).map(({ Status }) => Status);
  expect(statuses.filter((status) => status === 'shipped')).toHaveLength(PAID);
  expect(statuses.filter((status) => status === 'pending')).toHaveLength(UNPAID);
  const outbox = (await rows('Outbox')).filter(({ Kind }) => Kind === 'shipped');
  expect(new Set(outbox.map((email) => email['Order ID'])).size).toBe(PAID);
  expect(outbox).toHaveLength(PAID);
  const sent = (await host.get('/local/mail')).json.mails
    .map(({ to }: { to: string }) => to)
    .filter((to: string) => to !== 'operator@cps-photos.example');
  expect(new Set(sent).size).toBe(sent.length);
  const states = outbox.map(({ State }) => State);
  // The one that the kill fell on: nobody knows whether it left.
  expect(states.filter((state) => state === 'unsure')).toHaveLength(1);
  expect(states.filter((state) => state === 'sent')).toHaveLength(sent.length);
}, 300_000);
