import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, SheetProblem } from './clasp.mjs';
import { deploy, webAppAddress } from './deployment.mjs';
import { push } from './push.mjs';
import { idsFile, readIds, writeIds } from './script-id.mjs';

/**
 * Creates a sheet with the program in it, deploys its web app, and says what's left to click.
 * @param {import('./push.mjs').Place} place
 * @param {{ title: string, version: string, second?: boolean }} wanted `second`: a sheet in addition to the recorded one, which stays
 * recorded
 * @throws {SheetProblem} with what to do next; what was created until then is printed
 */
export const newSheet = async (place, { title, version, second = false }) => {
  const { root, clasp, say } = place;
  const known = readIds(root).scriptId;
  if (known && !second)
    throw new SheetProblem(
      `${idsFile} already has a script. To update it, run npm run update-sheet. To create another sheet, run npm run new-sheet -- --second`,
    );
  // A folder without a .clasp.json, and --project for it: clasp looks for one in the folders above, and finds ours.
  const folder = join(root, 'build/new-sheet');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const create = ['create-script', '--type', 'sheets', '--title', title, '--project', folder];
  const { scriptId, parentId: sheetId } = await ask(clasp, 'create a sheet', create, folder);
  say(`Created the sheet "${title}": ${sheetAddress(sheetId)}`);
  if (second) say(`Its Script ID is ${scriptId}. To update it: npm run update-sheet -- --script ${scriptId}`);
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
 * What you do next: Google only lets you grant permissions yourself.
 * @param {string | undefined} sheetId
 * @param {string} deployment
 */
export const toClick = (sheetId, deployment) => `
Next, signed in as the account that created it:
  1. Open ${sheetAddress(sheetId)}
  2. Extensions > Apps Script > Services + > Google Sheets API > Add. If it's already listed, remove it first.
  3. Reload the sheet, wait for the CPS Orders menu, and choose Set up this sheet. Google asks for permissions: Advanced > Go to ... > Allow.
  4. Choose Set up this sheet again, and paste in this address:
     ${webAppAddress(deployment)}
docs/install.md explains each permission and how to receive your first order.`;
