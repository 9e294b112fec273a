import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, evaluate, loadScriptsBy, openOffice } from '../../testing';

afterAll(closeOffices);
loadScriptsBy('gas-local');

describe('the script’s JavaScript (docs/google.md 7, docs/design.md 6.3)', () => {
  test.each([
    'setTimeout',
    'URL',
    'TextEncoder',
    'crypto',
    'fetch',
    'process',
    'Buffer',
    'require',
    'module',
    '__host',
    '__invoke',
  ])('there is no %s', async (name) => {
    expect(await evaluate(`return typeof ${name};`)).toBe('undefined');
  });

  test('instanceof tells the truth for what services return', async () => {
    expect(
      await evaluate(`
      const date = new Date();
      let error;
      try { Utilities.formatDate(1); } catch (thrown) { error = thrown; }
      return [
        Utilities.base64Decode('AA==') instanceof Array,
        PropertiesService.getScriptProperties().getProperties() instanceof Object,
        date instanceof Date, Object.getPrototypeOf(date) === Date.prototype, date.constructor === Date,
        error instanceof Error,
      ];`),
    ).toEqual([true, true, true, true, true, true]);
  });

  test('a function made of a long text is one of the script’s own realm, new in each execution', async () => {
    const office = openOffice({
      script: {
        'Code.js': `var greeting = 'hello';
          function run() {
            const filler = ' '.repeat(30000);
            const made = new Function(filler + 'var Bundle = { calls: 0, of: [] }; return { Bundle, greeting, loose: this === globalThis };');
            const found = made();
            found.Bundle.calls += 1;
            const strict = new Function('"use strict";' + filler + 'return this === undefined;')();
            let broken = null;
            try { new Function(filler + 'return ;;;)'); } catch (error) { broken = error instanceof SyntaxError; }
            return [made instanceof Function, made.constructor === Function, found.Bundle.of instanceof Array, found.greeting,
              found.loose, strict, broken, typeof Bundle, found.Bundle.calls, Function(filler + 'return 5')(), new Function('a', 'return a + 1')(1)];
          }`,
      },
    });
    const expected = [true, true, true, 'hello', true, true, true, 'undefined', 1, 5, 2];
    for (let run = 0; run < 2; run++) expect(await office.run({ function: 'run' })).toEqual({ result: expected });
  });

  test('Date follows the clock of the world', async () => {
    expect(
      await evaluate(
        `return [new Date().toISOString(), Date.now(), new Date(0).getTime(), new Date(2026, 0, 1).getFullYear(), typeof Date(),
      Date.UTC(2026, 0, 1)];`,
        { now: '2026-03-08T06:59:00Z' },
      ),
    ).toEqual(['2026-03-08T06:59:00.000Z', 1772953140000, 0, 2026, 'string', 1767225600000]);
  });

  test('the same seed gives the same random numbers and uuids, another seed others', async () => {
    const draw = (seed: number) => evaluate('return [Math.random(), Math.random(), Utilities.getUuid()];', { seed });
    const [first, again, other] = [await draw(7), await draw(7), await draw(8)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('executions of one run do not repeat each other: uuids differ', async () => {
    const office = openOffice({ script: { 'Code.js': 'function id() { return Utilities.getUuid(); }' } });
    const ids = [await office.run({ function: 'id' }), await office.run({ function: 'id' })].map((answer) =>
      JSON.stringify(answer),
    );
    expect(ids[0]).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('globals live for one execution', async () => {
    const office = openOffice({
      script: {
        'Code.js':
          'var count = 0; function next() { count += 1; Array.prototype.left = 1; return [count, typeof [].right]; }',
      },
    });
    expect(await office.run({ function: 'next' })).toEqual({ result: [1, 'undefined'] });
    expect(await office.run({ function: 'next' })).toEqual({ result: [1, 'undefined'] });
  });

  test('all top-level code runs on every execution, and its error is the execution’s', async () => {
    const office = openOffice({ script: { 'Code.js': `throw new Error('at load'); function f() {}` } });
    expect(await office.run({ function: 'f' })).toEqual({ error: { name: 'Error', message: 'at load' } });
  });

  test('several files are one script, and .gs counts as .js', async () => {
    const office = openOffice({
      script: { 'A.js': 'function a() { return b() + LIMIT; }', 'B.gs': 'const LIMIT = 2; function b() { return 1; }' },
    });
    expect(await office.run({ function: 'a' })).toEqual({ result: 3 });
  });

  test('a script may declare names of the language itself, at top level, in a block, in another file, or replace one', async () => {
    const office = openOffice({
      script: {
        'A.js':
          'function Number(n) { return ["own", n]; } class Set { add() { return "own"; } } if (true) { var JSON = 7; }',
        'B.js': 'const { Date, other } = { Date: 5, other: 6 }; let Math = 8; RegExp = 9;',
        'C.js':
          'function f() { return [Number(1), new Set().add(1), JSON, Date, Math, RegExp, new Map([[1, 2]]).get(1), [3] instanceof Array]; }',
      },
    });
    expect(await office.run({ function: 'f' })).toEqual({ result: [['own', 1], 'own', 7, 5, 8, 9, 2, true] });
  });

  test('promises run to their end within the execution, but nothing waits for one that is returned', async () => {
    const office = openOffice({
      script: {
        'Code.js': `async function later() { await null; PropertiesService.getScriptProperties().setProperty('ran', 'yes'); }`,
      },
    });
    await office.call('later');
    expect(office.world.properties.read(`script:${office.bound}`)).toEqual({ ran: 'yes' });
  });

  test('console and Logger write to the log of the execution', async () => {
    const office = openOffice({
      script: {
        'Code.js': `function f() { console.log('a %s', 'b'); console.error({ c: 1 }); Logger.log('d %s', 2); return Logger.getLog(); }`,
      },
    });
    const { record, outcome } = await office.call('f');
    expect(record.log).toEqual(['DEBUG: a b', 'ERROR: {"c":1}', 'INFO: d 2']);
    expect(outcome).toMatchObject({ value: { value: 'd 2\n' } });
  });

  test.each([
    ['Utilities.zip', 'Utilities.zip([])'],
    ['MailApp.sendMail', 'MailApp.sendMail()'],
    ['Lock.free', 'LockService.getScriptLock().free()'],
    ['DriveApp.searchFiles', 'DriveApp.searchFiles("x")'],
    ['HtmlOutput.foo', 'HtmlService.createHtmlOutput("").foo()'],
  ])('a method that is not built throws: %s', async (name, call) => {
    await expect(evaluate(`return ${call};`)).rejects.toThrow(`not available in the local Apps Script: ${name}`);
  });

  test('errors from services are named Exception, have no prefix in the message, and print as Exception: ...', async () => {
    expect(
      await evaluate(
        `try { LockService.getScriptLock().tryLock('soon'); } catch (error) { return [error.name, error.message, String(error)]; }`,
      ),
    ).toEqual([
      'Exception',
      "The parameters (String) don't match the method signature for LockService.Lock.tryLock.",
      "Exception: The parameters (String) don't match the method signature for LockService.Lock.tryLock.",
    ]);
  });

  test('a service object prints as its name and survives JSON and promises', async () => {
    expect(
      await evaluate('return [String(CacheService.getScriptCache()), JSON.stringify(LockService.getScriptLock())];'),
    ).toEqual(['Cache', '{}']);
  });

  test('functions are found by a static look at top-level declarations: what is made at run time is not there', async () => {
    const office = openOffice({
      script: {
        'Code.js': `
globalThis.doGet = function () { return ContentService.createTextOutput('made'); };
var App = { work: function () { return 'worked'; } };
globalThis.Hidden = App;
this.made = function () { return 'made'; };
var kept = function () { return 'kept'; };
function onOpen() {
  SpreadsheetApp.getUi().createMenu('M').addItem('Declared', 'App.work').addItem('Made', 'Hidden.work').addToUi();
}`,
      },
    });
    expect((await office.request({ method: 'GET' })).body).toContain('Script function not found: doGet');
    expect(await office.run({ function: 'made' })).toEqual({
      error: { name: 'Exception', message: 'Script function not found: made' },
    });
    expect(await office.run({ function: 'kept' })).toEqual({ result: 'kept' });
    expect(office.functions).toEqual(['kept', 'onOpen']);
    expect((await office.menu({ item: 'Declared' })).executions).toMatchObject([{ error: null }]);
    expect((await office.menu({ item: 'Made' })).executions).toMatchObject([
      { error: 'Exception: Script function not found: Hidden.work' },
    ]);
  });

  test.each([
    ['a constant', 'const Tools = { work() {} };'],
    ['a class', 'class Tools { static work() {} }'],
    ['a part of a value', 'const { Tools } = { Tools: { work() {} } };'],
    ['a variable in a block', 'if (true) { var Tools = { work() {} }; }'],
  ])('a handler may be a method of %s', async (_, code) => {
    const open = `function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Work', 'Tools.work').addToUi(); }`;
    const office = openOffice({ script: { 'A.js': code, 'B.js': open } });
    expect((await office.menu({ item: 'Work' })).executions).toMatchObject([{ error: null }]);
  });

  test('a file that isn’t JavaScript shows its own error', async () => {
    const office = openOffice({ script: { 'Code.js': 'function doGet( {' } });
    expect((await office.request({ method: 'GET' })).body).toContain('SyntaxError');
  });

  test.each(['GmailApp.sendEmail', 'DocumentApp.create', 'CalendarApp.getDefaultCalendar', 'XmlService.parse'])(
    'a service that is not built refuses by name: %s',
    async (name) => {
      await expect(evaluate(`return ${name}('x');`)).rejects.toThrow(`not available in the local Apps Script: ${name}`);
    },
  );

  test.each(["HtmlService.createHtmlOutput('x')", "ContentService.createTextOutput('x')"])(
    '%s has nothing that Google does not have',
    async (expression) => {
      await expect(evaluate(`return ${expression}.describe();`)).rejects.toThrow(
        /^not available in the local Apps Script: \w+Output\.describe$/,
      );
    },
  );
});
