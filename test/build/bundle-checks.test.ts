import { describe, expect, test } from '@jest/globals';
import {
  bundleProblems,
  doorProblems,
  handlerProblems,
  largestBundle,
  loadProblems,
  sideBundleProblems,
  sizeProblems,
  syntaxProblems,
} from '../../tools/build/bundle-checks.mjs';

const doors = ['doGet', 'doPost', 'onOpen', 'rpc', 'checkThisAccount']
  .map((name) => `function ${name}() {}`)
  .join('\n');
const app = (more = '') =>
  `var App = { doGet() {}, doPost() {}, onOpen() {}, rpc() {}, checkThisAccount() {}, ${more} };\n${doors}\n`;

test('a bundle as it should be has no problems', () => {
  expect(bundleProblems(app())).toEqual([]);
});

describe('syntax', () => {
  test.each([
    ['a private field', 'class A { #b = 1 }'],
    ['a class field', 'class A { b = 1 }'],
    ['a logical assignment', 'var a; a ||= 1'],
    ['an import', 'import "x"'],
    ['top-level await', 'await 1'],
  ])('%s is too new', (_, code) => {
    expect(syntaxProblems(code)).toEqual([expect.stringContaining('not valid ES2020')]);
  });

  test('optional chaining is not too new', () => {
    expect(syntaxProblems('var a; a?.b ?? 1')).toEqual([]);
  });

  test('a BigInt is named with its line', () => {
    expect(syntaxProblems('var a;\nvar b = 10n;')).toEqual(['Code.js:2: 10n is a BigInt']);
  });
});

describe('loading', () => {
  test.each(['console', 'setTimeout', 'URL', 'TextEncoder', 'process', 'require', 'SpreadsheetApp'])(
    '%s does not exist while the bundle loads',
    (name) => {
      expect(loadProblems(`${name}.toString();`)).toEqual([
        `Code.js does not load without any globals: ${name} is not defined`,
      ]);
    },
  );

  test.each([
    ['read', "if (typeof CacheService !== 'undefined') CacheService.getScriptCache();", 'CacheService'],
    ['called', "if (typeof MailApp === 'function') MailApp();", 'MailApp'],
    ['written to', "if (typeof Sheets !== 'undefined') Sheets.x = 1;", 'Sheets'],
  ])('a service that is %s while the bundle loads is named', (_, code, service) => {
    expect(loadProblems(code)).toEqual([`Code.js uses a service while loading: ${service} is touched`]);
  });

  test('a service named inside a function is not touched', () => {
    expect(loadProblems("function f() { return SpreadsheetApp.openById('x'); }")).toEqual([]);
  });
});

describe('doors', () => {
  test('one more function at top level is named', () => {
    expect(doorProblems(`${app()}function markPaid() {}`)).toEqual([expect.stringContaining('declares markPaid')]);
  });

  test.each(['var', 'let', 'const'])('a %s at top level is named', (kind) => {
    expect(doorProblems(`${app()}${kind} helper = () => 1;`)).toEqual([expect.stringContaining('declares helper')]);
  });

  test('a global made while loading is named', () => {
    expect(doorProblems(`${app()}(() => { globalThis.leak = 1; })();`)).toEqual([
      expect.stringContaining('declares leak'),
    ]);
  });

  test('a missing door is named', () => {
    expect(doorProblems(app().replace('function rpc() {}', ''))).toEqual(['Code.js does not declare rpc at top level']);
  });

  test('a door without its method is named', () => {
    expect(doorProblems(app().replace(' rpc() {},', ''))).toEqual(['src/main.ts does not export the function rpc']);
  });

  test('a bundle without App has problems, not an exception', () => {
    expect(doorProblems(doors)).toContain('Code.js does not declare App at top level');
  });

  test('a flat build must declare its handlers', () => {
    expect(doorProblems(app(), ['markPaid'])).toEqual(['Code.js does not declare markPaid at top level']);
    expect(doorProblems(`${app()}function markPaid() {}`, ['markPaid'])).toEqual([]);
  });
});

describe('handlers', () => {
  test('a handler that App has is fine', () => {
    expect(handlerProblems(app("markPaid() { return 'App.markPaid'; }"))).toEqual([]);
  });

  test('a handler that App does not have is named', () => {
    expect(handlerProblems(app("f() { return 'App.markPaid'; }"))).toEqual([expect.stringContaining('App.markPaid')]);
  });

  test('a handler that isn’t a function is named', () => {
    expect(handlerProblems(app("f() { return 'App.version'; }, version: '1'"))).toEqual([
      expect.stringContaining('App.version'),
    ]);
  });

  test.each([[`\`App.\${name}\``], ["'App.' + name"]])('the name %s cannot be checked', (expression) => {
    expect(handlerProblems(app(`f(name) { return ${expression}; }`))).toEqual([
      expect.stringContaining('write it out'),
    ]);
  });
});

test('a bundle may have 200 kB and not one byte more', () => {
  expect(sizeProblems('x'.repeat(largestBundle))).toEqual([]);
  expect(sizeProblems('x'.repeat(largestBundle + 1))).toEqual([expect.stringContaining('200001 bytes')]);
});

describe('a bundle beside the main script', () => {
  const staff = { name: 'staff-bundle', global: 'StaffBundle', most: 1_000 };

  test('declares its own name and nothing else', () => {
    expect(sideBundleProblems(staff, 'var StaffBundle = {};')).toEqual([]);
    expect(sideBundleProblems(staff, 'var StaffBundle = {}; function doGet() {}')).toEqual([
      'staff-bundle declares doGet beside StaffBundle',
    ]);
  });

  test('touches nothing while it loads, is old enough syntax and not too large', () => {
    expect(sideBundleProblems(staff, 'var StaffBundle = console.log;')).toEqual([
      'staff-bundle does not load without any globals: console is not defined',
    ]);
    expect(sideBundleProblems(staff, 'var StaffBundle = 1n;')).toEqual(['staff-bundle:1: 1n is a BigInt']);
    expect(sideBundleProblems(staff, `var StaffBundle = '${'x'.repeat(1_000)}';`)).toEqual([
      expect.stringContaining('staff-bundle has'),
    ]);
  });

  test('may name handlers of App only', () => {
    const naming = "var StaffBundle = ['App.nightly'];";
    expect(handlerProblems(app(), naming)).toEqual([expect.stringContaining('App.nightly')]);
    expect(handlerProblems(app('nightly() {}'), naming)).toEqual([]);
  });
});
