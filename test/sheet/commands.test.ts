import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ask } from '../../tools/sheet/clasp.mjs';
import { keptByNpm } from '../../tools/sheet/command.mjs';
import { chosenDeployment } from '../../tools/sheet/deployment.mjs';
import { newSheet } from '../../tools/sheet/new-sheet.mjs';
import { push } from '../../tools/sheet/push.mjs';
import { pushFolder } from '../../tools/sheet/push-folder.mjs';
import { scriptId } from '../../tools/sheet/script-id.mjs';
import { updateSheet } from '../../tools/sheet/update-sheet.mjs';
import { fileOf, project, removeProjects } from '../build/project';
import { blank, place, SCRIPT, STAND_IN } from './google-behind';

afterAll(removeProjects);

const WANTED = { title: 'Orders', version: '1.2.3' };

describe('npm run push', () => {
  test('pushes the manifest, too, without being asked about it', async () => {
    const here = place({ scripts: { [SCRIPT]: blank } });
    await push(here, SCRIPT);
    expect(here.google().scripts[SCRIPT]?.files).toMatchObject({
      'Code.js': 'var App = {};',
      'appsscript.json': '{"timeZone": "Europe/Berlin"}',
    });
    expect(here.said).toEqual(['Files pushed: 3.']);
    await push(here, SCRIPT);
    expect(here.said[1]).toBe('The script already has this build.');
    // Without it clasp asks, and where it can't ask it skips the push without a word and ends with exit code 0.
    expect(here.google().asked).toEqual([expect.arrayContaining(['push', '--force', '--json']), expect.anything()]);
  });

  test('would be skipped by clasp without --force, and that is not taken for a push', async () => {
    const here = place({ scripts: { [SCRIPT]: blank } });
    const folder = await pushFolder(here.root, SCRIPT);
    await expect(ask(STAND_IN, 'push the program', ['push'], folder)).rejects.toThrow('clasp ended without an answer');
    expect(here.google().scripts[SCRIPT]?.files).toEqual(blank.files);
  });

  test('fails when clasp skips the push, says nothing and ends with exit code 0', async () => {
    const here = place({ scripts: { [SCRIPT]: blank }, refuses: { push: 'INVALID_ARGUMENT ' } });
    await expect(push(here, SCRIPT)).rejects.toThrow('could not push the program: clasp ended without an answer');
  });

  test('fails when what clasp pushed is not the program', async () => {
    const here = place({ scripts: { [SCRIPT]: blank } });
    rmSync(join(here.root, 'dist/Code.js'));
    await expect(push(here, SCRIPT)).rejects.toThrow("clasp didn't push Code.js");
  });

  test.each([
    ['nobody is signed in', { signedIn: false }, 'Run `npx clasp login`'],
    ['the sign-in is over', { refuses: { push: 'invalid_grant' } }, 'Run `npx clasp login`'],
    ['the API is off', { apiOn: false }, 'Switch it on at https://script.google.com/home/usersettings'],
    ['the script is unknown', { scripts: {} }, 'Compare the Script ID'],
    ["the script is another account's", { mayChange: false }, 'Sign in as the owner of the sheet'],
    ['the organization forbids it', { refuses: { push: 'Error: admin_policy_enforced' } }, 'node build.mjs --paste'],
    ['the sign-in lacks a right', { refuses: { push: 'Insufficient Permission' } }, 'leave every box checked'],
    ['there is no network', { refuses: { push: 'getaddrinfo ENOTFOUND script.googleapis.com' } }, "can't be reached"],
    ['Google asks to wait', { refuses: { push: 'Quota exceeded for quota metric' } }, 'in a few minutes'],
    ['Google says something new', { refuses: { push: 'Teapot.\n  at x' } }, 'clasp answered "Teapot. at x"'],
    ['an argument is refused', { refuses: { push: 'INVALID_ARGUMENT Bad name: x' } }, 'clasp answered "Bad name: x"'],
  ])('says in one sentence what to do when %s', async (_, given, sentence) => {
    const here = place({ scripts: { [SCRIPT]: blank }, ...given });
    const { message } = await push(here, SCRIPT).then(
      () => new Error('it pushed'),
      (error: Error) => error,
    );
    expect(message).toMatch(/^could not push the program: /);
    expect(message).toContain(sentence);
    expect(message).not.toContain('\n');
  });
});

describe('npm run new-sheet', () => {
  test('makes a sheet with the program and its web app, writes the ids down and says what to click', async () => {
    const here = place();
    await newSheet(here, WANTED);
    const [[id, made] = []] = Object.entries(here.google().scripts);
    expect(made).toMatchObject({
      files: { 'Code.js': 'var App = {};', 'print.html': '<p>Print</p>' },
      deployments: [{ deploymentId: 'AKfycb-1', versionNumber: 1, description: 'CPS Orders 1.2.3' }],
    });
    expect(here.ids()).toEqual({ scriptId: id, sheetId: 'sheet-1', deploymentId: 'AKfycb-1' });
    const said = here.said.join('\n');
    for (const part of [
      'https://docs.google.com/spreadsheets/d/sheet-1/edit',
      'choose Set up this sheet',
      'https://script.google.com/macros/s/AKfycb-1/exec',
    ])
      expect(said).toContain(part);
    expect(fileOf(here.root, '.clasp.json')).not.toContain(String(id));
  });

  test('does not make a second sheet by mistake, and makes one beside the first when asked', async () => {
    const here = place();
    await newSheet(here, WANTED);
    const before = here.ids();
    await expect(newSheet(here, WANTED)).rejects.toThrow('already has a script');
    expect(Object.keys(here.google().scripts)).toHaveLength(1);
    await newSheet(here, { ...WANTED, second: true });
    expect(Object.keys(here.google().scripts)).toHaveLength(2);
    expect(here.ids()).toEqual(before);
    expect(here.said.join('\n')).toContain('npm run update-sheet -- --script 1script-2-');
  });

  test.each([
    ['nobody is signed in', { signedIn: false }, 'Run `npx clasp login`'],
    ['the API is off', { apiOn: false }, 'Switch it on'],
  ])('writes nothing down when %s', async (_, given, sentence) => {
    const here = place(given);
    await expect(newSheet(here, WANTED)).rejects.toThrow(sentence);
    expect(existsSync(join(here.root, '.clasp.local.json'))).toBe(false);
  });

  test.each(['push', 'create-deployment'])('a sheet whose %s failed is finished by update-sheet', async (step) => {
    const here = place({ refuses: { [step]: 'fetch failed' } });
    await expect(newSheet(here, WANTED)).rejects.toThrow('continue with npm run update-sheet');
    const { scriptId: id } = here.ids();
    here.change({ refuses: {} });
    await updateSheet(here, { id, version: '1.2.3' });
    expect(here.ids()).toMatchObject({ scriptId: id, deploymentId: 'AKfycb-1' });
    expect(here.said.join('\n')).toContain('https://docs.google.com/spreadsheets/d/sheet-1/edit');
    expect(Object.keys(here.google().scripts)).toEqual([id]);
  });
});

describe('npm run update-sheet', () => {
  const deployed = {
    ...blank,
    versions: 4,
    deployments: [{ deploymentId: 'AKfycb-live', versionNumber: 3, description: '' }],
  };

  test('lets the same deployment run what was pushed, so that the address stays', async () => {
    const here = place({ scripts: { [SCRIPT]: deployed } });
    await updateSheet(here, { id: SCRIPT, version: '2.0.0' });
    expect(here.google().scripts[SCRIPT]).toMatchObject({
      files: { 'Code.js': 'var App = {};' },
      versions: 5,
      deployments: [{ deploymentId: 'AKfycb-live', versionNumber: 5, description: 'CPS Orders 2.0.0' }],
    });
    expect(here.said.join('\n')).toContain('https://script.google.com/macros/s/AKfycb-live/exec');
  });

  test('pushes nothing when it is not clear which deployment is meant, and takes the one that is named', async () => {
    const other = { deploymentId: 'AKfycb-test', versionNumber: 1, description: 'for trying' };
    const here = place({ scripts: { [SCRIPT]: { ...deployed, deployments: [...deployed.deployments, other] } } });
    await expect(updateSheet(here, { id: SCRIPT, version: '2' })).rejects.toThrow(
      /--deployment .*AKfycb-live, AKfycb-test \(for trying\)/,
    );
    await expect(updateSheet(here, { id: SCRIPT, version: '2', deployment: 'x' })).rejects.toThrow('no deployment x');
    expect(here.google().scripts[SCRIPT]?.files).toEqual(blank.files);
    await updateSheet(here, { id: SCRIPT, version: '2', deployment: 'AKfycb-live' });
    expect(here.google().scripts[SCRIPT]?.deployments).toMatchObject([{ versionNumber: 5 }, { versionNumber: 1 }]);
  });

  test.each(['create-version', 'update-deployment'])(
    'says that the web app goes on as it was when %s fails, and can be run again',
    async (step) => {
      const here = place({ scripts: { [SCRIPT]: deployed }, refuses: { [step]: 'INVALID_ARGUMENT No.' } });
      await expect(updateSheet(here, { id: SCRIPT, version: '2' })).rejects.toThrow(
        'could not update the web app, which keeps running the previous version (the program itself was pushed)',
      );
      expect(here.google().scripts[SCRIPT]?.deployments).toEqual(deployed.deployments);
      here.change({ refuses: {} });
      await updateSheet(here, { id: SCRIPT, version: '2' });
      const { versions, deployments } = here.google().scripts[SCRIPT] ?? blank;
      expect(deployments[0]?.versionNumber).toBe(versions);
    },
  );

  test("the deployment that was written down is meant, and only with its own script's id", () => {
    const all = ['a', 'b'].map((deploymentId) => ({ deploymentId, versionNumber: 1 }));
    expect(chosenDeployment(all, { known: 'b' })).toBe('b');
    expect(() => chosenDeployment(all, { known: 'gone' })).toThrow('several deployments');
    expect(chosenDeployment([{ deploymentId: 'head' }], {})).toBeUndefined();
  });
});

describe('which script', () => {
  const LOCAL = `${SCRIPT}-local`;
  const written = () => project({ '.clasp.local.json': `\uFEFF${JSON.stringify({ scriptId: LOCAL })}` });

  test('is what --script says, else CPS_SCRIPT_ID, else what is written down', () => {
    const root = written();
    expect(scriptId(root, { asked: SCRIPT, env: { CPS_SCRIPT_ID: `${SCRIPT}-env` } })).toBe(SCRIPT);
    expect(scriptId(root, { env: { CPS_SCRIPT_ID: `${SCRIPT}-env` } })).toBe(`${SCRIPT}-env`);
    expect(scriptId(root, {})).toBe(LOCAL);
  });

  test("is asked for if it isn't given", () => {
    expect(() => scriptId(project(), {})).toThrow('which script? Add --script');
  });

  test.each(['put your id here', 'short', 'https://script.google.com/d/1/edit'])('is not %p', (asked) => {
    expect(() => scriptId(project(), { asked })).toThrow("isn't a Script ID");
  });

  test.each([
    ['id', "isn't JSON"],
    ['"id"', 'must look like'],
    ['[]', 'must look like'],
  ])('is not read from a file that holds %s', (text, sentence) => {
    expect(() => scriptId(project({ '.clasp.local.json': text }), {})).toThrow(sentence);
  });

  test('is built as a switch says that PowerShell and npm have turned into a variable', () => {
    const env = { npm_config_flat: 'true', npm_config_whole: '', npm_config_second: 'false' };
    expect(keptByNpm(env, ['flat', 'whole', 'second'])).toEqual(['--flat']);
  });
});

describe('a command on the command line', () => {
  const run = (tool: string, ...args: string[]) => {
    const env = { ...process.env, CPS_SCRIPT_ID: '' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { env, encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  test.each([
    ['tools/push.mjs', ['--script', 'short'], 'push: "short" isn\'t a Script ID'],
    ['tools/push.mjs', ['--script=short'], 'push: "short" isn\'t a Script ID'],
    // What is left of it where PowerShell takes the -- away.
    ['tools/push.mjs', ['short'], 'push: "short" isn\'t a Script ID'],
    ['tools/update-sheet.mjs', ['short', 'more'], 'update-sheet: unexpected word "more"'],
    ['tools/push.mjs', ['--watch'], "push: Unknown option '--watch'. Use --help to list the options."],
    ['tools/update-sheet.mjs', ['--script'], "update-sheet: Option '--script <value>' argument missing. Use --help"],
    ['tools/new-sheet.mjs', ['Orders', 'of', 'May'], 'new-sheet: unexpected word "of"'],
  ])('%s %j ends with one sentence, before anything is built or asked', (tool, args, sentence) => {
    const { status, stdout, stderr } = run(tool, ...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
