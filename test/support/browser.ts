import { readFileSync } from 'node:fs';
import type { AxeResults, Result } from 'axe-core';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

/**
 * Starts a headless Chromium (global-setup.cjs has found or unpacked one); the caller closes it.
 * It talks to nothing but the pages it is given: everything that Chromium does in the background is off.
 */
export const launch = (): Promise<Browser> => {
  const { CHROMIUM, CHROMIUM_FONTS, ...env } = process.env;
  if (!CHROMIUM) throw new Error('CHROMIUM is not set: run the tests by Jest, whose global set-up finds a browser');
  return chromium.launch({
    executablePath: CHROMIUM,
    env: { ...env, ...(CHROMIUM_FONTS ? { FONTCONFIG_FILE: CHROMIUM_FONTS } : {}) },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
      // Whatever a page asks of other machines, it does not get.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
    ],
  });
};

/** What axe-core finds wrong with a page (or one frame of it), each rule with the elements that break it; empty when all is well. */
export const axe = async (page: Page | Frame): Promise<Result[]> => {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const results = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults;
  return results.violations;
};
