import { beforeAll, expect, test } from '@jest/globals';
import { axe } from '../../support/browser';
import { openHost } from '../../support/open-host';
import { picture } from '../../support/pictures';
import { PAUL } from '../../support/shop';

const host = openHost();

beforeAll(async () => {
  const items = [{ photoNumber: '77', qty4x6: 1, qty5x7: 0, qty8x10: 0 }];
  await host.post('/exec', PAUL);
  await host.post('/exec', {
    ...PAUL,
    customerName: 'Ann Lee',
    email: 'ann@example.com',
    phone: '407-555-9911',
    items,
  });
});

test('an order is found by number, name, email, end of the phone and photo number', async () => {
  const { page, frame, problems } = await host.dialog('Find order');
  await frame.getByText('Enter anything you know').waitFor();
  const box = frame.getByRole('textbox');
  for (const words of ['asdar26-0002', 'ann l', 'ann@', '9911', '(407) 555-9911', '77']) {
    await box.fill(words);
    await page.keyboard.press('Enter');
    await frame.getByRole('button', { name: /ASDAR26-0002 Ann Lee/ }).waitFor();
    expect(await frame.getByRole('list', { name: 'Orders found' }).getByRole('button').count()).toBe(1);
    await box.fill('nobody');
    await page.keyboard.press('Enter');
    await frame.getByText('No orders found').waitFor();
  }
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

/** Opens the card of the order that these words find. */
const openCard = async (words: string, choices: { user?: string } = {}) => {
  const opened = await host.dialog('Find order', choices);
  await opened.frame.getByRole('textbox').fill(words);
  await opened.page.keyboard.press('Enter');
  await opened.frame.getByRole('list', { name: 'Orders found' }).getByRole('button').first().click();
  await opened.frame.getByRole('tab', { name: 'History' }).waitFor();
  return opened;
};

test('the card shows the order, its emails and its story, and takes the steps that are allowed now', async () => {
  const { page, frame, problems } = await openCard('ann');
  await frame.getByText('77 · 4x6 · 1 × $8.00').waitFor();
  await frame
    .getByText(/^[A-Z][a-z]{2} \d{1,2}, \d{1,2}:\d\d [AP]M, ordering platform$/)
    .first()
    .waitFor();
  await picture(page, 'dialog-order-card');
  expect(await frame.getByRole('button', { name: 'Mark shipped' }).count()).toBe(0);
  await frame.getByRole('button', { name: 'Mark paid', exact: true }).click();
  await frame.getByText('Marked paid. The customer was emailed.').waitFor();
  await frame.getByText(/pending to paid, from the menu/).waitFor();
  await frame.getByRole('button', { name: 'Mark shipped' }).waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Step back' }).click();
  await frame.getByText(/paid back to pending. Emails sent: receipt/).waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Go back one step' }).click();
  await frame.getByText('Moved one step back. No email is sent for this.').waitFor();
  await frame.getByRole('button', { name: 'Cancel order' }).click();
  await frame.getByLabel('Reason for canceling').fill('Ordered twice');
  await page.keyboard.press('Enter');
  await frame.getByText('Marked cancelled. The customer was emailed.').waitFor();
  expect(await frame.getByRole('button', { name: /^Mark/ }).count()).toBe(0);
  const rows = (await host.get('/local/sheet/Orders?from=2&rows=2')).json.values;
  expect(rows.map((row: string[]) => row[11])).toEqual(['pending', 'cancelled']);
  expect(problems).toEqual([]);
  await page.close();
});

test('emails are read before they leave, sent again to another address, and tested; notes and tracking are kept', async () => {
  await host.post('/local/edit', { sheet: 'Orders', range: 'L2', values: [['paid']] });
  const { page, frame, problems } = await openCard('paul');
  await frame.getByRole('tab', { name: 'Emails' }).click();
  await frame.getByRole('button', { name: 'Preview' }).click();
  await frame.frameLocator('iframe').getByText('Hi Paul,').waitFor();
  await frame.getByLabel('Email about this order').selectOption({ label: 'Shipped (never sent)' });
  await frame.getByText("“Shipped” doesn't match this order's status").waitFor();
  expect(await frame.getByRole('button', { name: 'Send again' }).isDisabled()).toBe(true);
  await frame.getByLabel('Email about this order').selectOption('paid');
  await frame.getByRole('button', { name: 'Send again' }).click();
  const to = frame.getByLabel('Send to');
  await to.fill('a@example.com, b@example.com');
  await page.keyboard.press('Enter');
  await frame.getByText("isn't a valid email address. Nothing was sent.").waitFor();
  await to.fill('mother@example.com');
  await page.keyboard.press('Enter');
  await frame.getByText('Email sent to mother@example.com.').waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Send me a test' }).click();
  await frame.getByText('Email sent to operator@cps-photos.example.').waitFor();
  const { mails: emails } = (await host.get('/local/mail')).json as { mails: { to: string; subject: string }[] };
  const others = emails.filter(({ to: one }) => one === 'mother@example.com' || one === 'operator@cps-photos.example');
  expect(others.map(({ subject }) => subject.startsWith('[Test]'))).toEqual([false, true]);

  await frame.getByRole('textbox', { name: 'Tracking number' }).fill('9400 1000 0000 0000 0000 00');
  await frame.getByRole('button', { name: 'Save' }).click();
  await frame.getByText('Tracking number saved.').waitFor();
  await frame.getByText(/^USPS\./).waitFor();
  await frame.getByRole('tab', { name: 'Notes' }).click();
  await frame.getByRole('textbox', { name: 'New note' }).fill('She calls back\non Monday <b>');
  await frame.getByRole('button', { name: 'Save note' }).click();
  await frame.getByText('Note saved. Only staff can see it.').waitFor();
  await frame.getByRole('tab', { name: 'Notes (1)' }).waitFor();
  await frame.getByText('on Monday <b>').waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Mark shipped' }).click();
  await frame.getByText('Marked shipped. The customer was emailed.').waitFor();
  const after = (await host.get('/local/mail')).json.mails as { subject: string; text: string }[];
  const shipped = after.find(({ subject }) => subject.startsWith('Your prints are on their way'));
  expect(shipped?.text).toContain('9400100000000000000000');
  expect(after.filter(({ text }) => text.includes('calls back'))).toEqual([]);
  await frame.getByRole('button', { name: /^Remove/ }).click();
  await frame.getByText('Note removed.').waitFor();
  expect(problems).toEqual([]);
  await page.close();
});

test('a narrow window, an order whose row is gone, and a sheet that does not answer', async () => {
  await host.post('/local/rows', { sheet: 'Orders', action: 'delete', row: 3 });
  const { page, frame } = await host.dialog('Find order', { width: 300 });
  await frame.getByRole('textbox').fill('asdar26-0002');
  await page.keyboard.press('Enter');
  await frame.getByText('Row missing from the sheet').click();
  await frame.getByRole('tab', { name: 'History' }).waitFor();
  expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
  await frame.getByRole('button', { name: 'Show in sheet' }).click();
  await frame.getByText('These rows are no longer in the Orders tab').waitFor();
  await page.route('**/local/run', (route) => route.abort());
  await frame.getByRole('button', { name: 'Step back' }).click();
  await frame.getByRole('button', { name: 'Go back one step' }).click();
  await frame.getByRole('alert').filter({ hasText: 'several Google accounts' }).first().waitFor();
  expect(await axe(frame)).toEqual([]);
  await page.close();
});

test('links that were sent are turned off after saying what that means, and nothing happens before', async () => {
  const { page, frame, problems } = await openCard('paul');
  await frame.getByRole('button', { name: 'Turn off links already sent' }).click();
  await frame.getByText('will stop working').waitFor();
  expect(await axe(frame)).toEqual([]);
  await picture(page, 'order-card-links');
  await frame.getByRole('button', { name: 'Cancel' }).click();
  await frame.getByRole('button', { name: 'Turn off links already sent' }).click();
  await frame.getByRole('button', { name: 'Turn off old links' }).click();
  await frame.getByText('Links already sent no longer work').waitFor();
  await frame.getByText(/turned off the links sent so far for order ASDAR26-0001/).waitFor();
  expect(problems).toEqual([]);
  await page.close();
});
