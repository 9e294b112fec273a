import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { notesOf, released, withVersion } from '../../tools/release/changelog.mjs';

const PAGE = '# Changelog\n\nWhat changes.\n\n## Unreleased\n\n- New thing.\n\n## 0.1.0 (2026-01-02)\n\n- Old thing.\n';
const RELEASE = { version: '0.2.0', before: '0.1.0', day: '2026-11-28' };

describe('a release', () => {
  test('puts what is unreleased under its version and leaves the rest', () => {
    const page = released(PAGE, RELEASE);
    expect(page).toBe(
      '# Changelog\n\nWhat changes.\n\n## Unreleased\n\n## 0.2.0 (2026-11-28)\n\n- New thing.\n\n## 0.1.0 (2026-01-02)\n\n- Old thing.\n',
    );
    expect(notesOf(page, '0.2.0')).toBe('- New thing.');
    expect(notesOf(page, '0.1.0')).toBe('- Old thing.');
    expect(released(PAGE.replaceAll('\n', '\r\n'), RELEASE)).toBe(page);
  });

  test.each([
    ['0.1.0', 'not newer'],
    ['0.0.9', 'not newer'],
    ['0.2', 'not a version'],
    ['v0.2.0', 'not a version'],
  ])('is not made as %s', (version, sentence) => {
    expect(() => released(PAGE, { ...RELEASE, version })).toThrow(sentence);
  });

  test('is not made of nothing, twice, or of a page without Unreleased', () => {
    const page = released(PAGE, RELEASE);
    expect(() => released(page, { ...RELEASE, version: '0.3.0', before: '0.2.0' })).toThrow('nothing to release');
    const again = page.replace('## Unreleased\n', '## Unreleased\n\n- More.\n');
    expect(() => released(again, RELEASE)).toThrow('has 0.2.0 already');
    expect(() => released('# Changelog\n', RELEASE)).toThrow('begin with ## Unreleased');
    expect(() => notesOf(page, '9.9.9')).toThrow('no notes for 9.9.9');
    expect(() => notesOf(page, '')).toThrow('no notes');
  });

  test('can be made of this repository: its version is in both files, and something is unreleased or released', () => {
    const read = (name: string) => readFileSync(name, 'utf8');
    const { name, version } = JSON.parse(read('package.json'));
    for (const file of ['package.json', 'package-lock.json']) {
      const changed = withVersion(read(file), name, version, '99.0.0');
      expect(changed.split('"99.0.0"')).toHaveLength(file === 'package.json' ? 2 : 3);
      expect(() => JSON.parse(changed)).not.toThrow();
    }
    expect(read('CHANGELOG.md')).toMatch(/^## Unreleased$/m);
    expect(() => withVersion('{}', name, version, '1.0.0')).toThrow("wasn't found");
  });
});
