import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, launch } from '../support/browser';
import { closeOffices } from '../support/office';
import { picture } from '../support/pictures';
import { link, ORDER, open, token, WEB_APP } from './pages-shop';
import { visitorOf } from './visitor';

/** Wide fonts and a narrow one, since a customer's phone may have any. */
const FONTS = ['DejaVu Sans', 'DejaVu Serif', 'Open Sans, sans-serif'];

let browser: Browser;
let pages: Record<string, string>;

beforeAll(async () => {
  browser = await launch();
  const shop = await open();
  const visitor = visitorOf(shop);
  const items = [
    { photoNumber: 'IMG_1235', qty4x6: 3 },
    { photoNumber: 'DSC_20261127-0042', size: '8x10', quantity: 999 },
    { photoNumber: 'PHOTO_20261127-00042', size: '5x7', quantity: 12 },
  ];
  for (const n of [1, 2, 3]) await shop.post({ ...ORDER, items, orderId: `o${n}` });
  const status = (n: number, word: string) => shop.post({ route: 'orders/status', orderId: `o${n}`, status: word });
  for (const n of [2, 3]) await status(n, 'paid');
  await status(2, 'shipped');
  await status(3, 'cancelled');
  const orderPage = (n: number) => visitor.open(link(shop, 'order', '', `o${n}`));
  const send = (page: 'order' | 'feedback', fields: Record<string, string>) =>
    visitor.send(page, { t: token(shop, page, 'o2'), ...fields });
  pages = {
    due: await orderPage(1),
    shipped: await orderPage(2),
    refund: await orderPage(3),
    missing: await send('order', { action: 'missing' }),
    'not-arrived': await orderPage(2),
    feedback: await visitor.open(link(shop, 'feedback', '&stars=4', 'o2')),
    thanks: await send('feedback', { action: 'rate', rating: '5', comment: '' }),
    unsubscribe: await visitor.open(link(shop, 'unsubscribe', '', 'o2')),
    'wrong-link': await visitor.open(`${WEB_APP}?page=order&t=x`),
    bare: await visitor.open(WEB_APP),
  };
});

afterAll(async () => {
  await browser?.close();
  await closeOffices();
});

/** Words with a digit that lie on more than one line. */
const tornWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const torn: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S*\d\S*/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1) torn.push(word);
      }
    }
    return torn;
  });

test('at 320 pixels no customer page splits a number, an amount or a photo, or overflows, in any font', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  const found: string[] = [];
  for (const [name, html] of Object.entries(pages)) {
    await page.setContent(html);
    for (const font of FONTS) {
      await page.addStyleTag({ content: `* { font-family: ${font} !important }` });
      for (const word of await tornWords(page)) found.push(`${name} in ${font}: ${word}`);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (width !== 320) found.push(`${name} in ${font} is ${width} wide`);
    }
  }
  expect(found).toEqual([]);
  await page.close();
});

test('every customer page has a dark mode with enough contrast', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 720 }, colorScheme: 'dark' });
  for (const [name, html] of Object.entries(pages)) {
    await page.setContent(html);
    const colors = await page.evaluate(() => {
      const light = (color: string) =>
        (color.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
      return [document.body, document.querySelector('.card') ?? document.body].map((element) =>
        light(getComputedStyle(element).backgroundColor),
      );
    });
    expect([name, Math.max(...colors) < 200]).toEqual([name, true]);
    expect((await axe(page)).map(({ id, nodes }) => [name, id, nodes.map(({ html: at }) => at)])).toEqual([]);
    await picture(page, `page-${name}-dark`);
  }
  await page.close();
});
