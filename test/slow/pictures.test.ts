import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cleanUp, newFolder, startHost } from '../host/host-process';
import { cellOf, closeBrowser, openPage } from '../host/open-page';

/** Where the pictures go; CONTRIBUTING.md says how those of the docs are renewed. */
const FOLDER = process.env.PICTURES ?? 'build/pictures';
const ORDERS = 48;
const SIZE = { width: 1180, height: 620 };

let page: Page;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const { address } = await startHost('--data', newFolder(), '--sample', String(ORDERS));
  ({ page } = await openPage(address, SIZE));
  await cellOf(page, 2, 1).getByText('web-').waitFor();
}, 180_000);

afterAll(async () => {
  await closeBrowser();
  await cleanUp();
});

const picture = async (name: string): Promise<void> => {
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  expect(existsSync(join(FOLDER, `${name}.png`))).toBe(true);
};

const inPanel = (name: string) => page.locator('#panel').getByRole('tab', { name });

/** Brings a column to the left edge. */
const scrollTo = (column: string) =>
  page.evaluate((letter) => {
    const holder = document.querySelector('.tabulator-tableholder');
    const cell = document.querySelector<HTMLElement>(`.tabulator-cell[tabulator-field="${letter}"]`);
    if (holder && cell) holder.scrollLeft = cell.offsetLeft - 52;
  }, column);

/** Tells nothing beside what the picture is about. */
const toastsGone = () => page.locator('.toast').first().waitFor({ state: 'detached' });

test('the sheet with orders in all statuses', async () => {
  await page.setViewportSize({ width: 1400, height: 620 });
  await page.getByRole('button', { name: 'Hide panel' }).click();
  await scrollTo('B');
  await cellOf(page, 6, 12).click();
  for (const status of ['pending', 'paid', 'shipped', 'cancelled'])
    await page.locator('[tabulator-field="L"]').getByText(status, { exact: true }).first().waitFor();
  await picture('sheet');
  await page.setViewportSize(SIZE);
  await scrollTo('G');
});

test('a status is chosen from its dropdown', async () => {
  await page.locator('[tabulator-field="L"]').getByText('pending', { exact: true }).first().dblclick();
  await page.getByRole('option', { name: 'paid', exact: true }).hover();
  await picture('choose-status');
  await page.keyboard.press('Escape');
});

test('a value that is not allowed is undone, and a note says why', async () => {
  const cell = page.locator('[tabulator-field="L"]').getByText('shipped', { exact: true }).first();
  await cell.click();
  await page.keyboard.type('pending');
  await page.keyboard.press('Enter');
  await page.locator('.tabulator-cell.has-note').first().click();
  await page.getByRole('note').waitFor();
  await picture('put-back');
  await toastsGone();
  await cellOf(page, 12, 12).click();
});

test('rows are filtered by the values of a column', async () => {
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Filter by this column…' }).click();
  await page.getByRole('dialog').waitFor();
  await picture('filter');
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test('the menu of the program marks selected rows', async () => {
  await page.getByRole('button', { name: /^CPS Orders/ }).click();
  await page.getByRole('menuitem', { name: 'Mark selection' }).hover();
  await picture('menu');
  await page.keyboard.press('Escape');
});

test('the mailbox shows an email as the customer sees it', async () => {
  await page.getByRole('button', { name: 'Show panel' }).click();
  await inPanel('Email').click();
  await page
    .locator('.email-entry', { hasText: /shipped|on (its|their) way/i })
    .first()
    .click();
  await page.frameLocator('.email-body iframe').locator('body').waitFor();
  await page.waitForTimeout(300);
  await picture('mailbox');
});

test('the order form plays the platform', async () => {
  await inPanel('Platform').click();
  await page.getByRole('button', { name: 'Send an invalid order' }).click();
  await page.getByText('Rejected:').waitFor();
  await picture('platform');
});
