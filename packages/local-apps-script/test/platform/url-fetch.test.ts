import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../../testing';

afterAll(closeOffices);

const SCRIPT = {
  'Code.js': `
function get(url, options) { var r = UrlFetchApp.fetch(url, options || {}); return [r.getResponseCode(), r.getContentText(), r.getHeaders()['content-type']]; }
function self() { return get('http://localhost:8787/exec?a=1')[1]; }
function doGet(e) { return ContentService.createTextOutput('got ' + e.parameter.a); }`,
};

test('only loopback addresses are fetched', async () => {
  const office = openOffice({ script: SCRIPT });
  expect(await office.run({ function: 'get', args: ['https://example.com/'] })).toEqual({
    error: {
      name: 'Exception',
      message: 'not available in the local Apps Script: UrlFetchApp.fetch of example.com (loopback addresses only)',
    },
  });
  expect(await office.run({ function: 'get', args: ['not an address'] })).toMatchObject({
    error: { message: 'Invalid argument: not an address' },
  });
});

test.each(['direct', 'workers'] as const)('the web app can call itself (%s)', async (transport) => {
  const office = openOffice({ script: SCRIPT, transport });
  office.world.webAppUrl = 'http://localhost:8787/exec';
  expect(await office.run({ function: 'self' })).toEqual({ result: 'got 1' });
});

test('a loopback server is fetched; a status from 400 on throws unless muted', async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.method === 'POST' ? 404 : 200, { 'content-type': 'text/plain' });
    request.pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const office = openOffice({ script: SCRIPT, transport: 'workers' });
  expect(await office.run({ function: 'get', args: [url] })).toEqual({ result: [200, '', 'text/plain'] });
  const posted = { method: 'post', payload: { a: 'b c' } };
  expect(await office.run({ function: 'get', args: [url, { ...posted, muteHttpExceptions: true }] })).toEqual({
    result: [404, 'a=b%20c', 'text/plain'],
  });
  expect(await office.run({ function: 'get', args: [url, posted] })).toMatchObject({
    error: {
      message: `Request failed for ${url} returned code 404. Truncated server response: a=b%20c (use muteHttpExceptions option to examine full response)`,
    },
  });
  await new Promise((resolve) => server.close(resolve));
});
