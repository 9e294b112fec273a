import { ask, SheetProblem } from './clasp.mjs';
import { pushFolder } from './push-folder.mjs';

/**
 * Where and by what a sheet's script is changed.
 * @typedef {{ root: string, clasp: string, say(line: string): void }} Place `root`: the project's folder, built; `clasp`: its program
 */

/**
 * Pushes what was built to a script, its manifest included: without --force clasp asks about a manifest that has changed, and
 * skips the whole push where it can't ask.
 * @param {Place} place
 * @param {string} id the script
 * @returns {Promise<string>} the folder that was pushed from
 * @throws {SheetProblem} unless the script holds now what was built
 */
export const push = async ({ root, clasp, say }, id) => {
  const folder = await pushFolder(root, id);
  /** @type {unknown} */
  const pushed = await ask(clasp, 'push the program', ['push', '--force'], folder);
  if (!Array.isArray(pushed))
    throw new SheetProblem(`could not push the program: clasp answered ${JSON.stringify(pushed)}.`);
  // clasp compares first, and answers an empty list when the script is the same already.
  say(pushed.length > 0 ? `Files pushed: ${pushed.length}.` : 'The script already has this build.');
  if (pushed.length > 0 && !pushed.some((/** @type {string} */ path) => /(^|[\\/])Code\.js$/.test(path)))
    throw new SheetProblem(`could not push the program: clasp didn't push Code.js, only ${pushed.join(', ')}.`);
  return folder;
};
