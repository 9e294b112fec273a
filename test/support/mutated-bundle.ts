import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PluginBuild } from 'esbuild';
import { bundleScripts } from '../../tools/build/scripts.mjs';

/** A bug to plant: in one source file, one text for another. */
export interface Mutation {
  /** Below src/. */
  readonly file: string;
  readonly text: string;
  readonly instead: string;
}

const made: string[] = [];

/** Matches a path and no other. */
const exactly = (path: string): RegExp => new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/** The product with a bug planted, as a folder to run. @throws Error when the text is not in the file, once. */
export const mutatedBundle = async ({ file, text, instead }: Mutation): Promise<string> => {
  const path = join(process.cwd(), 'src', file);
  const source = readFileSync(path, 'utf8');
  if (source.split(text).length !== 2) throw new Error(`${file} does not hold this text exactly once: ${text}`);
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  made.push(folder);
  const { code, beside, problems } = await bundleScripts(process.cwd(), {
    minify: false,
    plugins: [
      {
        name: 'mutant',
        setup({ onLoad }: PluginBuild) {
          // Only the one file is asked of this process: asking for each would take several times as long.
          onLoad({ filter: exactly(path) }, () => ({ contents: source.replace(text, () => instead), loader: 'ts' }));
        },
      },
    ],
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  writeFileSync(join(folder, 'Code.js'), code);
  for (const [name, script] of beside) writeFileSync(join(folder, `${name}.html`), script);
  writeFileSync(join(folder, 'appsscript.json'), readFileSync('appsscript.json'));
  return folder;
};

/** Takes the folders away: for `afterAll`. */
export const removeMutants = (): void => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
};
