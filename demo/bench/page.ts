import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Storage } from 'local-apps-script/host';
import { chromium, type Page } from 'playwright-core';
import { openSheet } from './operations';

/** What a user of the page waits for, in milliseconds. */
export interface PageFigures {
  readonly orders: number;
  /** From asking for the page to the first rows with their content. */
  readonly painted: number;
  /** From Enter on a typed status to the row settled and the email about it in the mailbox: the median of several. */
  readonly accepted: number;
  /** From Enter on a value that is not allowed to its put-back with a note: the median of several. */
  readonly putBack: number;
  /** From Enter on the typed status until a second open page shows the row settled: the median of several. */
  readonly elsewhere: number;
}

interface Found {
  readonly browser: string;
  readonly fonts?: string;
}

const findChromium = async (): Promise<Found> => {
  const { findChromium: find } = await import(pathToFileURL(resolve('test/support/chromium.mjs')).href);
  return find();
};

/** Keeps a sheet with a given number of orders in a folder, as the host would; made now, so that no trigger is overdue. */
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

/** What runs in the page: looks at each frame until a condition holds, then does something with the time. */
const lookFor = (condition: string, then: string): string =>
  `(function look() { if (${condition}) { ${then} } else requestAnimationFrame(look); })()`;

const isThere = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`;

const rowAt = (index: number): string => `.tabulator-row:nth-child(${index})`;

/** The moment, on the clock that all pages of a machine share. */
const NOW = 'performance.timeOrigin + performance.now()';

/** Notes the next Enter in a page, so that a key is pressed only once the page is known to listen. */
const listenForEnter = (page: Page): Promise<unknown> =>
  page.evaluate(`window.entered = new Promise((done) =>
    document.addEventListener('keydown', () => done(${NOW}), { capture: true, once: true })), null`);

/** Begins to look for a condition in a page; `moment()` gives when it held. */
const lookIn = async (page: Page, condition: string, what: string): Promise<{ moment: () => Promise<number> }> => {
  await page.evaluate(`window.found = new Promise((done, failed) => {
    setTimeout(() => failed(new Error('the page did not show ${what} within a minute')), 60_000);
    ${lookFor(condition, `done(${NOW});`)}
  }), null`);
  return { moment: () => page.evaluate('window.found') };
};

/** Types into the status of the order in a row; milliseconds from Enter until each of the pages shows what is expected. */
const enter = async (pages: readonly Page[], row: number, text: string, condition: string): Promise<number[]> => {
  const [page] = pages as [Page];
  await page.locator(rowAt(row)).locator('[tabulator-field="L"]').click();
  await page.keyboard.type(text);
  await listenForEnter(page);
  const looks = await Promise.all(pages.map((each) => lookIn(each, condition, `${text} settled`)));
  const answered = page.waitForResponse((response) => response.url().endsWith('/local/edit'));
  await page.keyboard.press('Enter');
  const moments = await Promise.all(looks.map(({ moment }) => moment()));
  // What comes next finds the host at rest, as a user does.
  await answered;
  const entered = (await page.evaluate('window.entered')) as number;
  return moments.map((moment) => moment - entered);
};

const status = (row: number): string => `${rowAt(row)} [tabulator-field="L"]`;

const isPutBack = (row: number): string => isThere(`${status(row)}.has-note`);

/** Accepted, and the email about it in the mailbox. */
const isAccepted = (row: number, emails: number): string =>
  `${isThere(`${status(row)}:not(.has-note) .chip.blue`)} && document.querySelectorAll('.email-entry').length === ${emails}`;

const median = (figures: readonly number[]): number =>
  [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;

const FIRST_CHIP = `${rowAt(1)} .chip`;

/** How many orders are reverted and paid, one after the other, on one open page; the first ones warm up. */
const ALONE = 9;
const WARM_UP = 2;
/** How many more are paid while a second page is open. */
const TOGETHER = 5;

/** Opens the page on a sheet of a given size in a real browser and measures what its user waits for. */
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
    await page.locator(FIRST_CHIP).first().waitFor();
    // The second visit is measured: the host has warmed up, as it has for its user.
    await page.addInitScript(lookFor(isThere(FIRST_CHIP), 'window.paintedAt = performance.now();'));
    await page.goto(address);
    await page.locator(FIRST_CHIP).first().waitFor();
    const painted = (await page.evaluate('window.paintedAt')) as number;
    const emails = await page.locator('.email-entry').count();
    const [putBack, accepted, elsewhere]: [number[], number[], number[]] = [[], [], []];
    for (let row = 1; row <= ALONE; row += 1) {
      putBack.push(...(await enter([page], row, 'posted', isPutBack(row))));
      accepted.push(...(await enter([page], row, 'paid', isAccepted(row, emails + row))));
    }
    const other = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await other.goto(address);
    await other.locator(FIRST_CHIP).first().waitFor();
    await page.bringToFront();
    for (let row = ALONE + 1; row <= ALONE + TOGETHER; row += 1) {
      const [, there = 0] = await enter([page, other], row, 'paid', isAccepted(row, emails + row));
      elsewhere.push(there);
    }
    return {
      orders,
      painted,
      accepted: median(accepted.slice(WARM_UP)),
      putBack: median(putBack.slice(WARM_UP)),
      elsewhere: median(elsewhere),
    };
  } finally {
    await browser.close();
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
