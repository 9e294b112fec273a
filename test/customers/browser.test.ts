import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import type { Browser, Frame, Page } from 'playwright-core';
import { cleanUp, newFolder, startHost } from '../host/host-process';
import { axe, launch } from '../support/browser';
import { PAUL } from '../support/shop';

/** Where the pictures go: `PICTURES=docs/images npx jest test/customers/browser` renews those of the docs. */
const FOLDER = process.env.PICTURES ?? 'build/pictures';
const PHONE = { width: 360, height: 720 };

let address: string;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  ({ address } = await startHost('--data', newFolder()));
  browser = await launch();
  await get(address, '/local/state');
  for (const n of [1, 2, 3]) await order(n);
  await edit('Settings', 'Reply-to address', 'hello@cps-photos.example');
  await edit('Settings', 'Public review address', 'https://reviews.example/cps');
  await edit('Settings', 'Studio address', '1200 W Colonial Dr, Orlando, FL 32804');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await cleanUp();
});

const exec = async (body: object): Promise<Record<string, string>> => {
  const answer = await fetch(`${address}/exec`, { method: 'POST', body: JSON.stringify(body) });
  return (await answer.json()) as Record<string, string>;
};

const order = (n: number) => exec({ ...PAUL, orderId: `order-${n}`, email: `c${n}@example.com` });

/** Types the value of a setting. */
const edit = async (sheet: string, name: string, value: string): Promise<void> => {
  const { json } = await get(address, `/local/sheet/${sheet}?from=1&rows=100`);
  const row = (json.values as string[][]).findIndex(([first]) => first === name) + 1;
  await post(address, '/local/edit', { sheet, range: `B${row}`, values: [[value]] });
};

/** The links of the feedback request that the customer in a row would get. */
const feedbackLinks = async (row: number): Promise<string[]> => {
  await post(address, '/local/select', { sheet: 'Orders', range: `A${row}` });
  await post(address, '/local/menu', { item: 'Emails > Preview > Feedback request' });
  const { dialogs } = (await get(address, '/local/state')).json as { dialogs: { id: string }[] };
  const html = await (await fetch(`${address}/local/dialog/${dialogs[dialogs.length - 1]?.id}`)).text();
  const plain = html
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/&amp;/g, '&');
  return [...plain.matchAll(/href="([^"]+page=(?:feedback|unsubscribe)[^"]*)"/g)].map(([, url = '']) => url);
};

interface Visit {
  readonly page: Page;
  readonly frame: Frame;
  /** The browser's errors, and its external requests. */
  readonly problems: string[];
}

/** Opens a page as a customer on a phone does, inside Google's own frame. */
const visit = async (url: string, javaScriptEnabled = true): Promise<Visit> => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const isOurs = [address, 'data:', 'about:'].some((start) => request.url().startsWith(start));
    if (!isOurs) problems.push(`asked for ${request.url()}`);
  });
  await page.goto(url);
  return { page, frame: await inner(page), problems };
};

const inner = async (page: Page): Promise<Frame> => {
  await page.frameLocator('iframe').locator('h1').waitFor();
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('the page has no frame');
  return frame;
};

/** Presses something that opens a new tab, as everything on these pages does; returns the text there. */
const inNewTab = async (from: Visit, press: (frame: Frame) => Promise<void>): Promise<Visit> => {
  const [page] = await Promise.all([from.page.context().waitForEvent('page'), press(from.frame)]);
  return { ...from, page, frame: await inner(page) };
};

/** Nothing overflows, axe finds nothing; also takes a picture of the whole page. */
const soundPicture = async ({ page, frame, problems }: Visit, name: string): Promise<void> => {
  expect(await frame.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  expect((await axe(frame)).map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(problems).toEqual([]);
  const height = (await frame.evaluate('document.documentElement.scrollHeight')) as number;
  const shown = await page.locator('iframe').boundingBox();
  await page.setViewportSize({ width: PHONE.width, height: height + Math.ceil(shown?.y ?? 0) });
  const picture = await page.locator('iframe').screenshot({ path: join(FOLDER, `${name}.png`), scale: 'css' });
  expect(picture.length).toBeGreaterThan(5_000);
  await page.setViewportSize(PHONE);
};

test('the order page on a phone: amount due, then progress, then tracking', async () => {
  const { statusUrl = '' } = await order(1);
  const due = await visit(statusUrl);
  expect(await due.frame.locator('body').textContent()).toMatch(/Amount due: \$40\.00/);
  await soundPicture(due, 'page-order');
  await exec({ route: 'orders/status', orderId: 'order-1', status: 'paid' });
  await exec({ route: 'orders/shipping', orderId: 'order-1', shipped: true, trackingNumber: '9400111899223197428490' });
  await due.page.reload();
  const shipped = { ...due, frame: await inner(due.page) };
  const link = shipped.frame.getByRole('link', { name: 'Track your package' });
  expect(await link.getAttribute('href')).toContain('tLabels=9400111899223197428490');
  expect(await shipped.frame.locator('[aria-current=step]').textContent()).toContain('Shipped');
  await soundPicture(shipped, 'page-order-shipped');
  await due.page.context().close();
}, 60_000);

test('the feedback page on a phone, by keyboard: a star link preselects, Send records, the answer can be changed', async () => {
  const links = await feedbackLinks(3);
  const four = links.find((url) => url.endsWith('&stars=4')) ?? '';
  const opened = await visit(four);
  expect(await opened.frame.getByRole('radio', { name: '4 of 5: Good' }).isChecked()).toBe(true);
  await soundPicture(opened, 'page-feedback');
  await opened.frame.getByRole('radio', { name: '4 of 5: Good' }).focus();
  await opened.page.keyboard.press('ArrowRight');
  expect(await opened.frame.getByRole('radio', { name: '5 of 5: Great' }).isChecked()).toBe(true);
  await opened.frame.getByLabel('Anything you’d like to add?').fill('Great photos! <b>♥</b>');
  const send = (frame: Frame) => frame.getByRole('button', { name: 'Send' }).click();
  const thanks = await inNewTab(opened, send);
  expect(await thanks.frame.locator('h1').textContent()).toBe('Thank you!');
  expect(await thanks.frame.getByRole('link', { name: 'Leave a review' }).getAttribute('href')).toBe(
    'https://reviews.example/cps',
  );
  await soundPicture(thanks, 'page-thanks');
  const { json } = await get(address, '/local/sheet/Orders?from=3&rows=1');
  expect(json.values[0][17]).toBe('5/5 - "Great photos! <b>♥</b>"');
  // The form is still in the first tab: sending it again changes nothing.
  const repeated = await inNewTab(opened, send);
  expect(await repeated.frame.locator('h1').textContent()).toBe('Already received');
  const again = await inNewTab(thanks, (frame) => frame.getByRole('link', { name: 'Change your answer' }).click());
  await again.frame.getByRole('button', { name: 'Change my answer' }).waitFor();
  expect(await again.frame.getByRole('textbox').inputValue()).toBe('Great photos! <b>♥</b>');
  await soundPicture(again, 'page-correct');
  await opened.page.context().close();
}, 60_000);

test('the pages also work without JavaScript', async () => {
  const links = await feedbackLinks(4);
  const { page, frame, problems } = await visit(links[0]?.replace(/&stars=\d/, '') ?? '', false);
  await frame.locator('label', { hasText: '2 of 5' }).locator('svg').click();
  const [thanks] = await Promise.all([
    page.context().waitForEvent('page'),
    frame.getByRole('button', { name: 'Send' }).click(),
  ]);
  await thanks.frameLocator('iframe').getByText('Thank you!').waitFor();
  const { json } = await get(address, '/local/sheet/Orders?from=4&rows=1');
  expect([json.values[0][17], problems]).toEqual(['2/5', []]);
  await page.context().close();
}, 60_000);

test('"My prints haven’t arrived", unsubscribing and a dead link on a phone', async () => {
  const links = await feedbackLinks(2);
  const asked = await visit(links[0] ?? '');
  const missing = (frame: Frame) => frame.getByRole('button', { name: 'My prints haven’t arrived' }).click();
  const said = await inNewTab(asked, missing);
  expect(await said.frame.locator('h1').textContent()).toBe('We’re looking into it');
  await soundPicture(said, 'page-not-arrived');
  expect(await (await inNewTab(asked, missing)).frame.locator('body').textContent()).toContain('already got');
  await asked.page.context().close();
  const leaving = await visit(links.find((url) => url.includes('page=unsubscribe')) ?? '');
  await soundPicture(leaving, 'page-unsubscribe');
  const left = await inNewTab(leaving, (frame) =>
    frame.getByRole('button', { name: 'Stop feedback requests' }).click(),
  );
  expect(await left.frame.locator('h1').textContent()).toBe('You’re unsubscribed');
  await leaving.page.context().close();
  const dead = await visit(`${address}/exec?page=order&t=x`);
  await soundPicture(dead, 'page-dead-link');
  await dead.page.context().close();
}, 60_000);

test('a stranger on a customer’s page can’t change anything by calling functions, real or made up', async () => {
  const { statusUrl = '' } = await order(2);
  const { page, frame } = await visit(statusUrl);
  const state = async () => {
    const sheets = ['Orders', 'Ledger', 'Outbox', 'Activity', 'Settings'].map((tab) =>
      get(address, `/local/sheet/${tab}?from=1&rows=200`),
    );
    const emails = get(address, '/local/mail');
    return JSON.stringify((await Promise.all([...sheets, emails])).map(({ json }) => json));
  };
  const { functions } = (await get(address, '/local/state')).json as { functions: string[] };
  const before = await state();
  const answers = (await frame.evaluate(`(async () => {
    const call = (name, ...args) => new Promise((done) => {
      const run = google.script.run.withSuccessHandler((value) => done(value)).withFailureHandler((error) => done(error.message));
      run[name](...args);
    });
    const forged = { range: { rowStart: 2, rowEnd: 9, columnStart: 12, columnEnd: 12 }, value: 'shipped', oldValue: 'paid' };
    const post = { parameters: {}, postData: { contents: '{"route":"orders/status","orderId":"order-2","status":"cancelled"}' } };
    const answers = [];
    for (const name of ${JSON.stringify(functions)})
      for (const args of [[], [forged], [{ __proto__: null, constructor: 1 }], ['f'.repeat(64), 'bulk.run', 'paid', ['order-2'], '']])
        answers.push(await call(name, ...args));
    // Functions that google.script.run doesn't offer are requested by hand in the same way.
    const byHand = (name, id) => new Promise((done) => {
      window.addEventListener('message', ({ data }) => { if (data.id === id) done(data.error ? data.error.message : data.value); });
      window.parent.postMessage({ kind: 'run', id, function: name, args: [forged] }, '*');
    });
    const names = ['App.markPaid', 'App.sweep', 'App.setUp', 'App', 'constructor', 'toString', '__proto__'];
    for (const [index, name] of names.entries()) answers.push(await byHand(name, 'hand' + index));
    answers.push(await call('rpc', 'f'.repeat(64), 'setUp.secret'));
    return JSON.stringify(answers);
  })()`)) as string;
  expect(functions).toEqual(expect.arrayContaining(['doGet', 'doPost', 'onOpen', 'rpc', 'checkThisAccount']));
  expect(answers).toContain('has expired');
  expect(answers).not.toMatch(/whsec_|example\.com|Paul|407-555|Main St/);
  expect(await state()).toBe(before);
  await page.context().close();
}, 60_000);
