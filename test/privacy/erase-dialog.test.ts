import { expect, test } from '@jest/globals';
import { axe } from '../support/browser';
import { openHost } from '../support/open-host';
import { PAUL } from '../support/shop';

const host = openHost();

const ANN = { ...PAUL, customerName: 'Ann Lee', email: 'ann@example.com', phone: '212-555-0177', street: '77 Elm Ave' };

test('the dialog shows what may be theirs to tick, says what Google keeps, and erases what was ticked only', async () => {
  await host.post('/exec', { ...ANN, orderId: 'a-1' });
  await host.post('/exec', { ...ANN, orderId: 'a-9', email: 'ann@example' });
  const edit = (range: string, values: string[][]) => host.post('/local/edit', { sheet: 'Orders', range, values });
  await edit('S1', [['My notes'], ['call Ann’s sister first']]);
  await edit('T1', [['Ready on'], ['Friday']]);
  const { page, frame, problems } = await host.dialog('Data > Erase a customer');
  await frame.getByLabel('Email address').fill('ann@example.com');
  await frame.getByRole('button', { name: 'Find records' }).click();
  const boxes = frame.getByRole('list', { name: "Data that may be the customer's" }).getByRole('checkbox');
  await boxes.first().waitFor();
  expect(await boxes.count()).toBe(3);
  expect(await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))).toEqual([
    false,
    true,
    true,
  ]);
  const text = await frame.locator('body').textContent();
  expect(text).toMatch(/Rejected, row 2 · the same phone/);
  expect(text).toMatch(/version history/);
  expect(text).toMatch(/Emails already sent stay in the account’s Sent folder/);
  expect(await axe(frame)).toEqual([]);
  await boxes.nth(2).uncheck();
  await frame.getByRole('button', { name: 'Erase permanently' }).click();
  await frame.getByText('Erased ann@example.com').waitFor();
  expect(await frame.locator('body').textContent()).toMatch(/Not erased, as you chose: 2/);
  const { json } = await host.get('/local/sheet/Orders?from=1&rows=10');
  const sheet = JSON.stringify(json);
  expect(sheet).not.toMatch(/sister|Ann Lee|Elm/);
  expect(sheet).toContain('Friday');
  expect(problems).toEqual([]);
  await page.close();
});
