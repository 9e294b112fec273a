import { readdirSync, statSync } from 'node:fs';

/** A file of a script, and when it was changed: what is known of it holds until then. */
export interface ScriptFile {
  readonly path: string;
  readonly changed: number;
}

/** Whether a file is part of the script; the script editor calls `.js` `.gs`. */
export const isScriptFile = (path: string): boolean => /\.(js|gs)$/.test(path);

/** The files of a script's folder and of the folders in it, in the order in which gas-local loads them. */
export const scriptFiles = (folder: string): ScriptFile[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return scriptFiles(path);
    return isScriptFile(path) ? [{ path, changed: statSync(path).mtimeMs }] : [];
  });
