import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The files below `folder` whose names end in `ending`, as full paths in a fixed order; none when there is no such folder.
 * @param {string} folder
 * @param {string} ending
 * @returns {Promise<string[]>}
 */
export const filesBelow = async (folder, ending) => {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
};

/**
 * Writes a whole file in one step: whoever reads it in the meantime sees the old content or the new, never a part.
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export const writeWhole = async (path, content) => {
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  await writeFile(draft, content);
  await rename(draft, path);
};

/**
 * Makes `folder` hold exactly `files` (name -> content): what an earlier build left there goes.
 * @param {string} folder
 * @param {Map<string, string>} files
 */
export const fillFolder = async (folder, files) => {
  await Promise.all([...files].map(([name, content]) => writeWhole(join(folder, name), content)));
  const stale = (await readdir(folder)).filter((name) => !files.has(name) && !name.endsWith('.tmp'));
  await Promise.all(stale.map((name) => rm(join(folder, name), { recursive: true })));
};

/**
 * The sentences of an esbuild failure, each with its file and line; anything else is thrown on.
 * @param {unknown} error
 * @returns {string[]}
 */
export const bundlerProblems = (error) => {
  const errors = /** @type {{ errors?: { text: string, location?: { file: string, line: number } }[] }} */ (error)
    .errors;
  if (!Array.isArray(errors)) throw error;
  return errors.map(({ text, location }) => (location ? `${location.file}:${location.line}: ${text}` : text));
};
