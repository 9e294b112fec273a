import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** What happened in a race: each service call in its order, and how the executions ended. */
export interface Race {
  readonly order: readonly (readonly [execution: string, name: string, args: string])[];
  readonly ends: readonly { readonly status: string; readonly calls: Readonly<Record<string, number>> }[];
}

/** A race to run. `before` and `race` are JavaScript that may use `office` and `world`. */
export interface RaceWanted {
  /** The script's folder. */
  readonly script: string;
  readonly seed: number;
  /** Statements that are run first. */
  readonly before?: string;
  /** A list of promises: what goes on at the same time. */
  readonly race: string;
}

/** A folder from which races are run, each in a new process of Node. */
export interface Races {
  readonly folder: string;
  /** Runs a race; gives what happened as JSON (a {@link Race}). @throws Error with what the process complained of. */
  run(wanted: RaceWanted): string;
  /** Removes the folder. */
  remove(): void;
}

const PROGRAM = ({ before = '', race }: RaceWanted): string => `
import { Clock, Office, World } from './local.mjs';
const clock = new Clock();
clock.freeze(Date.parse('2026-10-02T15:00:00Z'));
const world = new World(clock);
const office = new Office({ world, script: process.argv[2], transport: 'workers', seed: Number(process.argv[3]), interleave: true, build: process.argv[4] });
office.create();
${before}
const order = [];
const perform = world.perform.bind(world);
world.perform = (name, args, actor, since) => { order.push([actor.execution, name, JSON.stringify(args)]); return perform(name, args, actor, since); };
await Promise.all(${race});
console.log(JSON.stringify({ order, ends: office.records.map(({ status, calls }) => ({ status, calls })) }));
await office.close();`;

/** Makes the folder, in the folder of the built prelude and worker: there the packages of the project are found. */
export const openRaces = (build = resolve('build')): Races => {
  const folder = mkdtempSync(join(build, 'race-'));
  buildSync({
    stdin: { contents: "export * from 'local-apps-script';", resolveDir: folder },
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['acorn', 'gas-local'],
    outfile: join(folder, 'local.mjs'),
  });
  return {
    folder,
    run(wanted) {
      writeFileSync(join(folder, 'program.mjs'), PROGRAM(wanted));
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['program.mjs', wanted.script, String(wanted.seed), build],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, TZ: 'America/New_York' },
        },
      );
      if (stderr !== '') throw new Error(stderr);
      return stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
