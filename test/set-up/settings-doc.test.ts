import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { SETTING_MEANINGS } from '../../src/workbook/setting-meanings';
import { SETTINGS } from '../../src/workbook/settings';
import { settingsDoc } from '../../tools/docs/settings-page.mjs';

test('docs/settings.md says what the program reads (node tools/settings-doc.mjs writes it)', () => {
  expect(readFileSync('docs/settings.md', 'utf8')).toBe(settingsDoc(SETTINGS, SETTING_MEANINGS));
});

test('every default is a value that its own setting allows', () => {
  for (const { key, fallback, parse } of Object.values(SETTINGS))
    expect([key, parse(fallback)]).not.toEqual([key, undefined]);
});

test('every setting is read by some part of the program', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !path.endsWith('settings.ts'),
  );
  const text = sources.map((path) => readFileSync(`src/${path}`, 'utf8')).join('\n');
  for (const name of Object.keys(SETTINGS)) expect(text).toMatch(new RegExp(`\\b${name}\\b`));
});
