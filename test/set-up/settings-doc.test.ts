import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { SETTINGS } from '../../src/workbook/settings';
import { settingsDoc } from '../../tools/docs/settings-page.mjs';

test('docs/settings.md says what the program reads (node tools/settings-doc.mjs writes it)', () => {
  expect(readFileSync('docs/settings.md', 'utf8')).toBe(settingsDoc(SETTINGS));
});

test('every default is a value that its own setting allows', () => {
  for (const { key, fallback, parse } of Object.values(SETTINGS))
    expect([key, parse(fallback)]).not.toEqual([key, undefined]);
});
