import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SheetProblem } from './clasp.mjs';

/** Where the ids of your own sheet are kept; git ignores it. */
export const idsFile = '.clasp.local.json';

/**
 * What is known of your own sheet.
 * @typedef {{ scriptId?: string, sheetId?: string, deploymentId?: string }} SheetIds
 */

/**
 * The ids of your own sheet; none when nothing has been written down.
 * @param {string} root the project's folder
 * @returns {SheetIds}
 * @throws {SheetProblem} when the file cannot be read
 */
export const readIds = (root) => {
  const path = join(root, idsFile);
  if (!existsSync(path)) return {};
  try {
    // Notepad writes a byte order mark in front.
    const ids = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    if (ids && typeof ids === 'object' && !Array.isArray(ids)) return ids;
  } catch (error) {
    throw new SheetProblem(`${idsFile} isn't JSON: ${/** @type {Error} */ (error).message}`);
  }
  throw new SheetProblem(`${idsFile} must look like {"scriptId": "..."}`);
};

/**
 * Adds to what is known of your own sheet.
 * @param {string} root
 * @param {SheetIds} more
 */
export const writeIds = async (root, more) =>
  writeFile(join(root, idsFile), `${JSON.stringify({ ...readIds(root), ...more }, null, 2)}\n`);

/**
 * The id of the script to push to: the one that was asked for, else CPS_SCRIPT_ID, else the one in .clasp.local.json.
 * @param {string} root the project's folder
 * @param {{ asked?: string | undefined, env?: Record<string, string | undefined> }} from
 * @returns {string}
 * @throws {SheetProblem} a sentence that says what to do
 */
export const scriptId = (root, { asked, env = {} }) => {
  const id = asked || env.CPS_SCRIPT_ID || readIds(root).scriptId;
  if (typeof id === 'string' && /^[\w-]{20,}$/.test(id)) return id;
  const where = 'Apps Script editor, under Project Settings';
  if (id) throw new SheetProblem(`"${id}" isn't a Script ID. Copy it from the ${where}`);
  throw new SheetProblem(
    `which script? Add --script and its Script ID (from the ${where}), or write {"scriptId": "..."} into ${idsFile}. npm run new-sheet creates a sheet and writes it for you`,
  );
};
