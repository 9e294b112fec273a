import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { get } from 'local-apps-script/testing';
import type { Locator, Page } from 'playwright-core';
import { cleanUp, newFolder, startHost } from './host-process';
import { closeBrowser, type OpenPage, openPage } from './open-page';

/** The README's picture is taken on the way: `PICTURES=docs/images npx jest test/host/try-this` renews it. */
const PICTURES = process.env.PICTURES ?? 'build/pictures';

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

/** The page of the print dialog, inside its sandboxed frame. */
const printDialog = (page: Page) => page.frameLocator('dialog iframe').frameLocator('iframe');

test('a new user follows the panel by mouse: posts an order, marks it paid, prints its envelope, ships it and reads the email', async () => {
  opened = await openPage(address, { width: 1180, height: 620 });
  const { page, problems, foreign } = opened;
  await page.getByRole('button', { name: 'Send an order' }).click();
  await stepDone(page, 'Send an order');

  for (const [title, value] of [
    ['Mark it paid', 'paid'],
    ['Ship it', 'shipped'],
  ] as const) {
    await page.locator('.step.current', { hasText: title }).getByRole('button').click();
    await page.waitForFunction(() => document.querySelector('#name-box')?.textContent === 'L2');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: value, exact: true }).click();
    await stepDone(page, title);
    if (value === 'paid') {
      await page.locator('.step.current', { hasText: 'Print the envelope' }).getByRole('button').click();
      await page.waitForFunction(() => document.querySelector('#name-box')?.textContent === 'B2');
      await page.screenshot({ path: join(PICTURES, 'try-this.png') });
      await page.getByRole('button', { name: /^CPS Orders/ }).click();
      await page.getByRole('menuitem', { name: 'Print', exact: true }).hover();
      await page.getByRole('menuitem', { name: 'Envelopes' }).click();
      const dialog = printDialog(page);
      await dialog.getByRole('button', { name: /^Preview and print/ }).click();
      await dialog.getByRole('button', { name: 'Print page 1' }).click();
      await dialog.getByRole('button', { name: 'Yes' }).click();
      await dialog.getByText('Everything printed.').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
      await stepDone(page, 'Print the envelope');
    }
  }

  await page.getByRole('button', { name: 'Open the latest email' }).click();
  await page.locator('.email-title').waitFor();
  await page.getByRole('tab', { name: 'Try this' }).click();
  await page.getByText('You’ve followed an order from start to finish').waitFor();
  expect((await ordersRow(1)).slice(11, 17)).toEqual(expect.arrayContaining(['shipped']));
  await page.getByRole('tab', { name: 'Email 3' }).waitFor();
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
  const isFocused = (wanted: Locator): Promise<boolean> =>
    wanted.evaluate((element) => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus());
  const tabTo = async (wanted: Locator): Promise<void> => {
    for (let presses = 0; presses < 60 && !(await isFocused(wanted)); presses += 1) await press('Tab');
    expect(await isFocused(wanted)).toBe(true);
  };
  const toMenu = async (name: RegExp): Promise<void> => {
    while (await page.evaluate(() => document.activeElement?.closest('#menus') === null)) await press('F6');
    await tabTo(page.getByRole('button', { name }));
  };
  const toItem = async (name: string): Promise<void> => {
    const item = page.getByRole('menuitem', { name, exact: true });
    for (let presses = 0; presses < 20 && !(await isFocused(item)); presses += 1) await press('ArrowDown');
  };
  await toStep();
  await press('Enter');
  await stepDone(page, 'Send an order');
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
    if (value === 'paid') {
      await toStep();
      await press('Enter');
      await page.waitForFunction(() => document.activeElement?.closest('#grid') !== null);
      await toMenu(/^CPS Orders/);
      await press('Enter');
      await toItem('Print');
      await press('ArrowRight');
      await toItem('Envelopes');
      await press('Enter');
      for (const name of [/^Preview and print/, /^Print page 1/, /^Yes/]) {
        const wanted = printDialog(page).getByRole('button', { name });
        await wanted.waitFor();
        await tabTo(wanted);
        await press('Enter');
      }
      await printDialog(page).getByText('Everything printed.').waitFor();
      await tabTo(printDialog(page).getByRole('button', { name: 'Close' }));
      await press('Enter');
      await stepDone(page, 'Print the envelope');
    }
  }
  await toStep();
  await press('Enter');
  await page.locator('.email-title').waitFor();
  expect(await page.locator('.email-title').textContent()).toContain('-0002');
  await press('Tab', 'Tab', 'Tab', 'Enter');
  expect(await page.locator('.email-body pre').textContent()).toContain('Total: $40.00');
  expect((await ordersRow(2)).slice(11, 17)).toEqual(expect.arrayContaining(['shipped']));
  await page.getByRole('tab', { name: 'Email 6' }).waitFor();
  expect(await subjects()).toHaveLength(6);
  expect(problems).toEqual([]);
});
