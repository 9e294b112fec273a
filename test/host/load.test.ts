import { existsSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { afterEach, expect, test } from '@jest/globals';
import type { Loader } from 'local-apps-script';
import { loadScript } from 'local-apps-script/testing';
import { busyHour } from '../support/a-busy-hour';
import { CONFORMANCE } from '../support/conformance';
import { everythingIn } from '../support/everything-in';
import { closeOffices, openOffice } from '../support/office';
import { setUp } from '../support/set-up-shop';
import { shopOn } from '../support/shop';

afterEach(closeOffices);

const LOADERS: readonly Loader[] = ['compiled', 'gas-local'];

/** The names that are there once the product is loaded, by what they are. */
const GLOBALS = `JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(globalThis)).map(([name, { value, ...flags }]) =>
  [name, typeof value, String(value), flags, typeof value === 'object' && value ? Object.keys(value) : []]))`;

test('the product has the same globals, however it is loaded', () => {
  const seen = LOADERS.map((loader) => {
    const context = createContext({});
    loadScript('dist', context, loader);
    return runInContext(GLOBALS, context) as string;
  });
  expect(seen[0]).toBe(seen[1]);
  expect(seen[0]).toContain('"doPost","function"');
});

test('a busy hour of the product ends the same, however it is loaded', async () => {
  const ends = [];
  for (const loader of LOADERS) {
    const office = openOffice({ loader });
    await setUp(office);
    const answers = await busyHour(office);
    expect(shopOn(office).emails().length).toBeGreaterThan(3);
    ends.push({ answers, everything: everythingIn(office) });
  }
  expect(ends[0]).toEqual(ends[1]);
});

test('the conformance tests are there', () => {
  expect(CONFORMANCE.filter((path) => !existsSync(path))).toEqual([]);
});
