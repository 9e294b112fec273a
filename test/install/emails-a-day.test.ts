import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { SETTINGS } from '../../src/workbook/settings';
import { DAY, openEmailShop, order } from '../email/email-shop';
import { closeOffices } from '../support/office';

afterAll(closeOffices);

/** How many emails a customer gets until nothing more is due: the order is paid, shipped or picked up, and two weeks go by. */
const emailsFor = async (fulfillmentType: 'ship' | 'pickup'): Promise<number> => {
  const shop = await openEmailShop();
  expect(await shop.post(order(1, { fulfillmentType }))).toMatchObject({ ok: true });
  for (const mark of ['paid', fulfillmentType === 'ship' ? 'shipped' : 'picked up']) {
    shop.select('A2');
    await shop.menu(`Mark selection > ${mark}`);
    await shop.sweep();
    await shop.sweep();
  }
  for (let day = 0; day < 14; day++) await shop.office.later(DAY);
  const got = shop.customerEmails();
  expect(got.length).toBeGreaterThan(1);
  return got.length;
};

test('docs/install.md says how many orders a day each kind of account has emails for', async () => {
  const [ship, pickup] = [await emailsFor('ship'), await emailsFor('pickup')];
  const page = readFileSync('docs/install.md', 'utf8');
  const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];
  const kept = Number(SETTINGS.emailReserve.fallback);
  expect(page).toContain(`${words[kept]} of them are reserved for alerts`);
  expect(page.replace(/\s+/g, ' ')).toContain(
    `${words[ship]} emails for a shipped order, ${words[pickup]} for a pickup order`.toLowerCase(),
  );
  for (const [account, emails] of [
    ['free (`@gmail.com`)', 100],
    ['Google Workspace', 1500],
  ] as const) {
    const [a, b] = [ship, pickup].map((each) => Math.floor((emails - kept) / each));
    expect(page).toContain(`| ${account} | ${emails.toLocaleString('en-US')} | ${a} | ${b} |`);
  }
});
