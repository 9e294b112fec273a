// Writes docs/settings.md from the settings the program reads: `node tools/settings-doc.mjs`.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { settingsDoc } from './docs/settings-page.mjs';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const root = fileURLToPath(new URL('..', import.meta.url));

/** The settings as the program has them, and what each is for. */
const readSettings = async () => {
  const result = await build({
    stdin: {
      contents: `export { SETTINGS } from './src/workbook/settings'; export { SETTING_MEANINGS } from './src/workbook/setting-meanings';`,
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });
  const { text } = /** @type {{ text: string }} */ (result.outputFiles[0]);
  return await import(`data:text/javascript,${encodeURIComponent(text)}`);
};

const { SETTINGS, SETTING_MEANINGS } = await readSettings();
await writeFile(`${root}docs/settings.md`, settingsDoc(SETTINGS, SETTING_MEANINGS));
console.log('docs/settings.md is up to date');
