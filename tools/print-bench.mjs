// Measures how long a browser takes to lay out 500 orders in one job. `npm run bench` ends with it. For information; the goal is 5 s.
import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../test/support/chromium.mjs';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = `${root}build/print-jobs.mjs`;
const ORDERS = 500;
const SECONDS = 5;

await build({
  entryPoints: ['test/print/jobs.ts'],
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
});
const { printJobs } = await import(pathToFileURL(bundle).href);
await rm(bundle);
const { browser: executablePath, fonts } = await findChromium();
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...(fonts ? { FONTCONFIG_FILE: fonts } : {}) },
  args: ['--no-sandbox', '--disable-gpu'],
});
console.log(`\nPrints of ${ORDERS} orders in one job (for information; the goal is ${SECONDS} s)`);
for (const [kind, html] of Object.entries(printJobs(ORDERS))) {
  const page = await browser.newPage();
  const began = performance.now();
  await page.setContent(String(html));
  await page.evaluate('document.body.offsetHeight');
  console.log(`  ${kind.padEnd(10)} laid out in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  await page.close();
}
await browser.close();
