import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lays out the folder that clasp pushes from: a copy of dist/ and a .clasp.json with the real id, so that the id is in no file
 * of git's.
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
