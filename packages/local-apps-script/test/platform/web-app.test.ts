import { afterAll, describe, expect, test } from '@jest/globals';
import type { Office } from '../../office';
import { closeOffices, loadScriptsBy, openOffice } from '../../testing';

afterAll(closeOffices);
loadScriptsBy('gas-local');

const answering = (expression: string): Record<string, string> => ({
  'Code.js': `function doPost(e) { return ${expression}; } function doGet(e) { return ${expression}; }`,
});

const ECHO = answering('ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON)');

/** What the script saw of a request. */
const seen = async (office: Office, request: Parameters<Office['request']>[0]) => {
  const { location = '' } = await office.request(request);
  return JSON.parse(office.echo(location.slice('/echo/'.length)).body);
};

describe('the web app (docs/google.md 2)', () => {
  test('ContentService output is fetched by a 302 to a GET-only address, where a POST is 405', async () => {
    const office = openOffice({ script: ECHO });
    const answer = await office.request({ method: 'POST', body: '{"a":1}', contentType: 'application/json' });
    expect(answer).toMatchObject({ status: 302, location: expect.stringMatching(/^\/echo\/[\w-]+$/) });
    const key = (answer.location ?? '').slice('/echo/'.length);
    expect(office.echo(key)).toMatchObject({ status: 200, contentType: 'application/json; charset=utf-8' });
    expect(office.echo(key, 'POST').status).toBe(405);
    expect(office.echo('unknown').status).toBe(404);
  });

  test('HtmlService output is answered with 200 and the page', async () => {
    const office = openOffice({
      script:
        answering(`HtmlService.createHtmlOutput('<p>Hi</p>').setTitle('T').addMetaTag('viewport', 'width=device-width')
      .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL)`),
    });
    expect(await office.request({ method: 'GET' })).toMatchObject({
      status: 200,
      body: '<p>Hi</p>',
      page: { title: 'T', xFrame: 'ALLOWALL', metaTags: [{ name: 'viewport', content: 'width=device-width' }] },
    });
  });

  test('a thrown error is 200 with an HTML page titled Error, its text escaped', async () => {
    const office = openOffice({ script: answering(`(() => { throw new Error('no <b>way</b>'); })()`) });
    const { status, contentType, body } = await office.request({ method: 'POST', body: 'x' });
    expect([status, contentType]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<title>Error</title>');
    expect(body).toContain('Error: no &#60;b&#62;way&#60;/b&#62;');
  });

  test('HEAD is 403 and runs nothing', async () => {
    const office = openOffice({ script: ECHO });
    expect((await office.request({ method: 'HEAD' })).status).toBe(403);
    expect(office.records).toEqual([]);
  });

  test.each(['c', 'sid'])('the parameter %s is reserved: 405 and nothing runs', async (name) => {
    const office = openOffice({ script: ECHO });
    expect((await office.request({ method: 'GET', query: `a=1&${name}=2` })).status).toBe(405);
    expect(office.records).toEqual([]);
  });

  test('JSON arrives in postData.contents, with its type, length in bytes and name', async () => {
    const office = openOffice({ script: ECHO });
    const event = await seen(office, {
      method: 'POST',
      query: 'x=1',
      body: '{"n":"José"}',
      contentType: 'application/json',
    });
    expect(event).toEqual({
      parameter: { x: '1' },
      parameters: { x: ['1'] },
      queryString: 'x=1',
      contextPath: '',
      contentLength: 13,
      postData: { contents: '{"n":"José"}', type: 'application/json', length: 13, name: 'postData' },
    });
  });

  test('postData is absent when the body is empty', async () => {
    const office = openOffice({ script: ECHO });
    const event = await seen(office, { method: 'POST', body: '', contentType: 'application/json' });
    expect(event).not.toHaveProperty('postData');
    expect(event.contentLength).toBe(0);
  });

  test('parameter merges query and form body, parameters keeps all values', async () => {
    const office = openOffice({ script: ECHO });
    const event = await seen(office, {
      method: 'POST',
      query: 'token=real&q=a+b%26c',
      body: 'token=forged&name=Jos%C3%A9',
      contentType: 'application/x-www-form-urlencoded',
    });
    expect(event.parameter).toEqual({ token: 'real', q: 'a b&c', name: 'José' });
    expect(event.parameters).toEqual({ token: ['real', 'forged'], q: ['a b&c'], name: ['José'] });
  });

  test('a parameter named like a member of every object is just a parameter', async () => {
    const office = openOffice({ script: ECHO });
    expect((await seen(office, { method: 'GET', query: 'constructor=1&toString=2' })).parameter).toEqual({
      constructor: '1',
      toString: '2',
    });
  });

  test('no request headers, client address or cookies are visible', async () => {
    const office = openOffice({ script: ECHO });
    expect(Object.keys(await seen(office, { method: 'GET' })).sort()).toEqual([
      'contentLength',
      'contextPath',
      'parameter',
      'parameters',
      'queryString',
    ]);
  });

  test('document lock, cache and properties are null in a web app, getUi throws', async () => {
    const office = openOffice({
      script:
        answering(`ContentService.createTextOutput(JSON.stringify([LockService.getDocumentLock(), CacheService.getDocumentCache(),
      PropertiesService.getDocumentProperties(), (() => { try { SpreadsheetApp.getUi(); } catch (error) { return String(error); } })()]))`),
    });
    expect(await seen(office, { method: 'POST', body: 'x' })).toEqual([
      null,
      null,
      null,
      'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    ]);
  });

  test('a web app runs as the deployer, and does not see who the visitor is', async () => {
    const office = openOffice({
      script: answering(
        'ContentService.createTextOutput(JSON.stringify([Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail()]))',
      ),
    });
    expect(await seen(office, { method: 'GET' })).toEqual(['operator@example.com', '']);
  });

  test.each([
    ['undefined', 'The script completed but did not return anything.'],
    ['"text"', 'The script completed but the returned value is not a supported return type.'],
    ['Promise.resolve(1)', 'The script completed but the returned value is not a supported return type.'],
  ])('returning %s is an error page', async (expression, message) => {
    const office = openOffice({ script: answering(expression) });
    expect((await office.request({ method: 'GET' })).body).toContain(message);
  });

  test('a script without doGet answers with an error page that names it', async () => {
    const office = openOffice({ script: { 'Code.js': 'function doPost() {}' } });
    expect((await office.request({ method: 'GET' })).body).toContain('Script function not found: doGet');
  });

  test('at most 30 executions of one user run at once; the next fails', async () => {
    const office = openOffice({ script: ECHO, transport: 'workers' });
    const answers = await Promise.all(Array.from({ length: 31 }, () => office.request({ method: 'POST', body: 'x' })));
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(30);
    expect(answers[30]?.body).toContain(
      'There are too many scripts running simultaneously for this Google user account.',
    );
  });

  test.each([
    [true, 'GET', 'http://localhost:8787/exec'],
    [true, 'MENU', 'http://localhost:8787/dev'],
    [false, 'MENU', 'http://localhost:8787/exec'],
  ])('getService().getUrl() is unreliable from menus (%s): %s', async (unreliable, from, address) => {
    const office = openOffice({
      script: {
        'Code.js': `
function doGet() { note(); return ContentService.createTextOutput(''); }
function note() { PropertiesService.getScriptProperties().setProperty('url', ScriptApp.getService().getUrl()); }
function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Note', 'note').addToUi(); }`,
      },
    });
    office.world.webAppUrl = 'http://localhost:8787/exec';
    office.world.switches.devUrlInSheet = unreliable;
    if (from === 'GET') await office.request({ method: 'GET' });
    else await office.menu({ item: 'Note' });
    expect(office.world.properties.read(`script:${office.bound}`).url).toBe(address);
  });

  test.each([
    [true, 'Untitled spreadsheet', 'Untitled spreadsheet'],
    [false, 'null', 'Untitled spreadsheet'],
  ])('[?] getActiveSpreadsheet() works in a web app of a bound script: %s', async (works, inWebApp, inDialog) => {
    const office = openOffice({
      script: {
        'Code.js': `
function active() { var file = SpreadsheetApp.getActiveSpreadsheet(); return file === null ? 'null' : file.getName(); }
function doGet() { return ContentService.createTextOutput(active()); }`,
      },
    });
    office.world.switches.activeWithoutDocument = works;
    const { location = '' } = await office.request({ method: 'GET' });
    expect(office.echo(location.split('/').pop() ?? '').body).toBe(inWebApp);
    expect(await office.run({ function: 'active' })).toEqual({ result: inDialog });
  });
});
