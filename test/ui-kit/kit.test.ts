import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { axe, launch, textOf } from '../support/browser';

/** `PICTURES=docs/images npx jest test/ui-kit/kit` renews the pictures of the docs. */
const FOLDER = process.env.PICTURES ?? 'build/pictures';

let browser: Browser;
let html: string;
let page: Page;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const bundled = build({ entryPoints: ['src/ui-kit/gallery.tsx'], bundle: true, write: false, format: 'iife' });
  const [{ outputFiles }, started] = await Promise.all([bundled, launch()]);
  browser = started;
  const style = readFileSync('src/ui-kit/base.css', 'utf8');
  html = `<!DOCTYPE html><html lang="en"><head><title>Kit</title><style>${style}</style></head><body><main id="app"></main>
<script>${outputFiles[0]?.text.replace(/<\/script/g, '<\\/script')}</script></body></html>`;
});

afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 620, height: 560 }, acceptDownloads: true });
  await page.setContent(html);
});

afterEach(() => page.close());

const openTab = (name: string) => page.getByRole('tab', { name }).click();

test.each([
  ['Fields', 620],
  ['Lists', 620],
  ['States', 620],
  ['Fields', 300],
  ['Lists', 300],
  ['States', 300],
])('%s at %d pixels: nothing that axe finds wrong, and nothing sticks out', async (name, width) => {
  await page.setViewportSize({ width, height: 700 });
  await openTab(name);
  expect(await axe(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  if (width === 620) await page.screenshot({ path: join(FOLDER, `kit-${name.toLowerCase()}.png`) });
});

test('tabs move by the arrow keys, round the end, and the panel follows', async () => {
  await page.getByRole('tab', { name: 'Fields' }).focus();
  await page.keyboard.press('ArrowLeft');
  expect(await page.getByRole('tab', { name: 'States' }).getAttribute('aria-selected')).toBe('true');
  await page.getByRole('tabpanel', { name: 'States' }).getByText('No orders found.').waitFor();
  await page.keyboard.press('Home');
  await page.getByLabel('Customer name').waitFor();
});

test('a wrong field gets the keyboard, and its error is read with it', async () => {
  await page.getByLabel('Quantity').press('Enter');
  const field = page.getByRole('textbox', { name: 'Customer name' });
  await page.getByText("Enter the customer's name.").waitFor();
  await expect(field.evaluate((element) => element === document.activeElement)).resolves.toBe(true);
  const described = await field.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${described}"]`).textContent()).toBe("Enter the customer's name.");
});

test('a list is ticked by keyboard, all at once or one by one', async () => {
  await openTab('Lists');
  await page.getByRole('checkbox', { name: /Ann Lee/ }).press('Space');
  await page.getByText('2 orders selected.').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByText('0 orders selected.').waitFor();
});

test('a file is handed over with its name and content', async () => {
  await openTab('Lists');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('sizes.csv');
  expect(await textOf(download)).toBe('4x6,12\n8x10,3');
  await page.getByText('Downloaded sizes.csv.').waitFor();
});
