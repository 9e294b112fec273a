import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cleanUp, get, newFolder, post, scriptFolder } from '../../testing';
import { startHost } from './program';

let address: string;

beforeAll(async () => {
  const script = scriptFolder(
    'function double(x) { return x * 2; }\nfunction broken() { throw new Error("no such luck"); }',
  );
  ({ address } = await startHost('--data', newFolder(), '--script', script));
});

afterAll(cleanUp);

test.each([
  ['/local/edit', { range: 'A1', values: [['x']] }, '"sheet" must be a text that is not empty; it is missing.'],
  ['/local/edit', { sheet: 7, range: 'A1', values: [['x']] }, '"sheet" must be a text that is not empty; it is not 7.'],
  [
    '/local/edit',
    { sheet: 'Sheet1', range: 'A1', values: 'x' },
    '"values" must be a list of rows, each a list of cells; it is not "x".',
  ],
  [
    '/local/edit',
    { sheet: 'Sheet1', range: 'A1', values: [['x'], ['y', 'z']] },
    '"values" must have rows of the same length: row 2 has 2 cells, the first row 1.',
  ],
  [
    '/local/edit',
    { sheet: 'Sheet1', range: 'A1', values: [[{}]] },
    '"values" must be made up of texts, numbers, true, false and null; it is not {}.',
  ],
  [
    '/local/edit',
    { sheet: 'Sheet1', range: 'A1', values: [['x']], user: 'boss' },
    '"user" must be one of operator, staff, anonymous; it is not "boss".',
  ],
  [
    '/local/rows',
    { sheet: 'Sheet1', action: 'hide' },
    '"action" must be one of insert, delete, sort, filter, unfilter; it is not "hide".',
  ],
  [
    '/local/rows',
    { sheet: 'Sheet1', action: 'insert', row: 0 },
    '"row" must be a whole number of at least 1; it is not 0.',
  ],
  ['/local/rows', { sheet: 'Sheet1', action: 'delete' }, '"row" is missing (use a whole number of at least 1).'],
  ['/local/rows', { sheet: 'Sheet1', action: 'sort' }, '"column" is missing (use the letters of a column).'],
  [
    '/local/rows',
    { sheet: 'Sheet1', action: 'sort', column: '3' },
    '"column" must be the letters of a column; it is not "3".',
  ],
  [
    '/local/rows',
    { sheet: 'Sheet1', action: 'sort', column: 'A', ascending: 'yes' },
    '"ascending" must be true or false; it is not "yes".',
  ],
  ['/local/select', { sheet: 'Sheet1' }, '"range" must be a text that is not empty; it is missing.'],
  ['/local/answer', { dialog: 'd1' }, '"button" must be a text that is not empty; it is missing.'],
  ['/local/menu', {}, '"item" must be a text that is not empty; it is missing.'],
  ['/local/run', { function: 'double', args: 2 }, '"args" must be a list of arguments.'],
  ['/local/run', { function: 'double', as: 'me' }, '"as" must be one of operator, staff, anonymous; it is not "me".'],
  [
    '/local/faults',
    { service: 'MailApp.sendEmail', kind: 'later' },
    '"kind" must be one of before, after, kill-before, kill-after, late; it is not "later".',
  ],
  [
    '/local/clock',
    { advance: '1 hour' },
    '"advance" must be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT1H or P6D; it is not "1 hour".',
  ],
  [
    '/local/clock',
    { advance: 'P' },
    '"advance" must be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT1H or P6D; it is not "P".',
  ],
  ['/local/clock', { advance: 'P9999D' }, '"advance" must be at most 400 days; it is not "P9999D".'],
  ['/local/open', { copy: 'nothing' }, 'There is no copy "nothing".'],
  ['/local/answer', { dialog: 'd99', button: 'OK' }, 'There is no open dialog "d99".'],
  ['/local/undo', '{', "The body isn't JSON: "],
  ['/local/undo', '[]', 'The body must be a JSON object, not [].'],
])('POST %s %j is refused with 400 and a sentence', async (path, body, sentence) => {
  const { status, json } = await post(address, path, body);
  expect(status).toBe(400);
  expect(json.error).toContain(sentence);
});

test('the query is checked as bodies are', async () => {
  expect(await get(address, '/local/sheet/Sheet1?from=0')).toEqual({
    status: 400,
    json: { error: '"from" must be a whole number of at least 1; it is not 0.' },
  });
  expect((await get(address, '/local/mail?since=yesterday')).status).toBe(400);
  expect((await get(address, '/local/sheet/%E0%A4%A')).status).toBe(400);
});

test('an unknown path and a wrong method are told apart', async () => {
  expect(await get(address, '/local/nothing')).toEqual({
    status: 404,
    json: { error: "There's nothing at GET /local/nothing." },
  });
  expect(await get(address, '/local/edit')).toEqual({
    status: 405,
    json: { error: '/local/edit accepts POST, not GET.' },
  });
  expect(await post(address, '/local/state')).toEqual({
    status: 405,
    json: { error: '/local/state accepts GET, not POST.' },
  });
  expect((await get(address, '/local/dialog/none')).status).toBe(404);
});

test('run answers with the result or with the error, as google.script.run would hear it', async () => {
  expect((await post(address, '/local/run', { function: 'double', args: [21], as: 'anonymous' })).json).toEqual({
    result: 42,
  });
  expect((await post(address, '/local/run', { function: 'broken' })).json).toEqual({
    error: { name: 'Error', message: 'no such luck' },
  });
});

test('moving the clock on by an hour moves it by an hour', async () => {
  const before = Date.parse((await get(address, '/local/state')).json.clock);
  await post(address, '/local/clock', { advance: 'PT1H30M' });
  const after = Date.parse((await get(address, '/local/state')).json.clock);
  expect(after - before).toBeGreaterThanOrEqual(5_400_000);
  expect(after - before).toBeLessThan(5_400_000 + 60_000);
});

test('a fault is answered with {} and so is clearing it', async () => {
  const fault = { service: 'MailApp.sendEmail', nth: 1, kind: 'before', message: 'no' };
  expect(await post(address, '/local/faults', fault)).toEqual({ status: 200, json: {} });
  const cleared = await fetch(`${address}/local/faults`, { method: 'DELETE' });
  expect(await cleared.json()).toEqual({});
});

test('a page of another site may change nothing', async () => {
  const foreign = await post(address, '/local/clock', { advance: 'PT1H' }, { Origin: 'https://elsewhere.example' });
  expect(foreign.status).toBe(403);
  expect((await post(address, '/local/clock', { advance: 'PT0S' }, { Origin: 'null' })).status).toBe(403);
  expect((await post(address, '/local/clock', { advance: 'PT0S' }, { Origin: address })).status).toBe(200);
});

test('a name that was made to point to this machine gets no answer', async () => {
  const { port } = new URL(address);
  const status = await new Promise((done) => {
    request({ host: '127.0.0.1', port, path: '/local/state', headers: { Host: 'elsewhere.example' } }, (response) => {
      response.resume();
      done(response.statusCode);
    }).end();
  });
  expect(status).toBe(403);
  expect((await fetch(`http://127.0.0.1:${port}/local/state`)).status).toBe(200);
});

test('an open page hears of each change', async () => {
  const events = await fetch(`${address}/local/events`);
  const reader = (events.body as ReadableStream<Uint8Array>).getReader();
  const next = async (): Promise<number> => {
    for (;;) {
      const { value } = await reader.read();
      const [, count] = /data: (\d+)/.exec(Buffer.from(value ?? []).toString()) ?? [];
      if (count !== undefined) return Number(count);
    }
  };
  const first = await next();
  await post(address, '/local/clock', { advance: 'PT1S' });
  // A change from before may still be reported.
  let heard = first;
  while (heard <= first) heard = await next();
  expect(heard).toBeGreaterThan(first);
  await reader.cancel();
});
