// Builds the local Apps Script alone, for any script, into build/ beside this file: then `node build/host.mjs --script DIR`.
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { common, partsOf } from './parts.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const to = join(here, 'build');

const built = partsOf(here, { from: '.' }).map(({ entry, out, options }) =>
  build({
    ...common,
    ...options,
    entryPoints: [entry],
    absWorkingDir: here,
    outfile: join(to, out),
    logLevel: 'error',
  }),
);
await Promise.all(built).catch(() => process.exit(1));
await copyFile(join(here, 'page/index.html'), join(to, 'page/index.html'));
