import { expect, test } from '@jest/globals';
import { axe } from '../../support/browser';
import { openHost } from '../../support/open-host';
import { picture } from '../../support/pictures';
import { PAUL } from '../../support/shop';

const host = openHost();

const settingIn = async (name: string): Promise<string> =>
  (await host.get('/local/sheet/Settings?from=2&rows=60')).json.values.find((row: string[]) => row[0] === name)?.[1];

test('changed settings are checked together, written, logged and used for the next order', async () => {
  const { page, frame, problems } = await host.dialog('Settings');
  const fee = frame.getByLabel('Shipping fee');
  await fee.fill('five dollars');
  await frame.getByLabel('Orders per minute').fill('900');
  await page.keyboard.press('Enter');
  await frame.getByText(`"five dollars" isn't allowed for Shipping fee. Use an amount such as 5 or 5.50.`).waitFor();
  await frame.getByText(`"900" isn't allowed for Orders per minute. Use a whole number from 1 to 55.`).waitFor();
  expect(await fee.getAttribute('aria-invalid')).toBe('true');
  expect(await axe(frame)).toEqual([]);
  expect(await settingIn('Shipping fee')).toBe('0');
  await fee.fill('5.50');
  await frame.getByLabel('Orders per minute').fill('40');
  await frame.getByRole('button', { name: 'Save' }).click();
  await frame.getByText('Saved.').waitFor();
  expect(await settingIn('Shipping fee')).toBe('5.50');
  await host.post('/exec', PAUL);
  const [order] = (await host.get('/local/sheet/Orders?from=2&rows=1')).json.values;
  expect(order.slice(8, 11)).toEqual([40, 5.5, 45.5]);
  const activity = (await host.get('/local/sheet/Activity?from=2&rows=9')).json.values as string[][];
  expect(activity.map((line) => line[7])).toContain(
    'Shipping fee: "5.50" (was "0"). Orders per minute: "40" (was "50").',
  );
  expect(problems).toEqual([]);
  await page.close();
});

test('a wrong value typed into the tab is shown with the value in effect; correcting it here clears its note', async () => {
  const rows = (await host.get('/local/sheet/Settings?from=1&rows=60')).json.values as string[][];
  const at = rows.findIndex(([name]) => name === 'Emails reserved for alerts') + 1;
  await host.post('/local/edit', { sheet: 'Settings', range: `B${at}`, values: [['many']] });
  const notes = async () => (await host.get('/local/sheet/Settings?from=2&rows=60')).json.notes.flat().filter(Boolean);
  expect(await notes()).toHaveLength(1);
  const { page, frame } = await host.dialog('Settings');
  await frame.getByText(`"many" isn't allowed for Emails reserved for alerts`).waitFor();
  await frame.getByText('Until then, "5" is used.').waitFor();
  expect(await frame.getByLabel('Emails reserved for alerts').getAttribute('aria-invalid')).toBe('true');
  expect(await axe(frame)).toEqual([]);
  await picture(page, 'dialog-settings');
  await frame.getByLabel('Emails reserved for alerts').fill('7');
  await frame.getByRole('button', { name: 'Save' }).click();
  await frame.getByText('Saved.').waitFor();
  expect(await notes()).toEqual([]);
  await page.close();
});

test('a setting whose line someone deleted is added again below the others, as text', async () => {
  const rows = (await host.get('/local/sheet/Settings?from=1&rows=60')).json.values as string[][];
  const at = rows.findIndex(([name]) => name === 'Studio name') + 1;
  await host.post('/local/rows', { sheet: 'Settings', action: 'delete', row: at });
  const { page, frame } = await host.dialog('Settings', { width: 320, height: 600 });
  await frame.getByLabel('Studio name').fill('=1+1 Photos');
  await frame.getByRole('button', { name: 'Save' }).click();
  await frame.getByText('Saved.').waitFor();
  expect(await settingIn('Studio name')).toBe('=1+1 Photos');
  expect(await frame.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  await page.close();
});

test('the return address is shown below its setting as it will be printed, with what is wrong with it, while it is typed', async () => {
  const { page, frame, problems } = await host.dialog('Settings');
  const field = frame.getByLabel('Studio address');
  const preview = frame.getByRole('region', { name: 'Preview of the return address' });
  const lines = async () => (await preview.locator('address > div').allTextContents()).slice(1);
  await field.fill('');
  expect(await preview.count()).toBe(0);
  for (const [typed, printed, problem] of [
    ['100 Studio Way, Suite 7, Tampa, FL 33602', ['100 Studio Way', 'Suite 7', 'Tampa, FL 33602'], ''],
    ['100 Studio Way\nSuite 7\nTampa, Florida 33602', ['100 Studio Way', 'Suite 7', 'Tampa, Florida 33602'], ''],
    ['100 Studio Way\nTampa, FL', ['100 Studio Way', 'Tampa, FL'], "doesn't end with a ZIP code"],
    ['100 Studio Way Tampa', ['100 Studio Way Tampa'], 'Put each line of the address on a separate line'],
  ] as const) {
    await field.fill(typed);
    expect(await lines()).toEqual(printed);
    expect(await preview.locator('.wrong').allTextContents()).toEqual(
      problem ? [expect.stringContaining(problem)] : [],
    );
  }
  expect(await axe(frame)).toEqual([]);
  await field.scrollIntoViewIfNeeded();
  await picture(page, 'dialog-settings-return-address');
  await field.fill('100 Studio Way\nSuite 7\nTampa, FL 33602');
  await frame.getByRole('button', { name: 'Save' }).click();
  await frame.getByText('Saved.').waitFor();
  expect(await settingIn('Studio address')).toBe('100 Studio Way\nSuite 7\nTampa, FL 33602');
  expect(problems).toEqual([]);
  await page.close();
});
