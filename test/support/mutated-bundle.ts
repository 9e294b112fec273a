import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { doors, footer } from '../../tools/build/handlers.mjs';

/** A bug to plant: in one source file, one text for another. */
export interface Mutation {
  /** Below src/. */
  readonly file: string;
  readonly text: string;
  readonly instead: string;
}

const made: string[] = [];

/** The product with a bug planted, as a folder to run. @throws Error when the text does not stand in the file, once. */
export const mutatedBundle = async ({ file, text, instead }: Mutation): Promise<string> => {
  const path = join(process.cwd(), 'src', file);
  const source = readFileSync(path, 'utf8');
  if (source.split(text).length !== 2) throw new Error(`${file} does not hold this text exactly once: ${text}`);
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  made.push(folder);
  const { outputFiles } = await build({
    entryPoints: ['src/main.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'App',
    target: 'es2020',
    supported: { bigint: false },
    charset: 'utf8',
    define: { __VERSION__: '"mutant"' },
    footer: { js: footer(doors) },
    plugins: [
      {
        name: 'mutant',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path: loaded }) =>
            loaded === path ? { contents: source.replace(text, () => instead), loader: 'ts' } : null,
          );
        },
      },
    ],
  });
  writeFileSync(join(folder, 'Code.js'), outputFiles[0]?.text ?? '');
  writeFileSync(join(folder, 'appsscript.json'), readFileSync('appsscript.json'));
  return folder;
};

/** Takes the folders away: for `afterAll`. */
export const removeMutants = (): void => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
};
