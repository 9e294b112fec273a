// Writes docs/local-services.md, the list of Google's services on the local Apps Script: `node tools/services-doc.mjs`, after a build.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nodeProgram } from '../packages/local-apps-script/parts.mjs';
import { helpOf } from './shared/help.mjs';

helpOf(import.meta.url);

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'build/services-doc.mjs');

await build({
  ...nodeProgram(join(root, 'packages/local-apps-script')),
  stdin: {
    contents: `export { closeOffices, openOffice } from 'local-apps-script/testing';
      export * from './packages/local-apps-script/matrix';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  outfile: program,
  logLevel: 'error',
});
const { closeOffices, matrixPage, openOffice, readGoogleTypes, SURFACE_SCRIPT, surfaceOf } = await import(
  pathToFileURL(program).href
);
const types = readGoogleTypes();
const office = openOffice({ script: { 'Code.js': SURFACE_SCRIPT }, refusals: 'told' });
await writeFile(join(root, 'docs/local-services.md'), matrixPage(types, await surfaceOf(office, types)));
await closeOffices();
await rm(program);
console.log('docs/local-services.md is up to date');
