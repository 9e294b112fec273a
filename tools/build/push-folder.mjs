import { existsSync, readFileSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const local = '.clasp.local.json';

/**
 * The id of the Apps Script project to push to: from CPS_SCRIPT_ID, else from .clasp.local.json (which git ignores).
 * @param {string} root the project's folder
 * @param {Record<string, string | undefined>} env
 * @returns {{ id: string } | { problem: string }} `problem` is a sentence that says what to do
 */
export const scriptId = (root, env) => {
  const path = join(root, local);
  try {
    const id = env.CPS_SCRIPT_ID || (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).scriptId : undefined);
    if (typeof id === 'string' && /^[\w-]{20,}$/.test(id)) return { id };
    if (id)
      return { problem: `"${id}" is not a script id; it stands in the Apps Script editor under Project Settings` };
  } catch (error) {
    return { problem: `${local} is not JSON: ${/** @type {Error} */ (error).message}` };
  }
  return {
    problem: `which script? Set CPS_SCRIPT_ID, or write {"scriptId": "..."} into ${local}; the id stands in the Apps Script editor under Project Settings`,
  };
};

/**
 * Lays out the folder that clasp pushes from: a copy of dist/ and a .clasp.json with the real id, so that the id is in no file of git's.
 * @param {string} root the project's folder, built
 * @param {string} id
 * @returns {Promise<string>} the folder
 */
export const pushFolder = async (root, id) => {
  const folder = join(root, 'build/push');
  const settings = JSON.parse(await readFile(join(root, '.clasp.json'), 'utf8'));
  await rm(folder, { recursive: true, force: true });
  await cp(join(root, settings.rootDir), join(folder, settings.rootDir), { recursive: true });
  await writeFile(join(folder, '.clasp.json'), JSON.stringify({ ...settings, scriptId: id }));
  return folder;
};
