import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { METHODS } from '../../src/entrypoints/dialogs';

const UI = 'src';

test('every method that a page calls is one that dialogs may call', () => {
  const known = Object.keys(METHODS);
  const features = [...new Set(known.map((name) => name.split('.')[0]))];
  const name = new RegExp(`'((?:${features.join('|')})\\.[A-Za-z]+)'`, 'g');
  const pages = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^ui-kit|\/page)\/.*\.tsx?$/.test(file.replaceAll('\\', '/')),
  );
  const called = pages.flatMap((file) =>
    [...readFileSync(join(UI, file), 'utf8').matchAll(name)].map(([, method]) => `${file}: ${method}`),
  );
  expect(called.length).toBeGreaterThan(50);
  expect(called.filter((each) => !known.includes(each.split(': ')[1] ?? ''))).toEqual([]);
});
