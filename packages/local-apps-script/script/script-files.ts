import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a file is part of the script; the script editor calls `.js` `.gs`. */
export const isScriptFile = (path: string): boolean => /\.(js|gs)$/.test(path);

/** The files of a script's folder, and when each was changed: what is known of one holds until then. */
export const scriptFiles = (folder: string): { readonly path: string; readonly changed: number }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isScriptFile)
    .map((file) => join(folder, file))
    .map((path) => ({ path, changed: statSync(path).mtimeMs }));
