import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import type { Page } from 'playwright-core';
import { axe } from '../support/browser';
import { cleanUp, newFolder, startHost } from './host-process';
import { cellOf, closeBrowser, openPage, orderOf } from './open-page';

let page: Page;
let address: string;
let problems: string[];
let foreign: string[];

beforeAll(async () => {
  ({ address } = await startHost('--data', newFolder()));
});

afterAll(async () => {
  await closeBrowser();
  await cleanUp();
});

beforeEach(async () => {
  ({ page, problems, foreign } = await openPage(address));
});

afterEach(() => page.close());

const inPanel = (name: string) => page.locator('#panel').getByRole('tab', { name });

test('an order that is posted appears as a row and its receipt as an email, without a reload', async () => {
  const { json } = await post(address, '/exec', orderOf('Ann Lee', 'ann@example.com'));
  await page.getByRole('rowgroup').getByText('ann@example.com').waitFor();
  await page.getByRole('rowgroup').getByText(json.orderNumber, { exact: true }).waitFor();
  await inPanel('Email').click();
  await page.getByRole('tabpanel').getByText('ann@example.com').click();
  const email = page.frameLocator('.email-body iframe');
  await email.getByText(json.orderNumber).first().waitFor();
  await page.getByRole('button', { name: 'Text' }).click();
  expect(await page.locator('.email-body pre').textContent()).toContain('Photo 1234');
  expect([problems, foreign]).toEqual([[], []]);
});

test('a value that is typed goes to the host as an edit of that cell, and Enter goes down', async () => {
  await post(address, '/exec', orderOf('Before', 'typed@example.com'));
  const { display } = (await get(address, '/local/sheet/Orders?from=1&rows=50')).json;
  const row = 1 + display.findIndex((cells: string[]) => cells.includes('typed@example.com'));
  await page.getByRole('rowgroup').getByText('typed@example.com').waitFor();
  await cellOf(page, row, 3).click();
  await page.keyboard.type('After');
  await page.keyboard.press('Enter');
  await cellOf(page, row, 3).getByText('After').waitFor();
  expect((await get(address, `/local/sheet/Orders?from=${row}&rows=1`)).json.values[0][2]).toBe('After');
  expect(await page.locator('#name-box').textContent()).toBe(`C${row + 1}`);
  expect(problems).toEqual([]);
});

test('Escape leaves a cell as it was', async () => {
  await post(address, '/exec', orderOf('Unchanged', 'escape@example.com'));
  await page.getByRole('rowgroup').getByText('Unchanged').dblclick();
  await page.keyboard.type(' not');
  await page.keyboard.press('Escape');
  await page.getByRole('rowgroup').getByText('Unchanged', { exact: true }).waitFor();
  const { display } = (await get(address, '/local/sheet/Orders?from=1&rows=50')).json;
  expect(display.flat()).toContain('Unchanged');
});

test('tabs switch by mouse and by keyboard, and hidden ones are shown on request', async () => {
  await page.getByRole('tab', { name: 'Price List' }).click();
  await page.getByRole('rowgroup').getByText('8x10').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Price List', selected: false }).waitFor();
  expect(await page.getByRole('tab', { name: 'Ledger' }).count()).toBe(0);
  await page.getByLabel('Hidden tabs').check();
  await page.getByRole('tab', { name: 'Ledger' }).click();
  await page.getByRole('tab', { name: 'Ledger', selected: true }).waitFor();
  expect(problems).toEqual([]);
});

test('the clock moves on by the panel, and what ran is listed', async () => {
  await post(address, '/exec', orderOf('Lister', 'lister@example.com'));
  const before = Date.parse((await get(address, '/local/state')).json.clock);
  await inPanel('Clock').click();
  await page.getByRole('button', { name: '+ 1 hour' }).click();
  await page.waitForFunction(
    () => ![...document.querySelectorAll<HTMLButtonElement>('.clock button')].some((each) => each.disabled),
  );
  expect(Date.parse((await get(address, '/local/state')).json.clock) - before).toBeGreaterThanOrEqual(3_600_000);
  await inPanel('Executions').click();
  const execution = page.locator('.execution', { hasText: 'doPost' }).first();
  await execution.getByText('doPost').click();
  await execution.getByText('Sheets.Spreadsheets.batchUpdate × 1').waitFor();
});

test.each([
  [1280, 720],
  [1920, 1080],
])('the page is accessible and whole at %i x %i: sheet, menus, and every page of the panel', async (width, height) => {
  await post(address, '/exec', orderOf('Axe', `axe${width}@example.com`));
  await page.setViewportSize({ width, height });
  await page.getByRole('rowgroup').getByText(`axe${width}@example.com`).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Edit' }).click();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  for (const name of ['Platform', 'Email', 'Clock', 'Executions']) {
    const tab = inPanel(name);
    await tab.click();
    expect(await axe(page)).toEqual([]);
    const box = await tab.boundingBox();
    expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
