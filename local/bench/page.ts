import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { Storage } from '../host/storage';
import { openSheet } from './operations';

/** What a person at the page waits for, in milliseconds. */
export interface PageFigures {
  readonly orders: number;
  /** From asking for the page to the first rows with their content. */
  readonly painted: number;
  /** From Enter on a typed status to the row settled: status, shipping status, the mail in the mailbox. */
  readonly accepted: number;
  /** From Enter on a value that is not allowed to its put-back with a note. */
  readonly putBack: number;
}

interface Found {
  readonly browser: string;
  readonly fonts?: string;
}

const findChromium = async (): Promise<Found> => {
  const { findChromium: find } = await import(pathToFileURL(resolve('test/support/chromium.mjs')).href);
  return find();
};

/** Keeps a sheet of so many orders in a folder, as the host would; made now, so that no trigger is overdue. */
const keepSheet = async (folder: string, orders: number): Promise<void> => {
  const { office, world } = await openSheet(orders, Date.now());
  const storage = Storage.open(folder, world);
  storage.mark('set-up');
  storage.compact();
  storage.close();
  await office.close();
};

const startHost = (folder: string): Promise<{ address: string; stop: () => void }> => {
  const child = spawn(process.execPath, [resolve('build/host.mjs'), '--port', '0', '--data', folder]);
  return new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const [, address] = /The sheet\s+(http:\S+)/.exec(said) ?? [];
      if (address) found({ address, stop: () => child.kill() });
    });
    child.on('close', (code) => failed(new Error(`the host of the bench ended with ${code}`)));
  });
};

/** What runs in the page: looks at each frame until something is there, then does something with the time. */
const lookFor = (selector: string, then: string): string =>
  `(function look() { if (document.querySelector(${JSON.stringify(selector)})) { ${then} } else requestAnimationFrame(look); })()`;

/** Types into the status of the first order; milliseconds from Enter until the row shows what is expected. */
const enter = async (page: Page, text: string, expected: string): Promise<number> => {
  await page.locator(ROW).locator('[tabulator-field="L"]').click();
  await page.keyboard.type(text);
  const waited = page.evaluate(`new Promise((done, failed) => {
    setTimeout(() => failed(new Error('the page did not show ${text} settled within a minute')), 60_000);
    document.addEventListener('keydown', () => {
    const began = performance.now();
    requestAnimationFrame(() => ${lookFor(expected, 'done(performance.now() - began);')});
    }, { capture: true, once: true });
  })`) as Promise<number>;
  await page.keyboard.press('Enter');
  return waited;
};

const ROW = '.tabulator-row:first-child';

/** Opens the page on a sheet of so many orders in a real browser and measures what its user waits for. */
export const measurePage = async (orders: number): Promise<PageFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'cps-bench-'));
  await keepSheet(folder, orders);
  const { address, stop } = await startHost(folder);
  const { browser: executablePath, fonts } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...(fonts ? { FONTCONFIG_FILE: fonts } : {}) } as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(address);
    await page.locator(`${ROW} .chip`).first().waitFor();
    // The second visit is measured: the host has warmed up, as it has for its user.
    await page.addInitScript(lookFor(`${ROW} .chip`, 'window.paintedAt = performance.now();'));
    await page.goto(address);
    await page.locator(`${ROW} .chip`).first().waitFor();
    const painted = (await page.evaluate('window.paintedAt')) as number;
    const putBack = await enter(page, 'posted', `${ROW} [tabulator-field="L"].has-note`);
    const accepted = await enter(page, 'paid', `${ROW} [tabulator-field="L"]:not(.has-note) .chip.blue`);
    return { orders, painted, accepted, putBack };
  } finally {
    await browser.close();
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
