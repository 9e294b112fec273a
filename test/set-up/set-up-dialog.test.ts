import { expect, test } from '@jest/globals';
import { axe } from '../support/browser';
import { openHost } from '../support/open-host';
import { picture } from '../support/pictures';

const ITEM = 'Set up this sheet';

const host = openHost(['--auth', 'signature']);

const state = async () => (await host.get('/local/state')).json;
const sheet = async (tab: string) => (await host.get(`/local/sheet/${encodeURIComponent(tab)}?from=1&rows=20`)).json;

test('the operator sees what was done and does the rest: address, test order, secret', async () => {
  const { page, frame, problems } = await host.dialog(ITEM);
  await frame.getByText('Everything is set up').waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByText('enough for about 25 orders').waitFor();

  const box = frame.getByRole('textbox', { name: 'Web app address' });
  await box.fill('https://script.google.com/macros/s/AKfy/dev');
  await frame.getByRole('button', { name: 'Test and save' }).click();
  await frame.getByText('This address ends in /dev').waitFor();
  expect(await frame.getByRole('button', { name: 'Send a test order' }).isDisabled()).toBe(true);

  const { webAppUrl, webhookSecret } = await state();
  await box.fill(webAppUrl);
  await frame.getByRole('button', { name: 'Test and save' }).click();
  await frame.getByText('It works and runs version').waitFor();
  expect(JSON.stringify((await sheet('Settings')).values)).toContain(webAppUrl);

  await frame.getByRole('button', { name: 'Send a test order' }).click();
  await frame.getByText('It has been removed').waitFor();
  expect((await sheet('Orders')).values.slice(1).flat().filter(Boolean)).toEqual([]);
  const emails = (await host.get('/local/mail')).json.mails;
  expect(emails.map(({ to }: { to: string }) => to)).toEqual(['operator@cps-photos.example']);

  const postal = frame.getByRole('textbox', { name: 'Postal address' });
  await postal.fill('100 Studio Way Tampa');
  await frame.getByText('Put each line of the address on a separate line').waitFor();
  await postal.fill('100 Studio Way\nSuite 7\nTampa, FL 33602');
  await frame.getByText('Printed as: CPS Photos / 100 Studio Way / Suite 7 / Tampa, FL 33602').waitFor();
  await frame.getByRole('button', { name: 'Save', exact: true }).click();
  await frame.getByText('Saved.').waitFor();
  expect((await sheet('Settings')).values.flat()).toContain('100 Studio Way\nSuite 7\nTampa, FL 33602');
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });

  await frame.evaluate('window.scrollTo(0, 0)');
  await picture(page, 'dialog-set-up');
  expect(await frame.getByText(webhookSecret).count()).toBe(0);
  await frame.getByRole('button', { name: 'Show secret' }).click();
  await frame.getByText(webhookSecret).waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('after a test order was removed, orders are numbered on and nothing is reported missing', async () => {
  await host.post('/local/clock', { advance: 'PT10M' });
  const activity = (await sheet('Activity')).values.flat().join('\n');
  expect(activity).toContain('was removed');
  expect(activity).not.toContain('row missing');
});

test('another person sees that triggers and secrets are the operator’s, and gets no secret', async () => {
  const { page, frame } = await host.dialog(ITEM, { user: 'staff' });
  await frame.getByText('The operator (operator@cps-photos.example) handles triggers').waitFor();
  expect(await frame.getByRole('button', { name: 'Show secret' }).count()).toBe(0);
  expect(await axe(frame)).toEqual([]);
  await page.close();
});

test('a dialog whose token is not known any more says so, and how to go on', async () => {
  const { page, frame } = await host.dialog(ITEM);
  await frame.getByText('Everything is set up').waitFor();
  await frame.evaluate("document.getElementById('app').dataset.token = 'f'.repeat(64)");
  await frame.getByRole('button', { name: 'Show secret' }).click();
  await frame.getByText('has expired').waitFor();
  await page.close();
});
