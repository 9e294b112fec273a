import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { get } from 'local-apps-script/testing';
import type { Page } from 'playwright-core';
import { cleanUp, newFolder, startHost } from './host-process';
import { closeBrowser, openPage } from './open-page';

let address: string;
let page: Page;
let problems: string[];

beforeAll(async () => {
  ({ address } = await startHost('--data', newFolder(), '--auth', 'signature'));
  ({ page, problems } = await openPage(address));
  await page.locator('#panel').getByRole('tab', { name: 'Platform' }).click();
});

afterAll(async () => {
  await closeBrowser();
  await cleanUp();
});

const press = (name: string) => page.getByRole('button', { name }).click();
const rows = async (tab: string): Promise<string[][]> =>
  (await get(address, `/local/sheet/${tab}?from=2&rows=200`)).json.display.filter(
    (row: string[]) => row.join('') !== '',
  );

test('the form sends what is typed, signed as the sheet asks, and shows the answer', async () => {
  await page.getByLabel('Customer name').fill('Grace Hopper');
  await press('Send this order');
  await page.getByText('Accepted as ASDAR26-0001').waitFor();
  expect((await rows('Orders')).map((row) => row[2])).toEqual(['Grace Hopper']);
});

test('the same order sent again is answered as already received, and adds nothing', async () => {
  await press('Send it again');
  await page.getByText('Already received as ASDAR26-0001').waitFor();
  expect(await rows('Orders')).toHaveLength(1);
});

test('an invalid order is rejected with every reason', async () => {
  await press('Send an invalid order');
  await page.getByText('Rejected:').waitFor();
  const reasons = await page.locator('.details li').allTextContents();
  expect(reasons.some((reason) => reason.startsWith('email'))).toBe(true);
  expect(await rows('Orders')).toHaveLength(1);
});

test('a burst of 50 orders is 50 orders, or fewer if some are asked to retry later, and never one twice', async () => {
  await press('Send 50 at once');
  const said = await page.getByText(/of 50 orders accepted/).textContent();
  const accepted = Number(/^\d+/.exec(said ?? '')?.[0]);
  expect(accepted).toBeGreaterThanOrEqual(45);
  const numbers = (await rows('Orders')).map((row) => row[1]);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toHaveLength(1 + accepted);
  expect(problems).toEqual([]);
});

test('a trigger can be run now, and the clock goes to the next morning', async () => {
  await page.locator('#panel').getByRole('tab', { name: 'Clock' }).click();
  await page.getByRole('button', { name: 'Run now' }).first().click();
  await page.getByText('Done. See Executions.').waitFor();
  const { executions } = (await get(address, '/local/executions')).json;
  expect(executions.at(-1)).toMatchObject({ function: 'App.sweep', status: 'completed' });

  await page.getByRole('button', { name: 'Until tomorrow morning' }).click();
  await page.getByText('Skipping ahead…').waitFor();
  await page.waitForFunction(() => !document.querySelector('.clock button:disabled'));
  const { clock, timeZone } = (await get(address, '/local/state')).json;
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(
    Date.parse(clock),
  );
  expect(hour).toBe('08');
});
