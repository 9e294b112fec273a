import { afterAll, describe, expect, test } from '@jest/globals';
import { closeOffices, loadScriptsBy, openOffice } from '../../testing';

afterAll(closeOffices);
loadScriptsBy('gas-local');

const SCRIPT = {
  'Code.js': `
var App = { secret: function () { return 'secret'; } };
const arrow = () => 1;
function whoAmI() { return [Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail()]; }
function hidden_() { return 1; }
function echo(value) { return value; }
function dates() { return { when: new Date(0), list: [1, new Date(0)], kept: 'yes' }; }
function vanishing() { return { a: 1, secret__: 2, inner: { b__: 3, c: 4 }, f: function () {} }; }
function nothing() {}
function fails() { throw new Error('told you'); }
function service() { return PropertiesService.getScriptProperties().getProperty(); }
function ui() { return String(SpreadsheetApp.getUi()); }
`,
};

describe('google.script.run (docs/google.md G28, G29, G105, G106 and G107)', () => {
  test('any top-level function can be called by anyone, and then runs as the deployer', async () => {
    const office = openOffice({ script: SCRIPT });
    expect(await office.run({ function: 'whoAmI', as: 'anonymous' })).toEqual({
      result: ['operator@example.com', ''],
    });
  });

  test('from a dialog it runs as the person at the keyboard', async () => {
    const office = openOffice({ script: SCRIPT });
    const staff = 'staff@example.com';
    expect(await office.run({ function: 'whoAmI', as: 'staff' })).toEqual({ result: [staff, staff] });
  });

  test('names ending in an underscore are refused', async () => {
    const office = openOffice({ script: SCRIPT });
    expect(await office.run({ function: 'hidden_' })).toMatchObject({
      error: { message: expect.stringContaining('hidden_') },
    });
  });

  test.each(['App.secret', 'App', 'SpreadsheetApp', 'eval', 'Object', 'toString', 'Utilities.sleep', 'constructor'])(
    'only top-level functions of the script are seen: %s is not',
    async (name) => {
      const office = openOffice({ script: SCRIPT });
      expect(await office.run({ function: name, as: 'anonymous' })).toEqual({
        error: { name: 'Exception', message: `Script function not found: ${name}` },
      });
    },
  );

  test('whether a hand-made call reaches a method of an object is a switch', async () => {
    const office = openOffice({ script: SCRIPT });
    office.world.switches.runReachesMethods = true;
    expect(await office.run({ function: 'App.secret', as: 'anonymous' })).toEqual({ result: 'secret' });
  });

  test('arguments and results are numbers, strings, booleans, null, arrays and plain objects of them', async () => {
    const office = openOffice({ script: SCRIPT });
    const value = { n: 1.5, s: 'ü', b: true, z: null, list: [1, [2]], o: { p: 'q' } };
    expect(await office.run({ function: 'echo', args: [value] })).toEqual({ result: value });
    expect(await office.run({ function: 'nothing' })).toEqual({ result: null });
  });

  test('a Date in a result arrives as null without an error', async () => {
    const office = openOffice({ script: SCRIPT });
    expect(await office.run({ function: 'dates' })).toEqual({ result: { when: null, list: [1, null], kept: 'yes' } });
  });

  test('whether one Date makes the whole result null is a switch', async () => {
    const office = openOffice({ script: SCRIPT });
    office.world.switches.dateLosesResult = true;
    expect(await office.run({ function: 'dates' })).toEqual({ result: null });
  });

  test('keys ending in two underscores vanish', async () => {
    const office = openOffice({ script: SCRIPT });
    expect(await office.run({ function: 'vanishing' })).toEqual({ result: { a: 1, inner: { c: 4 } } });
  });

  test('a failure carries the name and message of the error', async () => {
    const office = openOffice({ script: SCRIPT });
    expect(await office.run({ function: 'fails' })).toEqual({ error: { name: 'Error', message: 'told you' } });
    expect(await office.run({ function: 'service' })).toEqual({
      error: {
        name: 'Exception',
        message: "The parameters () don't match the method signature for PropertiesService.Properties.getProperty.",
      },
    });
  });

  test('getUi works from a dialog and not from a page of the web app', async () => {
    const office = openOffice({ script: SCRIPT });
    expect(await office.run({ function: 'ui', as: 'staff' })).toHaveProperty('result');
    expect(await office.run({ function: 'ui', as: 'anonymous' })).toEqual({
      error: { name: 'Exception', message: 'Cannot call SpreadsheetApp.getUi() from this context.' },
    });
  });

  test('the functions that a page can call are listed without the hidden ones and without services', () => {
    const office = openOffice({ script: SCRIPT });
    expect(office.functions).toEqual(['whoAmI', 'echo', 'dates', 'vanishing', 'nothing', 'fails', 'service', 'ui']);
  });
});
