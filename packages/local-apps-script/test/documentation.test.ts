import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { closeOffices, openOffice } from '../testing';

afterAll(closeOffices);

const page = readFileSync('docs/local-apps-script.md', 'utf8');

test('the example of the documentation is the one that runs', () => {
  expect(page).toContain(readFileSync('test/host/example.test.ts', 'utf8'));
});

test('each switch is listed with the position that it begins with', () => {
  const { switches } = openOffice({ script: { 'Code.js': '' } }).world;
  for (const [name, position] of Object.entries(switches)) {
    const line = page.split('\n').find((each) => each.startsWith('|') && each.includes(`\`${name}\``));
    expect(line).toContain(`\`${position}\``);
  }
});
