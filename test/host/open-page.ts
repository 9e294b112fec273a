import type { Browser, Locator, Page } from 'playwright-core';
import { launch, launchOwn } from '../support/browser';

/** The page in a real browser, with what went wrong in it and what it asked of other machines. */
export interface OpenPage {
  readonly page: Page;
  /** Errors and warnings of the console. */
  readonly problems: string[];
  /** Requests to anything but this host. */
  readonly foreign: string[];
}

let browser: Browser | null = null;
let start = launch;

/** For tests that copy and paste: with a clipboard that no other test file writes to. To be called before a page is opened. */
export const withOwnClipboard = (): void => {
  start = launchOwn;
};

/** One browser for all pages of a test file. */
const theBrowser = async (): Promise<Browser> => {
  browser ??= await start();
  return browser;
};

export const closeBrowser = async (): Promise<void> => {
  await browser?.close();
  browser = null;
};

/** Opens the page of a host and waits until the sheet is drawn. Each call is a visitor of their own. */
export const openPage = async (address: string, viewport = { width: 1280, height: 720 }): Promise<OpenPage> => {
  const context = await (await theBrowser()).newContext({
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const problems: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost:|data:|about:)/.test(request.url())) foreign.push(request.url());
  });
  await page.goto(`${address}/`);
  await page.getByText('Order ID').waitFor();
  return { page, problems, foreign };
};

/** The cell in that row (2 = the first below the header) and column (1 = A), while no row is hidden. */
export const cellOf = (page: Page, row: number, column: number): Locator =>
  page
    .locator('.tabulator-row')
    .filter({ has: page.locator('.row-number', { hasText: new RegExp(`^${row}$`) }) })
    .locator('.tabulator-cell')
    .nth(column);

/** An order as the platform posts it. */
export const orderOf = (customerName: string, email: string): object => ({
  customerName,
  email,
  phone: '407-555-0134',
  street: '123 Main St',
  city: 'Orlando',
  state: 'FL',
  zipCode: '32801',
  eventCode: 'ASDAR26',
  items: [{ photoNumber: '1234', size: '4x6', quantity: 3 }],
});
