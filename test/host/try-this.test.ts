import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { get } from './calls';
import { cleanUp, newFolder, startHost } from './host-process';
import { closeBrowser, type OpenPage, openPage } from './open-page';

let address: string;
let opened: OpenPage;

beforeAll(async () => {
  ({ address } = await startHost('--data', newFolder()));
});

afterEach(() => opened.page.close());

afterAll(async () => {
  await closeBrowser();
  await cleanUp();
});

const stepDone = (page: Page, title: string) => page.locator('.step.done', { hasText: title }).waitFor();

const ordersRow = async (number: number): Promise<string[]> =>
  (await get(address, `/local/sheet/Orders?from=${number + 1}&rows=1`)).json.display[0];

const subjects = async (): Promise<string[]> =>
  (await get(address, '/local/mail')).json.mails.map(({ subject }: { subject: string }) => subject);

test('a new user follows the panel by mouse: posts an order, marks it paid, ships it and reads the mail', async () => {
  opened = await openPage(address);
  const { page, problems, foreign } = opened;
  await page.getByRole('button', { name: 'Post an order' }).click();
  await stepDone(page, 'Post an order');

  for (const [title, value] of [
    ['Mark it paid', 'paid'],
    ['Ship it', 'shipped'],
  ] as const) {
    await page.locator('.step.current', { hasText: title }).getByRole('button').click();
    await page.waitForFunction(() => document.querySelector('#name-box')?.textContent === 'L2');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: value, exact: true }).click();
    await stepDone(page, title);
  }

  await page.getByRole('button', { name: 'Open the newest mail' }).click();
  await page.locator('.mail-title').waitFor();
  await page.getByRole('tab', { name: 'Try this' }).click();
  await page.getByText('That is the whole way of an order').waitFor();
  expect((await ordersRow(1)).slice(11, 17)).toEqual(expect.arrayContaining(['shipped']));
  await page.getByRole('tab', { name: 'Mail 3' }).waitFor();
  expect(await subjects()).toHaveLength(3);
  expect([problems, foreign]).toEqual([[], []]);
});

test('the same by keyboard alone', async () => {
  opened = await openPage(address);
  const { page, problems } = opened;
  const { keyboard } = page;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };
  /** F6 until something inside the panel is focused, then Tab to the button of the current step. */
  const toStep = async (): Promise<void> => {
    for (let part = 0; part < 5; part += 1) {
      await press('F6');
      if (await page.evaluate(() => document.activeElement?.closest('#panel') !== null)) break;
    }
    await press('Tab');
    await page.waitForFunction(() => document.activeElement?.closest('.step.current') !== null);
  };
  await toStep();
  await press('Enter');
  await stepDone(page, 'Post an order');
  for (const [title, value] of [
    ['Mark it paid', 'paid'],
    ['Ship it', 'shipped'],
  ] as const) {
    await toStep();
    await press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('#grid') !== null);
    await keyboard.type(value);
    await press('Enter');
    await stepDone(page, title);
  }
  await toStep();
  await press('Enter');
  await page.locator('.mail-title').waitFor();
  expect(await page.locator('.mail-title').textContent()).toContain('-0002');
  await press('Tab', 'Tab', 'Tab', 'Enter');
  expect(await page.locator('.mail-body pre').textContent()).toContain('Total: $40.00');
  expect((await ordersRow(2)).slice(11, 17)).toEqual(expect.arrayContaining(['shipped']));
  await page.getByRole('tab', { name: 'Mail 6' }).waitFor();
  expect(await subjects()).toHaveLength(6);
  expect(problems).toEqual([]);
});
