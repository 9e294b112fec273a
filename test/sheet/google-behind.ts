import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, project } from '../build/project';

/** The clasp of these tests. */
export const STAND_IN = join(__dirname, '../support/clasp-stand-in.mjs');

export const SCRIPT = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ_0123456789-abcdef';

export interface Script {
  readonly parentId: string;
  readonly files: Record<string, string>;
  readonly versions: number;
  readonly deployments: {
    readonly deploymentId: string;
    readonly versionNumber?: number;
    readonly description?: string;
  }[];
}

/** What Google and clasp know (test/support/clasp-stand-in.mjs). */
export interface Google {
  readonly signedIn: boolean;
  readonly apiOn: boolean;
  readonly mayChange: boolean;
  /** What a command of clasp is refused with, by its name. */
  readonly refuses: Record<string, string>;
  readonly scripts: Record<string, Script>;
  readonly asked: string[][];
}

/** A script of the same age as a blank sheet's: a manifest, and nothing deployed. */
export const blank: Script = {
  parentId: 'sheet-0',
  files: { 'appsscript.json': '{}' },
  versions: 0,
  deployments: [],
};

/** A built project with an account behind it. */
export const place = (given: Partial<Google> = {}, files: Record<string, string> = {}) => {
  const root = project({
    '.clasp.json': fileOf(join(__dirname, '../..'), '.clasp.json'),
    'dist/Code.js': 'var App = {};',
    'dist/appsscript.json': '{"timeZone": "Europe/Berlin"}',
    'dist/print.html': '<p>Print</p>',
    ...files,
  });
  mkdirSync(join(root, 'google'), { recursive: true });
  const path = join(root, 'google/state.json');
  const google = { signedIn: true, apiOn: true, mayChange: true, refuses: {}, scripts: {}, asked: [], ...given };
  writeFileSync(path, JSON.stringify(google));
  process.env.CLASP_STAND_IN = path;
  const said: string[] = [];
  return {
    root,
    clasp: STAND_IN,
    say: (line: string) => void said.push(line),
    said,
    google: (): Google => JSON.parse(readFileSync(path, 'utf8')),
    change: (more: Partial<Google>) =>
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...more })),
    ids: () => JSON.parse(fileOf(root, '.clasp.local.json')),
  };
};
