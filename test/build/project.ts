import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A manifest that suits a product which calls no service. */
export const manifest = {
  timeZone: 'America/New_York',
  runtimeVersion: 'V8',
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
  oauthScopes: [] as string[],
  webapp: { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' },
};

/** The doors, as src/main.ts exports them. */
export const mainTs = `
export function doGet(): unknown { return null; }
export function doPost(): unknown { return null; }
export function onOpen(): unknown { return null; }
export function rpc(): unknown { return null; }
export function checkThisAccount(): unknown { return null; }
`;

const made: string[] = [];

/** A folder of its own that holds a small product: the given files, and the usual ones where none are given. */
export const project = (files: Record<string, string> = {}): string => {
  const root = mkdtempSync(join(tmpdir(), 'cps-orders-build-'));
  made.push(root);
  const usual = {
    'package.json': '{"version": "1.2.3", "type": "module"}',
    'appsscript.json': JSON.stringify(manifest),
    'src/main.ts': mainTs,
  };
  for (const [name, content] of Object.entries({ ...usual, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
};

/** The text of a file of a project. */
export const fileOf = (root: string, name: string): string => readFileSync(join(root, name), 'utf8');

/** What clasp would push from a folder. It asks nobody. */
export const pushedBy = (folder: string): string[] => {
  const clasp = join(__dirname, '../../node_modules/@google/clasp/build/src/index.js');
  const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
  const { filesToPush } = JSON.parse(execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], options));
  return filesToPush.sort();
};

/** Removes the folders that `project` has made. */
export const removeProjects = (): void => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
};
