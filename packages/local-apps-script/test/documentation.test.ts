import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { BODY_CALLS, QUERY_CALLS } from '../host/control-routes';
import { closeOffices, openOffice } from '../testing';

afterAll(closeOffices);

const page = readFileSync(join(__dirname, '../README.md'), 'utf8');

test('the example of the documentation is the one that runs', () => {
  expect(page).toContain(readFileSync(join(__dirname, 'example.test.ts'), 'utf8'));
});

test('each switch is listed with the position that it begins with', () => {
  const { switches } = openOffice({ script: { 'Code.js': '' } }).world;
  for (const [name, position] of Object.entries(switches)) {
    const line = page.split('\n').find((each) => each.startsWith('|') && each.includes(`\`${name}\``));
    expect(line).toContain(`\`${position}\``);
  }
});

test('each control call is listed', () => {
  const listed = [...page.matchAll(/`((?:GET|POST|DELETE) \/local\/[a-z]+)(?:\/<\w+>)?`/g)].map(([, call]) => call);
  const asked = QUERY_CALLS.map(({ path }) => `GET ${/\/local\/[a-z]+/.exec(path.source.replaceAll('\\', ''))?.[0]}`);
  expect(asked).toContain('GET /local/sheet');
  for (const call of [...Object.keys(BODY_CALLS), ...asked]) expect(listed).toContain(call);
});

test('each of the ways in is listed, and nothing else', () => {
  const { exports } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));
  const listed = [...page.matchAll(/^\| `(local-apps-script[^`]*)`/gm)].map(([, path]) => path);
  expect(listed).toEqual(Object.keys(exports).map((path) => path.replace('.', 'local-apps-script')));
});
