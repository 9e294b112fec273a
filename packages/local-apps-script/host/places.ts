import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HostError } from './host-error';

/** Where the built parts lie. */
export interface Places {
  /** The script to run: the project's own, or what `--script` named. */
  readonly script: string;
  /** The folder of the built prelude and worker. */
  readonly build: string;
  /** The folder of the built page. */
  readonly page: string;
}

const OLDEST_NODE = 20;

/** Why this Node cannot run the host; null when it can. */
export const nodeProblem = (version: string, program: string): string | null =>
  Number(version.split('.')[0]) >= OLDEST_NODE
    ? null
    : `${program} needs Node ${OLDEST_NODE} or newer; this is Node ${version}.`;

/**
 * Finds what the host runs. `build` is the folder of the running program, `asked` what `--script` named, `own` gives
 * the folder of the project's own script.
 * @throws HostError naming what is missing and what makes it.
 */
export const findPlaces = (build: string, asked: string | null, own?: () => string): Places => {
  if (asked !== null) checkScript(asked);
  const script = asked === null ? own?.() : resolve(asked);
  if (script === undefined)
    throw new HostError('Which script should run? Use --script DIR, the folder with its files.');
  for (const part of ['prelude.js', 'worker.mjs']) {
    if (!existsSync(join(build, part)))
      throw new HostError(`build/${part} is missing. Run \`npm run build\`, or start with \`npm start\`.`);
  }
  return { script, build, page: join(build, 'page') };
};

const checkScript = (folder: string): void => {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new HostError(`--script must be a folder, but there is none at ${folder}.`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  if (!names.some((name) => /\.(js|gs)$/.test(name)))
    throw new HostError(`The folder ${folder} has no Apps Script files (.js or .gs).`);
};
