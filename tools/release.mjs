// Prepares a release: moves everything under Unreleased in CHANGELOG.md to a version with today's date, and sets the version in
// package.json and package-lock.json. It doesn't commit or tag anything. docs/releasing.md has every step.
//   npm run release -- 0.3.0
//   --notes VERSION  print the release notes of a version instead
import { readFileSync, writeFileSync } from 'node:fs';
import { notesOf, released, withVersion } from './release/changelog.mjs';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const file = (/** @type {string} */ name) => new URL(`../${name}`, import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(file(name), 'utf8');

try {
  const [asked, notes] = process.argv.slice(2);
  if (asked === undefined) throw new Error('which version? npm run release -- 0.3.0');
  if (asked === '--notes') {
    console.log(notesOf(read('CHANGELOG.md'), notes ?? ''));
  } else {
    const { name, version: before } = JSON.parse(read('package.json'));
    // First all that can be refused, then the three files.
    const changed = Object.entries({
      'CHANGELOG.md': released(read('CHANGELOG.md'), {
        version: asked,
        before,
        day: new Date().toISOString().slice(0, 10),
      }),
      'package.json': withVersion(read('package.json'), name, before, asked),
      'package-lock.json': withVersion(read('package-lock.json'), name, before, asked),
    });
    for (const [path, text] of changed) writeFileSync(file(path), text);
    console.log(`Changed ${before} to ${asked} in ${changed.map(([path]) => path).join(', ')}.`);
    console.log(`Review the changes, commit them as "Release ${asked}", and tag the commit: git tag v${asked}`);
  }
} catch (error) {
  console.error(`release: ${/** @type {Error} */ (error).message}`);
  process.exit(1);
}
