import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect } from '@jest/globals';
import { Clock } from '../../packages/local-apps-script/google/clock';
import { World } from '../../packages/local-apps-script/google/world';
import { Office } from '../../packages/local-apps-script/office';
import type { Loader } from '../../packages/local-apps-script/script/load';
import { CONFORMANCE } from './conformance';

/** The moment at which a test's clock stands, unless it says otherwise. */
export const NOW = '2026-10-02T15:00:00.000Z';

/** What a test may choose. */
export interface OfficeChoices {
  /** A folder of a script, or its files by name (`Code.js`, `Page.html`, `appsscript.json`). */
  readonly script?: string | Readonly<Record<string, string>>;
  /** ISO time at which the clock stands. */
  readonly now?: string;
  readonly seed?: number;
  readonly transport?: 'direct' | 'workers';
  /** With workers: the seed chooses the order of service calls. */
  readonly interleave?: boolean;
  /** How the script is loaded; by gas-local in the tests of {@link CONFORMANCE}, else compiled. */
  readonly loader?: Loader;
}

const usualLoader = (): Loader => {
  const path = relative(process.cwd(), expect.getState().testPath ?? '').replaceAll('\\', '/');
  return CONFORMANCE.includes(path) ? 'gas-local' : 'compiled';
};

const opened: { office: Office; folder: string | null }[] = [];

const written = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
};

/** An office with a spreadsheet, on a clock that stands still. Close it with {@link closeOffices}. */
export const openOffice = ({
  script = 'dist',
  now = NOW,
  seed = 1,
  transport = 'direct',
  interleave = false,
  loader = usualLoader(),
}: OfficeChoices = {}): Office => {
  const folder = typeof script === 'string' ? script : written(script);
  const clock = new Clock();
  clock.freeze(Date.parse(now));
  const office = new Office({ world: new World(clock), script: folder, transport, seed, interleave, loader });
  office.create();
  opened.push({ office, folder: typeof script === 'string' ? null : folder });
  return office;
};

/** Closes every office of a test file: for `afterAll` or `afterEach`. */
export const closeOffices = async (): Promise<void> => {
  for (const { office, folder } of opened.splice(0)) {
    await office.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
};

/** An office whose script is one function `main(...)` with this body, and what it returns. */
export const evaluate = async (
  body: string,
  choices: OfficeChoices = {},
  ...args: readonly (string | number | boolean | null)[]
) => {
  const office = openOffice({ ...choices, script: { 'Code.js': `function main() { ${body} }` } });
  const { outcome } = await office.call('main', args);
  if (outcome.status === 'failed') throw Object.assign(new Error(outcome.error.message), { name: outcome.error.name });
  if (outcome.status !== 'completed') throw new Error(outcome.status);
  return outcome.value.type === 'json' ? outcome.value.value : undefined;
};
