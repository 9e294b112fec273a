import { ask, SheetProblem } from './clasp.mjs';

/** The address of a web app. @param {string} deployment */
export const webAppAddress = (deployment) => `https://script.google.com/macros/s/${deployment}/exec`;

/**
 * The deployment behind the web app's address: the one that was asked for, else the one that was written down, else the only one.
 * @param {readonly { deploymentId: string, versionNumber?: number, description?: string }[]} all as clasp lists them; the one
 * without a version is Google's own, for tests in the editor
 * @param {{ asked?: string | undefined, known?: string | undefined }} named
 * @returns {string | undefined} undefined when the web app has never been deployed
 * @throws {SheetProblem} when it is not clear which
 */
export const chosenDeployment = (all, { asked, known }) => {
  const deployed = all.filter(({ versionNumber }) => versionNumber !== undefined);
  const has = (/** @type {string | undefined} */ id) => deployed.some(({ deploymentId }) => deploymentId === id);
  const list = deployed.map(
    ({ deploymentId, description }) => `${deploymentId}${description ? ` (${description})` : ''}`,
  );
  if (asked && !has(asked))
    throw new SheetProblem(
      `the script has no deployment ${asked}. ${list.length > 0 ? `It has ${list.join(', ')}` : 'It has none'}`,
    );
  const chosen = asked ?? (has(known) ? known : undefined);
  if (chosen) return chosen;
  if (deployed.length > 1)
    throw new SheetProblem(
      `the script has several deployments. Add --deployment and the id in the web app's address: ${list.join(', ')}`,
    );
  return deployed[0]?.deploymentId;
};

/**
 * Deploys the web app for the first time.
 * @param {string} clasp
 * @param {string} folder that was pushed from
 * @param {string} what a description for Google's list
 * @returns {Promise<string>} the deployment's id
 */
export const deploy = async (clasp, folder, what) => {
  const { deploymentId } = await ask(
    clasp,
    'deploy the web app (the program itself was pushed)',
    ['create-deployment', '--description', what],
    folder,
  );
  return deploymentId;
};

/**
 * Lets a deployment run what was pushed; its address stays.
 * @param {string} clasp
 * @param {string} folder that was pushed from
 * @param {string} deployment
 * @param {string} what a description for Google's list
 * @returns {Promise<number>} the version that it runs now
 */
export const redeploy = async (clasp, folder, deployment, what) => {
  const doing = 'update the web app, which keeps running the previous version (the program itself was pushed)';
  const { versionNumber } = await ask(clasp, doing, ['create-version', what], folder);
  const args = ['update-deployment', deployment, '--versionNumber', String(versionNumber), '--description', what];
  await ask(clasp, doing, args, folder);
  return versionNumber;
};
