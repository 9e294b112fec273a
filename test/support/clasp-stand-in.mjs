// Answers as clasp 3.4.1 does (its commands/*.js, core/project.js, core/files.js), with the Google behind it in the file that
// CLASP_STAND_IN names: who is signed in, whether the Apps Script API is on, and the scripts with what was pushed to them.
// test/sheet/stand-in.test.ts holds its words against clasp's own source.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const file = String(process.env.CLASP_STAND_IN);
/** @type {{ signedIn: boolean, apiOn: boolean, mayChange: boolean, refuses: Record<string, string>, scripts: Record<string, { parentId: string, files: Record<string, string>, versions: number, deployments: { deploymentId: string, versionNumber?: number, description?: string }[] }>, asked: string[][] }} */
const google = JSON.parse(readFileSync(file, 'utf8'));
const keep = () => writeFileSync(file, JSON.stringify(google));

/** index.js: an error that was thrown. @param {string} message @returns {never} */
const thrown = (message) => {
  keep();
  console.error(message);
  process.exit(1);
};

/** commander's `this.error`, which index.js passes over: the words are written, and the exit code stays 0. @param {string} message @returns {never} */
const passedOver = (message) => {
  keep();
  console.error(message);
  process.exit(0);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    force: { type: 'boolean' },
    project: { type: 'string' },
    type: { type: 'string' },
    title: { type: 'string' },
    description: { type: 'string' },
    versionNumber: { type: 'string' },
  },
});
const [command = '', argument] = positionals;
google.asked.push(process.argv.slice(2));

/** core/clasp.js: --project, else the .clasp.json of this folder or one above it. */
const projectFile = () => {
  if (values.project) {
    if (!existsSync(values.project))
      thrown(`Invalid --project path: ${values.project}. File or directory does not exist.`);
    return join(values.project, '.clasp.json');
  }
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.clasp.json'))) return join(folder, '.clasp.json');
    if (dirname(folder) === folder) return join(process.cwd(), '.clasp.json');
  }
};
const config = projectFile();
const project = existsSync(config) ? JSON.parse(readFileSync(config, 'utf8')) : null;

const signedIn = () => google.signedIn || thrown('No credentials found.');

/** What the Apps Script API answers before it does anything. */
const api = () => {
  const refusal = google.refuses[command];
  if (refusal?.startsWith('INVALID_ARGUMENT')) passedOver(refusal.slice('INVALID_ARGUMENT '.length));
  if (refusal !== undefined) thrown(refusal);
  if (!google.apiOn)
    thrown(
      'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
    );
  if (!google.mayChange) thrown('The caller does not have permission');
};

/** The script of .clasp.json. */
const script = () => {
  signedIn();
  if (!project?.scriptId) thrown('Project settings not found.');
  api();
  return google.scripts[project.scriptId] ?? thrown('Requested entity was not found.');
};

/** @param {unknown} json @param {string} words */
const answer = (json, words) => console.log(values.json ? JSON.stringify(json, null, 2) : words);

const commands = {
  'create-script'() {
    if (project) passedOver('Project file already exists.');
    signedIn();
    // The sheet is made by Drive, before the Apps Script API is asked.
    const number = Object.keys(google.scripts).length + 1;
    const [parentId, scriptId] = [`sheet-${number}`, `1script-${number}-abcdefghijklmnopqrstuv`];
    api();
    const manifest = '{"timeZone": "America/New_York"}';
    google.scripts[scriptId] = { parentId, files: { 'appsscript.json': manifest }, versions: 0, deployments: [] };
    writeFileSync(join(dirname(config), 'appsscript.json'), manifest);
    writeFileSync(config, JSON.stringify({ scriptId, rootDir: '.', parentId }));
    answer({ scriptId, parentId, files: ['appsscript.json'] }, `Created new script: ${scriptId}`);
  },
  push() {
    const remote = script();
    const folder = resolve(dirname(config), project.rootDir);
    const files = Object.fromEntries(
      readdirSync(folder)
        .filter((name) => /\.(js|gs|html)$|^appsscript\.json$/.test(name))
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    const changed = Object.keys(files).filter((name) => files[name] !== remote.files[name]);
    if (changed.length === 0) return answer([], 'Script is already up to date.');
    // No terminal: clasp does not ask whether the manifest may be overwritten, it goes without a word and with exit code 0.
    if (changed.includes('appsscript.json') && !values.force) {
      if (!values.json) console.log('Skipping push.');
      return undefined;
    }
    remote.files = files;
    return answer(
      Object.keys(files).map((name) => join(project.rootDir, name)),
      `Pushed ${Object.keys(files).length} files`,
    );
  },
  'create-version'() {
    const remote = script();
    remote.versions += 1;
    answer({ versionNumber: remote.versions }, `Created version ${remote.versions}`);
  },
  'list-deployments'() {
    answer([{ deploymentId: 'head' }, ...script().deployments], 'Found deployments.');
  },
  'create-deployment'() {
    const remote = script();
    remote.versions += 1;
    const deploymentId = `AKfycb-${remote.deployments.length + 1}`;
    const made = { deploymentId, versionNumber: remote.versions, description: values.description ?? '' };
    remote.deployments.push(made);
    answer(made, `Deployed ${deploymentId}`);
  },
  'update-deployment'() {
    const found = script().deployments.find(({ deploymentId }) => deploymentId === argument);
    if (!found) thrown('Requested entity was not found.');
    Object.assign(found, { versionNumber: Number(values.versionNumber), description: values.description ?? '' });
    answer(found, `Redeployed ${argument}`);
  },
};

const run = /** @type {Record<string, (() => void) | undefined>} */ (commands)[command];
if (!run) thrown(`Unknown command "clasp ${command}"`);
run?.();
keep();
