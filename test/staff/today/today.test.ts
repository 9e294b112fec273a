import { expect, test } from '@jest/globals';
import { axe } from '../../support/browser';
import { openHost } from '../../support/open-host';
import { picture } from '../../support/pictures';
import { PAUL } from '../../support/shop';

const host = openHost();

test('an empty sheet says so, kindly', async () => {
  const { page, frame, problems } = await host.dialog('Today');
  await frame.getByText('No orders yet').waitFor();
  await frame.getByText("You're all caught up.").waitFor();
  expect(await axe(frame)).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('the day shows counts and sums and what was refused; a click selects the rows', async () => {
  for (const customerName of ['Ann Lee', 'Ben Roe', 'مريم عبد الرحمن الطويلة الاسم', 'Di Fox'])
    await host.post('/exec', { ...PAUL, customerName });
  await host.post('/exec', { ...PAUL, email: 'no address' });
  await host.post('/local/edit', { sheet: 'Orders', range: 'L3:L4', values: [['paid'], ['paid']] });
  const { page, frame, problems } = await host.dialog('Today');
  await frame.getByRole('button', { name: /pending 2 \$80\.00/ }).waitFor();
  await frame.getByText('4 new orders since you last looked').waitFor();
  await frame.getByText('No backup yet.').waitFor();
  await frame.getByText(': 1 item needs attention: Backup.').waitFor();
  expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
  expect(await axe(frame)).toEqual([]);
  await picture(page, 'dialog-today');
  await frame.getByRole('button', { name: /Rejected orders 1/ }).click();
  await frame.getByText('1 row selected.').waitFor();

  await frame.getByRole('button', { name: /paid 2 \$80\.00/ }).click();
  await frame.getByText('2 rows selected.').waitFor();
  const bulk = await host.dialog('Mark selection > shipped');
  await bulk.frame.getByText('2 orders selected').waitFor();
  await bulk.frame.getByText('Ben Roe').waitFor();
  expect(problems).toEqual([]);
  await Promise.all([page.close(), bulk.page.close()]);
});

test('a low rating is opened and ticked off from the sidebar; what waits and Health are one press away', async () => {
  const rating = { route: 'orders/feedback', orderNumber: 'ASDAR26-0001', rating: 2, feedback: 'The corner was bent.' };
  await host.post('/exec', rating);
  const { page, frame, problems } = await host.dialog('Today', { user: 'staff' });
  await frame.getByText('2/5 - "The corner was bent."').waitFor();
  expect(await axe(frame)).toEqual([]);
  const dialogs = async () =>
    (await host.get('/local/state')).json.dialogs.map(({ title }: { title: string }) => title);
  for (const [name, title] of [
    ['ASDAR26-0001', 'Find order'],
    ['Waiting emails', 'Waiting emails'],
    ['Health', 'Health'],
  ] as const) {
    const answered = page.waitForResponse('**/local/run');
    await frame.getByRole('button', { name, exact: true }).click();
    await answered;
    expect(await dialogs()).toContain(title);
  }
  await frame.getByRole('button', { name: 'Done ASDAR26-0001, rating' }).click();
  await frame.getByText('The corner was bent').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await page.route('**/local/run', (route) => route.abort());
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await frame.getByText('several Google accounts').waitFor();
  await frame.getByRole('button', { name: /pending 2/ }).waitFor();
  await page.close();
});

test('in a copy of the sheet it says so and shows nothing', async () => {
  const { copy } = (await host.post('/local/copy')).json;
  await host.post('/local/open', { copy });
  const { page, frame } = await host.dialog('Today');
  await frame.getByText('copy of the live sheet').waitFor();
  await page.close();
  await host.post('/local/open', {});
});
