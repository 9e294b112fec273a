import { readFileSync } from 'node:fs';
import { type Context, Script } from 'node:vm';
import gasLocal from 'gas-local';
import { isScriptFile, type ScriptFile, scriptFiles } from './script-files';

/**
 * How a script's files come into a context. `gas-local`: by the package that people test Apps Script with, which reads
 * and compiles them each time. `compiled`: in the same order and under the same names, each compiled once.
 */
export type Loader = 'compiled' | 'gas-local';

const known = new Map<string, { readonly changed: number; readonly script: Script }>();

const compiled = ({ path, changed }: ScriptFile): Script => {
  const before = known.get(path);
  if (before?.changed === changed) return before.script;
  const script = new Script(readFileSync(path, 'utf8'), { filename: path });
  known.set(path, { changed, script });
  return script;
};

/** Loads the files of a script's folder. @throws what a file throws; those after it are not loaded then. */
export const loadScript = (folder: string, context: Context, loader: Loader): void => {
  if (loader === 'gas-local') {
    gasLocal.require(folder, context, { filter: isScriptFile });
    return;
  }
  // Each is compiled when its turn comes: what isn't JavaScript stops only what comes after it.
  for (const file of scriptFiles(folder)) compiled(file).runInContext(context);
};
