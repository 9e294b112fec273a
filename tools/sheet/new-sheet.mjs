import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, SheetProblem } from './clasp.mjs';
import { deploy, webAppAddress } from './deployment.mjs';
import { push } from './push.mjs';
import { idsFile, readIds, writeIds } from './script-id.mjs';

/**
 * Makes a new sheet with the program in it and its web app deployed, and says what is left for a person.
 * @param {import('./push.mjs').Place} place
 * @param {{ title: string, version: string, second?: boolean }} wanted `second`: a sheet beside the one that is written down, which stays
 * so
 * @throws {SheetProblem} with what to do next; what was made until then is said
 */
export const newSheet = async (place, { title, version, second = false }) => {
  const { root, clasp, say } = place;
  const known = readIds(root).scriptId;
  if (known && !second)
    throw new SheetProblem(
      `${idsFile} already names a script. npm run update-sheet updates it; npm run new-sheet -- --second makes another sheet`,
    );
  // A folder without a .clasp.json, and --project for it: clasp looks for one in the folders above, and finds ours.
  const folder = join(root, 'build/new-sheet');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const create = ['create-script', '--type', 'sheets', '--title', title, '--project', folder];
  const { scriptId, parentId: sheetId } = await ask(clasp, 'make a sheet', create, folder);
  say(`Made the sheet "${title}": ${sheetAddress(sheetId)}`);
  if (second) say(`Its Script ID is ${scriptId}: npm run update-sheet -- --script ${scriptId}`);
  else await writeIds(root, { scriptId, sheetId });
  const goOn = `\nThe sheet exists. Once that is fixed, continue with npm run update-sheet${second ? ` -- --script ${scriptId}` : ''}.`;
  const deployment = await push(place, scriptId)
    .then((pushed) => deploy(clasp, pushed, `CPS Orders ${version}`))
    .catch((error) => {
      throw error instanceof SheetProblem ? new SheetProblem(error.message + goOn) : error;
    });
  if (!second) await writeIds(root, { deploymentId: deployment });
  say(toClick(sheetId, deployment));
};

/** @param {string | undefined} id */
const sheetAddress = (id) => (id ? `https://docs.google.com/spreadsheets/d/${id}/edit` : 'your sheet');

/**
 * What a person does now: Google lets nobody give rights but at the keyboard.
 * @param {string | undefined} sheetId
 * @param {string} deployment
 */
export const toClick = (sheetId, deployment) => `
Now, signed in as the account that made it:
  1. Open ${sheetAddress(sheetId)}
  2. Extensions > Apps Script > Services + > Google Sheets API > Add. If it is listed already, remove it first.
  3. Reload the sheet, wait for the menu CPS Orders, and choose Set up this sheet. Google asks for rights: Advanced > Go to ... > Allow.
  4. Choose Set up this sheet once more, and paste this address into it:
     ${webAppAddress(deployment)}
docs/install.md says what each right is for, and how the first order comes in.`;
