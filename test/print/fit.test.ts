import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { fitTexts } from '../../src/print/page/sheets/fit';
import { addressBox } from '../../src/print/page/sheets/sheet';
import { SHEET_STYLE } from '../../src/print/page/sheets/sheet-style';
import { launch } from '../support/browser';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** A block in a box of this size in points, as the browser sets it: its lines from the top, with their type. */
const set = async (lines: readonly string[], unit: string, width: number, height: number, size = 12) => {
  const html = addressBox({ x: 0, y: 0, width, height }, { lines, unit }, { size }, 7);
  await page.setContent(
    `<style>${SHEET_STYLE}</style><div class="sheet" style="width:600pt;height:600pt">${html}</div>`,
  );
  return page.evaluate(`(() => {
    const found = (${fitTexts.toString()})(document);
    // Once more: the same pages are measured for the preview and for the print.
    (${fitTexts.toString()})(document);
    const rows = new Map();
    const walker = document.createTreeWalker(document.querySelector('.fit'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top, width } = range.getBoundingClientRect();
        if (width === 0) continue;
        const key = Math.round(top);
        const row = rows.get(key) ?? { text: '', size: 0 };
        row.text += node.data[at];
        row.size = Number.parseFloat(getComputedStyle(node.parentElement).fontSize) * 0.75;
        rows.set(key, row);
      }
    }
    const lines = [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => ({ text: row.text.trim(), size: row.size }));
    const { of } = document.querySelector('.fit').dataset;
    return { lines, small: found.map(({ size }) => size), of };
  })()`) as Promise<{ lines: { text: string; size: number }[]; small: number[]; of: string }>;
};

const textsOf = async (...given: Parameters<typeof set>) => (await set(...given)).lines.map(({ text }) => text);

const LAST = 'ORLANDO FL  32801-1234';

describe('an address that is too long for its box', () => {
  test('has its unit above the street, where only the two together are too long', async () => {
    const lines = ['KIM PARK', '500 MARQUETTE AVENUE NORTHWEST STE 1500', LAST];
    expect(await textsOf(lines, 'STE 1500', 171, 60)).toEqual([
      'KIM PARK',
      'STE 1500',
      '500 MARQUETTE AVENUE NORTHWEST',
      LAST,
    ]);
    expect(await textsOf(lines, 'STE 1500', 400, 60)).toEqual(lines);
  });

  test('breaks between words where it has no unit, never at a hyphen, and no other line breaks with it', async () => {
    const name = 'MARIE-CLAIRE ONEILL VON HABSBURG-LOTHRINGEN OF LOWER-SAXONY';
    const { lines, small } = await set([name, '112-10 QUEENS BLVD', LAST], '', 171, 60);
    expect(lines.map(({ text }) => text).slice(-2)).toEqual(['112-10 QUEENS BLVD', LAST]);
    expect(
      lines
        .slice(0, -2)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(name);
    for (const { text } of lines) expect(text).not.toMatch(/-$/);
    expect(Math.min(...lines.map(({ size }) => size))).toBeGreaterThanOrEqual(8);
    expect(small).toEqual([]);
  });

  test('keeps its last line whole, in smaller type than the others if necessary, and reports that', async () => {
    const last = 'RANCHO SANTA MARGARITA HEIGHTS CA  92688-1234';
    const { lines, small, of } = await set(['ANA RUIZ', '1 PINE ST', last], '', 171, 60);
    expect(lines.map(({ text }) => text)).toEqual(['ANA RUIZ', '1 PINE ST', last]);
    expect(lines.map(({ size }) => size >= 8)).toEqual([true, true, false]);
    expect([small.length, of]).toEqual([1, '7']);
  });

  test('gets smaller as a whole only when it has too many lines, and reports that', async () => {
    const many = Array.from({ length: 8 }, (_, index) => `LINE ${index}`);
    const { lines, small } = await set([...many, LAST], '', 171, 60);
    expect(lines.map(({ text }) => text)).toEqual([...many, LAST]);
    expect(new Set(lines.map(({ size }) => size)).size).toBe(1);
    expect(small).toEqual([lines[0]?.size]);
  });

  test.each(['W'.repeat(100), '東'.repeat(60), 'ب'.repeat(150), `${'x'.repeat(70)}-${'y'.repeat(70)}`])(
    'tears a word only where it is longer than the box, and loses nothing of it: %s',
    async (word) => {
      const { lines } = await set([word, '1 PINE ST', LAST], '', 171, 60);
      expect(
        lines
          .slice(0, -2)
          .map(({ text }) => text)
          .join(''),
      ).toBe(word);
      expect(lines.slice(-2).map(({ text }) => text)).toEqual(['1 PINE ST', LAST]);
    },
  );
});
