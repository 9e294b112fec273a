import { beforeAll, expect, test } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { readingArea } from '../../src/print/envelope-layout';
import { axe, textOf } from '../support/browser';
import { openHost } from '../support/open-host';
import { inkOf, type PdfPage, printed } from '../support/pdf';
import { picture } from '../support/pictures';
import { PAUL } from '../support/shop';

const CUSTOMERS = [
  { customerName: 'Ann Lee', items: [{ photoNumber: '1001', qty4x6: 2 }] },
  { customerName: 'José Łódź' },
  { customerName: '東京 太郎', street: '12 Oak Ave, Apt', apartment: '', items: [{ photoNumber: '1001', qty4x6: 1 }] },
  { customerName: 'Ben Roe', fulfillmentType: 'pickup' },
  { customerName: 'Eve Low', items: [{ photoNumber: '1002', qty5x7: 1 }] },
];

const host = openHost();

beforeAll(async () => {
  for (const customer of CUSTOMERS) await host.post('/exec', { ...PAUL, ...customer });
  const settings = (await host.get('/local/sheet/Settings?from=1&rows=60')).json.values as string[][];
  const row = 1 + settings.findIndex(([name]) => name === 'Studio address');
  const values = [['100 Studio Way, Suite 7, Tampa, FL 33602']];
  await host.post('/local/edit', { sheet: 'Settings', range: `B${row}`, values });
  await host.post('/local/select', { sheet: 'Orders', range: 'A2:A6' });
});

const SANDBOX =
  'sandbox allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** Has the frame keep what it would print: headless Chromium prints whole pages only, never one of their frames. */
const catchPrint = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    window.print = () => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const script of Array.from(copy.querySelectorAll('script'))) script.remove();
      Object.assign(window, { caught: copy.outerHTML });
    };
  });

/** Prints what the frame handed to its print window, in the very sandbox of the frame. */
const caughtPrint = async (frame: Frame): Promise<PdfPage[]> => {
  const html = await frame.evaluate(() => (window as unknown as { caught: string }).caught);
  const page = await host.browser.newPage();
  await page.route('http://frame.example/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': SANDBOX },
      body: `<!DOCTYPE html>${html}`,
    }),
  );
  await page.goto('http://frame.example/');
  expect(await page.evaluate(() => window.origin)).toBe('null');
  const pages = await printed(page);
  await page.close();
  return pages;
};

const sizes = (pages: readonly PdfPage[]) => pages.map(({ width, height }) => [width / 72, height / 72]);
const words = (pages: readonly PdfPage[]) => pages.map(({ texts }) => texts.map(({ text }) => text).join(' '));

const dialogFrom = async (item: string, user = 'operator') => {
  const opened = await host.dialog(item, { user });
  await catchPrint(opened.frame);
  return opened;
};

/** The dialog that the program opens in place of another one. */
const newest = async (title: string): Promise<string> => {
  for (let tries = 0; tries < 200; tries++) {
    const { dialogs } = (await host.get('/local/state')).json as { dialogs: { id: string; title: string }[] };
    const last = dialogs.at(-1);
    if (last?.title === title) return last.id;
  }
  throw new Error(`no dialog ${title} was opened`);
};

test('straight from payment: what was marked paid is printed, a jam is gone on from, and the orders are shipped', async () => {
  const bulk = await host.dialog('Mark selection > paid');
  await bulk.frame.getByRole('button', { name: 'Mark 5 orders paid' }).click();
  await bulk.frame.getByText('5 orders marked paid').waitFor();
  expect(await axe(bulk.frame)).toEqual([]);
  await bulk.frame.getByRole('button', { name: 'Print for these 5 orders' }).click();
  await bulk.page.goto(`${host.address}/local/dialog/${await newest('Print')}`);
  await bulk.page.setViewportSize({ width: 900, height: 660 });
  const frame = bulk.page.frames()[1] as Frame;
  await catchPrint(frame);

  await frame.getByText('5 orders selected: 4 envelopes and 5 packing slips').waitFor();
  await frame.getByText('"12 Oak Ave, Apt" is missing its unit number.').waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('checkbox', { name: 'Lab list' }).check();
  await frame.getByText('and a lab list of 5 orders').waitFor();
  await picture(bulk.page, 'dialog-print');
  await frame.getByRole('button', { name: 'Preview and print' }).click();
  await frame.getByText('Load 3 6x9 envelopes').waitFor();
  await frame.getByText('Load 1 9x12 envelope', { exact: true }).waitFor();
  await frame.getByText('1 page below has something to check').waitFor();
  expect(await frame.locator('.preview-frame').count()).toBe(4);
  await picture(bulk.page, 'dialog-print-batch');
  expect(await axe(frame)).toEqual([]);

  await frame.getByRole('button', { name: 'Print all 4 in one job' }).click();
  const envelopes = await caughtPrint(frame);
  expect(sizes(envelopes)).toEqual([...Array(3).fill([9, 6]), [12, 9]]);
  expect(words(envelopes).map((text) => /ANN LEE|太郎|EVE LOW|JOSÉ ŁÓDŹ/.exec(text)?.[0])).toEqual([
    'ANN LEE',
    '太郎',
    'EVE LOW',
    'JOSÉ ŁÓDŹ',
  ]);
  for (const page of envelopes) {
    expect(page.missing).toBe(0);
    expect(words([page])[0]).toContain('CPS Photos 100 Studio Way Suite 7 Tampa, FL 33602');
    const area = readingArea(page);
    const block = page.texts.filter(({ baseline }) => baseline > area.y).map(inkOf);
    expect(block.length).toBeGreaterThan(2);
    for (const ink of block) {
      expect(ink.left).toBeGreaterThanOrEqual(area.x);
      expect(ink.right).toBeLessThanOrEqual(area.x + area.width);
      expect(ink.bottom).toBeLessThanOrEqual(area.y + area.height);
    }
  }

  await frame.getByText('Did pages 1 to 4 print OK?').waitFor();
  await frame.getByRole('button', { name: 'No, some pages are missing' }).click();
  await frame.getByLabel('First page that is missing or unusable').selectOption('3');
  expect(await axe(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Print again from page 3' }).click();
  await frame.getByText('Load 1 6x9 envelope', { exact: true }).waitFor();
  await frame.getByRole('button', { name: 'Print all 2 in one job' }).click();
  expect(words(await caughtPrint(frame)).map((text) => /EVE LOW|JOSÉ ŁÓDŹ/.exec(text)?.[0])).toEqual([
    'EVE LOW',
    'JOSÉ ŁÓDŹ',
  ]);
  await frame.getByRole('button', { name: 'Yes', exact: true }).click();
  await frame.getByText('All envelopes in this batch are printed').waitFor();

  await frame.getByRole('tab', { name: 'Packing slips' }).click();
  await frame.getByRole('button', { name: 'Print 5 pages' }).click();
  await frame.getByRole('button', { name: 'No, some pages are missing' }).click();
  await frame.getByLabel('First page that is missing or unusable').selectOption('3');
  await frame.getByRole('button', { name: 'Stop here: up to page 2 is printed' }).click();
  await frame.getByText('2 of 5 printed. The next one is number 3').waitFor();

  for (const kind of ['Packing slips', 'Lab list']) {
    await frame.getByRole('tab', { name: kind }).click();
    await frame.getByRole('button', { name: /^Print \d pages?$/ }).click();
    const pages = await caughtPrint(frame);
    expect(new Set(sizes(pages).map(String))).toEqual(new Set(['8.5,11']));
    await frame.getByRole('button', { name: 'Yes', exact: true }).click();
    await frame.getByText(/in this batch are printed/).waitFor();
  }
  await frame.getByText('Everything printed.').waitFor();
  expect(bulk.problems).toEqual([]);

  await frame.getByRole('button', { name: 'Mark 4 shipped …' }).click();
  const shipping = await newest('Mark as shipped');
  await bulk.page.goto(`${host.address}/local/dialog/${shipping}`);
  const dryRun = bulk.page.frames()[1] as Frame;
  await dryRun.getByRole('button', { name: 'Mark 4 orders shipped' }).click();
  await dryRun.getByText('4 orders marked shipped').waitFor();
  await bulk.page.close();
});

test('a cancellation inside an open batch is named to whoever opens it, and the print file is the same print', async () => {
  await host.post('/exec', { ...PAUL, customerName: 'Flo Ray' });
  await host.post('/exec', { ...PAUL, customerName: 'Gus Orr' });
  await host.post('/local/edit', { sheet: 'Orders', range: 'L7:L8', values: [['paid'], ['paid']] });
  const ann = await dialogFrom('Print > Envelopes', 'staff');
  await ann.frame.getByText('2 orders selected: 2 envelopes').waitFor();
  await ann.frame.getByRole('checkbox', { name: 'Packing slips' }).check();
  await ann.frame.getByText('2 envelopes and 2 packing slips').waitFor();
  await ann.frame.getByRole('button', { name: 'Preview and print' }).click();
  await ann.frame.getByText('Load 2 9x12 envelopes').waitFor();
  await ann.page.close();
  await host.post('/local/edit', { sheet: 'Orders', range: 'L8', values: [['cancelled']] });

  const ben = await dialogFrom('Print > Envelopes');
  await ben.frame.getByText(/1 order waits in batch 2, created .* by staff@cps-photos.example/).waitFor();
  await ben.frame.getByText('All paid orders are printed or in a batch.').waitFor();
  expect(await axe(ben.frame)).toEqual([]);
  await ben.frame.getByRole('button', { name: 'Open batch 2' }).click();
  await ben.frame.getByText('Remove envelope and slip 2: ASDAR26-0007 Gus Orr was canceled.').waitFor();
  expect(await axe(ben.frame)).toEqual([]);
  const [download] = await Promise.all([
    ben.page.waitForEvent('download'),
    ben.frame.getByRole('button', { name: 'Download print file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('batch-2-envelopes.html');
  const file = await host.browser.newPage();
  await file.setContent(await textOf(download));
  await file.getByText('scale 100%').waitFor();
  expect(await axe(file)).toEqual([]);
  const fromFile = await printed(file);
  await ben.frame.getByRole('button', { name: 'Print page 1' }).click();
  expect(fromFile).toEqual(await caughtPrint(ben.frame));
  expect(words(fromFile)).toEqual([expect.stringContaining('FLO RAY')]);
  expect([...ben.problems, ...ann.problems]).toEqual([]);
  await file.close();
  await ben.page.close();
});

test('what staff measure on the alignment page is saved and moves that paper’s prints', async () => {
  const { page, frame, problems } = await dialogFrom('Print > Alignment page', 'staff');
  await frame.getByText('No adjustment for 6x9 envelopes.').waitFor();
  expect(await axe(frame)).toEqual([]);
  await frame.getByLabel('From the left edge').fill('1.05');
  await frame.getByLabel('From the top edge').fill('0.9');
  await frame.getByRole('button', { name: 'Save adjustment' }).click();
  await frame.getByText('0.05 in left, 0.1 in down').waitFor();
  await frame.getByRole('button', { name: 'Print alignment page' }).click();
  expect(sizes(await caughtPrint(frame))).toEqual([[9, 6]]);
  const settings = (await host.get('/local/sheet/Settings?from=2&rows=60')).json.values as string[][];
  expect(settings.find(([name]) => name === 'Print adjustments')?.[1]).toBe('6x9 -0.05 0.1');
  expect(problems).toEqual([]);
  await page.close();
});

test('an address that is too long for its label in 8 points is named as measured, and fits the larger labels', async () => {
  const address = { street: '1 Pine St', city: 'Rancho Santa Margarita', state: 'CA', zipCode: '92688-1234' };
  const { orderNumber } = (await host.post('/exec', { ...PAUL, ...address, customerName: 'Ana Ruiz' })).json;
  await host.post('/local/edit', { sheet: 'Orders', range: 'L9', values: [['paid']] });
  const settings = (await host.get('/local/sheet/Settings?from=1&rows=60')).json.values as string[][];
  const row = 1 + settings.findIndex(([name]) => name === 'Studio address');
  await host.post('/local/edit', { sheet: 'Settings', range: `B${row}`, values: [['100 Studio Way\nTampa, FL']] });
  const { page, frame, problems } = await dialogFrom('Print > Labels');
  await frame.getByText(/orders? selected: \d labels/).waitFor();
  await frame.getByRole('checkbox', { name: 'Packing slips' }).check();
  await frame.getByText(/\d packing slips/).waitFor();
  await frame.getByRole('button', { name: 'Preview and print' }).click();
  const small = frame.getByText(/The address is printed in 7\.\d+-point type\. USPS asks for 8 points or more/);
  await small.waitFor();
  await frame.getByText('1 page below has something to check').waitFor();
  expect(await axe(frame)).toEqual([]);
  await picture(page, 'dialog-print-small-type');
  const names = await frame.getByLabel('Labels', { exact: true }).locator('option').allTextContents();
  for (const name of ['5160', '8160', '5260', '5163', '8163', '5263', '4 x 6']) expect(names.join()).toContain(name);
  for (const kind of ['5163', '4x6']) {
    await frame.getByLabel('Labels', { exact: true }).selectOption(kind);
    await frame.getByText('Check the return address').waitFor();
    expect(await small.count()).toBe(0);
  }
  expect(await frame.getByLabel('Start at label').count()).toBe(0);
  await frame.getByRole('button', { name: /^Print \d pages?$/ }).click();
  expect(new Set(sizes(await caughtPrint(frame)).map(String))).toEqual(new Set(['4,6']));
  await frame.getByRole('tab', { name: 'Packing slips' }).click();
  await frame.getByText(orderNumber).locator('visible=true').first().waitFor();
  expect(await small.count()).toBe(0);
  expect(problems).toEqual([]);
  await page.close();
});
