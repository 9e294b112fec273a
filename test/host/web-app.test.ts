import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { get, post } from 'local-apps-script/testing';
import type { Browser, Frame, Page } from 'playwright-core';
import { launch } from '../support/browser';
import { cleanUp, newFolder, scriptFolder, startHost } from './host-process';

const SCRIPT = `
function doGet(e) {
  if (e.parameter.page) return HtmlService.createHtmlOutputFromFile('page').setTitle('A page');
  return ContentService.createTextOutput(JSON.stringify(e.parameter)).setMimeType(ContentService.MimeType.JSON);
}
function doPost(e) {
  if (e.parameter.fail) throw new Error('<b>boom</b>');
  return HtmlService.createHtmlOutput('<p id="got">' + e.parameter.name + '</p>').setTitle('Sent');
}
function echo(value) { return value; }
function slow(value) { Utilities.sleep(50); return value; }
function fail() { throw new Error('not today'); }
function hidden_() { return 'secret'; }`;

const PAGE = `<!DOCTYPE html><html><head><base target="_top"></head><body><h1>Hello</h1>
<form method="post" action="/exec" target="_top"><label>Name <input name="name"></label><button>Send</button></form></body></html>`;

let address: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const script = scriptFolder(SCRIPT, { 'page.html': PAGE });
  ({ address } = await startHost('--data', newFolder(), '--script', script));
  browser = await launch();
});

afterEach(() => page?.close());

afterAll(async () => {
  await browser?.close();
  await cleanUp();
});

/** Opens the script's page and gives its sandboxed frame. */
const openPage = async (): Promise<Frame> => {
  page = await browser.newPage();
  await page.goto(`${address}/exec?page=1`);
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('The page has no frame');
  await frame.waitForSelector('h1');
  return frame;
};

test('content is answered by a 302 to an address that only a GET reaches', async () => {
  const redirect = await fetch(`${address}/exec?a=1`, { redirect: 'manual' });
  expect(redirect.status).toBe(302);
  const location = redirect.headers.get('location') ?? '';
  expect(location.startsWith(`${address}/echo/`)).toBe(true);
  const output = await fetch(location);
  expect([output.headers.get('content-type'), await output.json()]).toEqual([
    'application/json; charset=utf-8',
    { a: '1' },
  ]);
  expect((await fetch(location, { method: 'POST' })).status).toBe(405);
});

test('any page may read the answer of a simple request', async () => {
  const answer = await fetch(`${address}/exec?a=1`, { headers: { Origin: 'https://platform.example' } });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
});

test('HEAD is 403, other methods are 405, a path below /exec asks for a login', async () => {
  expect((await fetch(`${address}/exec`, { method: 'HEAD' })).status).toBe(403);
  expect((await fetch(`${address}/exec`, { method: 'PUT', body: 'x' })).status).toBe(405);
  expect((await fetch(`${address}/exec/orders`)).status).toBe(401);
});

test('an exception is a page titled Error with status 200, its message escaped', async () => {
  const answer = await fetch(`${address}/exec?fail=1`, { method: 'POST', body: 'x' });
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(text).toContain('<title>Error</title>');
  expect(text).toContain('boom');
  expect(text).not.toContain('<b>boom');
});

test('a page is shown in a frame that reaches nothing of the host', async () => {
  const frame = await openPage();
  expect(await page.title()).toBe('A page');
  expect(await frame.evaluate('window.origin')).toBe('null');
  expect(await frame.evaluate('fetch("/local/state").then(() => "read", () => "refused")')).toBe('refused');
});

const allowTop = (topNavigation: boolean) =>
  fetch(`${address}/local/weather`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ switches: { topNavigation } }),
  });

test('a form that goes to the top window does nothing, unless pages may navigate it: then it sends its fields', async () => {
  const closed = await openPage();
  const refused = page.waitForEvent('console', (message) => message.text().includes('Unsafe attempt'));
  await closed.getByText('Send').click();
  await refused;
  expect(await page.title()).toBe('A page');
  await page.close();
  expect((await allowTop(true)).ok).toBe(true);
  const frame = await openPage();
  await frame.getByLabel('Name').fill('Ann & Lee');
  await Promise.all([page.waitForURL('**/exec'), frame.getByText('Send').click()]);
  expect(await page.title()).toBe('Sent');
  expect(await page.frameLocator('iframe').locator('#got').textContent()).toBe('Ann & Lee');
  await allowTop(false);
});

/** Calls a function by google.script.run in the page and gives what the handlers hear. */
const run = (call: string): string => `new Promise((done) => google.script.run
  .withSuccessHandler((value, object) => done({ value, object }))
  .withFailureHandler((error, object) => done({ error: error.message, isError: error instanceof Error, object }))
  .withUserObject('mine').${call})`;

test('google.script.run hands results and errors to its handlers, with the user object', async () => {
  const frame = await openPage();
  expect(await frame.evaluate(run('echo({ a: [1, "x", null, true] })'))).toEqual({
    value: { a: [1, 'x', null, true] },
    object: 'mine',
  });
  expect(await frame.evaluate(run('fail()'))).toEqual({ error: 'not today', isError: true, object: 'mine' });
});

test('a Date as an argument throws in the page', async () => {
  const frame = await openPage();
  await expect(frame.evaluate(run('echo({ when: new Date(0) })'))).rejects.toThrow(
    'Failed due to illegal value in property: when',
  );
  await expect(frame.evaluate(run('echo(() => 1)'))).rejects.toThrow('Failed due to illegal value in property: 0');
});

test('a form as an argument arrives as its fields', async () => {
  const frame = await openPage();
  await frame.getByLabel('Name').fill('Ann');
  expect(await frame.evaluate(run('echo(document.forms[0])'))).toEqual({ value: { name: 'Ann' }, object: 'mine' });
});

test('names that end in _ and undeclared names can’t be called', async () => {
  const frame = await openPage();
  expect(await frame.evaluate('[typeof google.script.run.hidden_, typeof google.script.run.nothing]')).toEqual([
    'undefined',
    'undefined',
  ]);
  expect((await post(address, '/local/run', { function: 'hidden_', as: 'anonymous' })).json).toHaveProperty('error');
});

test('more than ten calls at once all come back', async () => {
  const frame = await openPage();
  const calls = `Promise.all(Array.from({ length: 25 }, (_, number) => ${run('slow(number)')}.then(({ value }) => value)))`;
  expect(await frame.evaluate(calls)).toEqual(Array.from({ length: 25 }, (_, number) => number));
  const { executions } = (await get(address, '/local/executions')).json;
  const slow = executions.filter((each: { function: string }) => each.function === 'slow');
  const atOnce = slow.map(
    ({ start }: { start: string }) =>
      slow.filter((other: { start: string; end: string }) => other.start <= start && start < other.end).length,
  );
  expect(Math.max(...atOnce)).toBeLessThanOrEqual(10);
});
