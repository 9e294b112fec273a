import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import type { AxeResults, Result } from 'axe-core';
import { type Browser, chromium, type Download, type Frame, type Page } from 'playwright-core';
import { launchOptions } from './one-browser.mjs';

/** The text that an address answers. @throws Error with that text when it isn't a success. */
const textAt = (address: string): Promise<string> =>
  new Promise((done, failed) => {
    get(address, { agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => (response.statusCode === 200 ? done(text) : failed(new Error(text))));
    }).on('error', failed);
  });

/** The browser of this run, in pages that no other test file sees; the caller closes it, which closes its pages only. */
export const launch = async (): Promise<Browser> => {
  const { BROWSER } = process.env;
  if (!BROWSER) throw new Error('BROWSER is not set: run the tests by Jest, whose global set-up offers one');
  return chromium.connect(await textAt(BROWSER));
};

/** A browser of one's own, for tests of what pages share: the clipboard. */
export const launchOwn = (): Promise<Browser> => chromium.launch(launchOptions());

/** What was downloaded, as text. */
export const textOf = async (download: Download): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** What axe-core finds wrong with a page (or one frame of it), each rule with the elements that break it; empty when all is well. */
export const axe = async (page: Page | Frame): Promise<Result[]> => {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const results = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults;
  return results.violations;
};
