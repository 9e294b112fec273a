import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axe, launch } from '../support/browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('the browser of the tests draws a page with text', async () => {
  const page = await browser.newPage();
  await page.setContent('<p id="text" style="display:inline">Order</p>');
  const width = await page.locator('#text').evaluate((element) => element.getBoundingClientRect().width);
  expect(width).toBeGreaterThan(20);
  await page.close();
});

test('axe names what is wrong with a page, and nothing about a good one', async () => {
  const page = await browser.newPage();
  const body = (field: string) => `<html lang="en"><title>Page</title><main><h1>Page</h1>${field}</main></html>`;
  await page.setContent(body('<input>'));
  expect((await axe(page)).map(({ id }) => id)).toEqual(['label']);
  await page.setContent(body('<label>Name <input></label>'));
  expect(await axe(page)).toEqual([]);
  await page.close();
});
