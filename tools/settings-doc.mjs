// Writes docs/settings.md from the settings that the program reads: `node tools/settings-doc.mjs`.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { settingsDoc } from './docs/settings-page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The settings as the program has them. */
const readSettings = async () => {
  const result = await build({
    entryPoints: ['src/workbook/settings.ts'],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });
  const { text } = /** @type {{ text: string }} */ (result.outputFiles[0]);
  const { SETTINGS } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return SETTINGS;
};

await writeFile(`${root}docs/settings.md`, settingsDoc(await readSettings()));
console.log('docs/settings.md is up to date');
