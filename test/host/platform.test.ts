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

test('the form posts what is typed, signed as the sheet asks, and says what was answered', async () => {
  await page.getByLabel('Customer name').fill('Grace Hopper');
  await press('Post this order');
  await page.getByText('Taken in as ASDAR26-0001').waitFor();
  expect((await rows('Orders')).map((row) => row[2])).toEqual(['Grace Hopper']);
});

test('the same order posted again is answered as taken in before, and adds nothing', async () => {
  await press('Post it again');
  await page.getByText('It had been taken in before').waitFor();
  expect(await rows('Orders')).toHaveLength(1);
});

test('an invalid order is refused with every reason', async () => {
  await press('Post an invalid one');
  await page.getByText('Refused:').waitFor();
  const reasons = await page.locator('.details li').allTextContents();
  expect(reasons.some((reason) => reason.startsWith('email'))).toBe(true);
  expect(await rows('Orders')).toHaveLength(1);
});

test('a burst of 50 is 50 orders, or fewer when some are told to come back later, and never one twice', async () => {
  await press('Burst of 50');
  const said = await page.getByText(/of 50 orders were taken in/).textContent();
  const taken = Number(/^\d+/.exec(said ?? '')?.[0]);
  expect(taken).toBeGreaterThanOrEqual(45);
  const numbers = (await rows('Orders')).map((row) => row[1]);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toHaveLength(1 + taken);
  expect(problems).toEqual([]);
});

test('a trigger can be run now, and the clock goes to the next morning', async () => {
  await page.locator('#panel').getByRole('tab', { name: 'Clock' }).click();
  await page.getByRole('button', { name: 'Run now' }).first().click();
  await page.getByText('It has run').waitFor();
  const { executions } = (await get(address, '/local/executions')).json;
  expect(executions.at(-1)).toMatchObject({ function: 'App.sweep', status: 'completed' });

  await page.getByRole('button', { name: 'To tomorrow morning' }).click();
  await page.getByText('Time passes…').waitFor();
  await page.waitForFunction(() => !document.querySelector('.clock button:disabled'));
  const { clock, timeZone } = (await get(address, '/local/state')).json;
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(
    Date.parse(clock),
  );
  expect(hour).toBe('08');
});
