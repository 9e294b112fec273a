import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Clock } from '../google/clock';
import { World } from '../google/world';
import { Office, type OfficeOptions } from '../office';
import { swallowedIn } from '../office/told';
import type { Loader } from '../script/load';

/** The moment at which a test's clock starts, unless it says otherwise. */
export const NOW = '2026-10-02T15:00:00.000Z';

/** What a test may choose. */
export interface OfficeChoices extends Pick<OfficeOptions, 'name' | 'people' | 'state' | 'strict'> {
  /** A folder of a script, or its files by name (`Code.js`, `Page.html`, `appsscript.json`). */
  readonly script: string | Readonly<Record<string, string>>;
  /** ISO time at which the clock starts. */
  readonly now?: string;
  readonly seed?: number;
  readonly transport?: 'direct' | 'workers';
  /** With workers: the seed chooses the order of service calls. */
  readonly interleave?: boolean;
  /** What {@link closeOffices} makes of a refusal that the script has caught: it throws, unless it is `told`. */
  readonly refusals?: 'fail' | 'told';
  /** How the script is loaded; as {@link loadScriptsBy} said, unless told. */
  readonly loader?: Loader;
}

let usualLoader: Loader = 'compiled';

/** Says how scripts are loaded in this test file. */
export const loadScriptsBy = (loader: Loader): void => {
  usualLoader = loader;
};

/** Sets the switches of a whole run of tests: `LOCAL_APPS_SCRIPT_SWITCHES='{"undoFiresEdit":false}'`. */
const turnSwitches = (office: Office): void => {
  const positions = process.env.LOCAL_APPS_SCRIPT_SWITCHES;
  // Only then: a change of weather wakes the scheduler, and a seed would give another order of calls.
  if (positions !== undefined) office.weather({ switches: JSON.parse(positions) as object });
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
  script,
  now = NOW,
  seed = 1,
  transport = 'direct',
  interleave = false,
  loader = usualLoader,
  refusals = 'fail',
  ...project
}: OfficeChoices): Office => {
  const folder = typeof script === 'string' ? script : written(script);
  const clock = new Clock();
  clock.freeze(Date.parse(now));
  const office = new Office({
    ...project,
    world: new World(clock),
    script: folder,
    transport,
    seed,
    interleave,
    loader,
    told: (record) => {
      if (refusals === 'fail') swallowed.push(...swallowedIn(record).map((what) => `${what} in ${record.function}`));
    },
  });
  office.create();
  turnSwitches(office);
  opened.push({ office, folder: typeof script === 'string' ? null : folder });
  return office;
};

/** What was refused and did not show, in the offices that are open. */
const swallowed: string[] = [];

/**
 * Closes every office of a test file: for `afterAll` or `afterEach`.
 * @throws Error naming what the local Apps Script does not have, when a script asked for it and caught the refusal.
 */
export const closeOffices = async (): Promise<void> => {
  for (const { office, folder } of opened.splice(0)) {
    await office.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
  const hidden = [...new Set(swallowed.splice(0))];
  if (hidden.length > 0)
    throw new Error(
      `a script used what the local Apps Script doesn't have, and caught the error: ${hidden.join(', ')}`,
    );
};

/** An office whose script is one function `main(...)` with this body, and what it returns. */
export const evaluate = async (
  body: string,
  choices: Omit<OfficeChoices, 'script'> = {},
  ...args: readonly (string | number | boolean | null)[]
) => {
  const office = openOffice({ ...choices, script: { 'Code.js': `function main() { ${body} }` } });
  const { outcome } = await office.call('main', args);
  if (outcome.status === 'failed') throw Object.assign(new Error(outcome.error.message), { name: outcome.error.name });
  if (outcome.status !== 'completed') throw new Error(outcome.status);
  return outcome.value.type === 'json' ? outcome.value.value : undefined;
};
