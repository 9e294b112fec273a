import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { World } from '../google/world';
import { Office } from '../office';
import { toldOf } from '../office/told';
import { app, type Preview, type Served } from './app';
import { Events } from './events';
import { greeting } from './greeting';
import { HostError } from './host-error';
import { helpOf, type Options, parseOptions } from './options';
import { findPlaces, nodeProblem, type Places } from './places';
import type { Project } from './project';
import { type Listening, listen } from './server';
import { Storage } from './storage';

/** How often triggers that have fallen due are looked for, in milliseconds. */
const TRIGGER_CHECK = 1_000;

const TORN = 'The last change was dropped: the host was stopped while writing it, before the request was answered.';

/** Prints why in one sentence and ends the program. */
const giveUp = (error: unknown): never => {
  console.error(
    error instanceof HostError
      ? error.message
      : `The host stopped: ${error instanceof Error ? error.stack : String(error)}`,
  );
  process.exit(1);
};

const run = async <Own extends object>(
  project: Project<Own>,
  options: Options & Own,
  places: Places,
): Promise<void> => {
  const { name, calls = {} } = project;
  let serve: (served: Served) => void = () => {};
  const served = new Promise<Served>((resolve) => {
    serve = resolve;
  });
  let preview: Preview | null = null;
  const listening = await listen(
    options.port,
    app(served, () => preview),
  );
  const address = `http://localhost:${listening.port}`;

  const world = new World();
  const storage = Storage.open(options.data, world, { fresh: options.fresh, program: name });
  if (storage.isTornLineCut) console.log(TORN);
  const events = new Events();
  world.onChange = (change) => {
    try {
      storage.record(change);
    } catch (error) {
      giveUp(error);
    }
    if (change.name !== 'Host.select') events.tick();
  };
  world.webAppUrl = `${address}/exec`;
  // In this thread, and so quick: nobody is served yet, but for the page that looks on.
  let office = openOffice(world, project, places, 'direct', options);
  stopOnSignals(listening, () => office, storage, events);
  const tell = (line: string, isUnderWay: boolean): void => {
    console.log(line);
    if (!isUnderWay) return;
    if (!preview) console.log(`  Watch them arrive at ${address}/`);
    preview = { office, events, name, page: places.page, calls, progress: () => line.trim().replace('…', '') };
  };
  const own = options.script === null ? project : null;
  if (own?.prepare) await own.prepare({ office, storage, options, tell });
  else if (world.original === null) office.create();
  await office.close();
  preview = null;
  office = openOffice(world, project, places, 'workers', options);
  const before = world.ui.onQuestion;
  world.ui.onQuestion = (execution) => {
    before(execution);
    events.tick();
  };
  void runDueTriggers(office);
  const { closedToOtherSites } = project;
  serve({ office, events, name, page: places.page, calls, ...(closedToOtherSites && { closedToOtherSites }) });
  events.tick();
  const more = own?.greeting?.(office, `${address}/exec`, options) ?? [];
  console.log(greeting(name, `${address}/`, `${address}/exec`, more));
};

const openOffice = (
  world: World,
  project: Pick<Project<object>, 'office'>,
  { script, build }: Places,
  transport: 'direct' | 'workers',
  options: Options,
): Office =>
  new Office({
    ...project.office,
    world,
    script,
    build,
    transport,
    loader: options.script === null ? 'compiled' : 'gas-local',
    strict: options.strict,
    told: (record) => {
      for (const line of toldOf(record)) console.error(line);
      if (options.strict && record.refusals.length > 0) giveUp(new HostError('The host stopped because of --strict.'));
    },
    // A seed that was used before would make the same "random" IDs again.
    seed: randomInt(2 ** 31),
  });

/** Runs triggers as they come due, as long as the program runs, and never two at the same time. */
const runDueTriggers = async (office: Office): Promise<void> => {
  await office.tick().catch(giveUp);
  setTimeout(() => void runDueTriggers(office), TRIGGER_CHECK);
};

/** Running executions get a moment to finish; one that waits for an answer would not. */
const LAST_MOMENT = 3_000;

const whenIdle = async (world: World): Promise<void> => {
  for (let waited = 0; world.running.size > 0 && waited < LAST_MOMENT; waited += 20) {
    await new Promise((done) => setTimeout(done, 20));
  }
};

const stopOnSignals = (listening: Listening, office: () => Office, storage: Storage, events: Events): void => {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    events.close();
    await listening.close();
    await whenIdle(office().world);
    await office().close();
    storage.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().catch(giveUp));
};

/**
 * Runs a project as the whole of a program: reads its command line (`args`, without node and the file), serves until a
 * signal comes. If something fails, it says so in one sentence and exits with code 1. The built page, prelude
 * and worker are next to the program.
 */
export const runHost = async <Own extends object>(project: Project<Own>, args: readonly string[]): Promise<void> => {
  try {
    const problem = nodeProblem(process.versions.node, project.name);
    if (problem) throw new HostError(problem);
    const options = parseOptions(args, project.options);
    if (options.help) console.log(helpOf(project.name, project.options, project.script !== undefined));
    else {
      const build = dirname(fileURLToPath(import.meta.url));
      await run(project, options, findPlaces(build, options.script, project.script));
    }
  } catch (error) {
    giveUp(error);
  }
};
