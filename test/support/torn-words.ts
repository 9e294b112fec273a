import type { Frame, Page } from 'playwright-core';

/** Runs in the page: every word with a digit whose signs are on more than one line. */
const find = `(() => {
  const torn = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: word, index } of node.data.matchAll(/\\S+/g)) {
      if (!/\\d/.test(word)) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (lines.size > 1) torn.push(word);
    }
  }
  return torn;
})()`;

/** Words with a digit (amounts, sizes, order numbers, dates) that a page tears over two lines. */
export const tornWords = async (page: Page | Frame): Promise<readonly string[]> => page.evaluate(find);
