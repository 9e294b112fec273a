import { ask } from './clasp.mjs';
import { chosenDeployment, deploy, redeploy, webAppAddress } from './deployment.mjs';
import { toClick } from './new-sheet.mjs';
import { push } from './push.mjs';
import { pushFolder } from './push-folder.mjs';
import { readIds, writeIds } from './script-id.mjs';

/**
 * Updates a sheet's script and web app to what was built; the address, the secret and every link in an email stay the same. A script
 * whose web app was never deployed gets its first deployment.
 * @param {import('./push.mjs').Place} place
 * @param {{ id: string, version: string, deployment?: string | undefined }} wanted `id`: the script
 * @throws {import('./clasp.mjs').SheetProblem} with what to do next
 */
export const updateSheet = async (place, { id, version, deployment }) => {
  const { root, clasp, say } = place;
  const ids = readIds(root);
  const own = ids.scriptId === id ? ids : {};
  // First what can fail before anything changes: a wrong ID, an expired sign-in.
  const listed = await ask(clasp, 'read the deployments', ['list-deployments'], await pushFolder(root, id));
  const chosen = chosenDeployment(listed, { asked: deployment, known: own.deploymentId });
  const folder = await push(place, id);
  const what = `CPS Orders ${version}`;
  if (!chosen) {
    const first = await deploy(clasp, folder, what);
    if (own.scriptId) await writeIds(root, { deploymentId: first });
    say(toClick(own.sheetId, first));
    return;
  }
  const number = await redeploy(clasp, folder, chosen, what);
  if (own.scriptId) await writeIds(root, { deploymentId: chosen });
  say(`The web app now runs version ${number}, at the same address: ${webAppAddress(chosen)}`);
  say(
    "Open the sheet and choose CPS Orders > Set up this sheet once. It adds what's new and leaves the rest as it is.",
  );
};
