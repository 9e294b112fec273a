import { expect, test } from '@jest/globals';
import { axe } from '../../support/browser';
import { openHost } from '../../support/open-host';
import { picture } from '../../support/pictures';
import { PAUL } from '../../support/shop';

const host = openHost();

test('with no waiting emails, it says so and how many emails are left', async () => {
  const { page, frame, problems } = await host.dialog('Emails > Waiting emails');
  await frame.getByText('No emails are waiting.').waitFor();
  await frame.getByText(/Your account has \d+ emails left today \(5 reserved for alerts\)/).waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('unsure emails are resolved, held ones released; in test mode and for other staff it explains what happens next', async () => {
  for (const [index, customerName] of ['Ann Lee', 'Ben Roe', 'Cy Poe'].entries()) {
    if (index < 2) await host.post('/local/faults', { service: 'MailApp.sendEmail', nth: 1, kind: 'before' });
    await host.post('/exec', { ...PAUL, customerName, email: `c${index}@example.com` });
  }
  const { page, frame, problems } = await host.dialog('Emails > Waiting emails', { width: 320 });
  await frame.getByRole('heading', { name: 'May or may not have been sent 2' }).waitFor();
  expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'It was sent Order received for ASDAR26-0001' }).click();
  await frame.getByText('Marked as sent.').waitFor();
  await frame.getByRole('button', { name: 'Send again Order received for ASDAR26-0002' }).click();
  await frame.getByText('Email sent to c1@example.com.').waitFor();
  await frame.getByText('No emails are waiting.').waitFor();
  const { mails: emails } = (await host.get('/local/mail')).json as { mails: { to: string }[] };
  expect(emails.map(({ to }) => to)).toEqual(['c2@example.com', 'c1@example.com']);
  expect(problems).toEqual([]);
  await page.close();

  await host.post('/local/select', { sheet: 'Orders', range: 'A2', user: 'staff' });
  await host.post('/local/menu', { item: 'Mark selection > paid', user: 'staff' });
  const theirs = await host.dialog('Emails > Waiting emails', { user: 'staff' });
  await theirs.frame.getByText('The operator’s account sends what you release here').waitFor();
  await theirs.frame.getByRole('button', { name: 'Hold Payment received for ASDAR26-0001' }).click();
  await theirs.frame.getByText('1 email held.').waitFor();
  await theirs.frame.getByRole('button', { name: 'Release Payment received for ASDAR26-0001' }).click();
  await theirs.frame.getByText("The operator's account will send").last().waitFor();
  expect(await axe(theirs.frame)).toEqual([]);
  await theirs.page.route('**/local/run', (route) => route.abort());
  await theirs.frame.getByRole('button', { name: 'Refresh' }).click();
  await theirs.frame.getByText('several Google accounts').waitFor();
  await theirs.page.close();
});

test('once the day’s emails are used up, it says until when each email waits', async () => {
  await host.post('/local/weather', { switches: { mailQuota: 0 } });
  await host.post('/exec', { ...PAUL, customerName: 'Di Fox', email: 'c4@example.com' });
  const { page, frame } = await host.dialog('Emails > Waiting emails');
  await frame.getByRole('heading', { name: 'Waiting because of a limit 1', exact: false }).waitFor();
  await frame.getByText('Order received for ASDAR26-0004 to c4@example.com').waitFor();
  await picture(page, 'dialog-what-waits');
  await frame.getByText(/^Goes out after .+ [AP]M, when the daily limit resets\.$/).waitFor();
  await page.close();
});
