import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { curlLine, greeting } from '../../../demo/greeting';
import { goBack, postSample } from '../../../demo/sample/sample';
import { secretsOf, setAuth, setUp } from '../../../demo/set-up';
import { World } from '../google/world';
import { Office } from '../office';
import { app, type Preview, type Served } from './app';
import { Events } from './events';
import { HostError } from './host-error';
import { HELP, type Options, parseOptions } from './options';
import { findPlaces, nodeProblem, type Places } from './places';
import { type Listening, listen } from './server';
import { Storage } from './storage';

/** How often triggers that have fallen due are looked for, in milliseconds. */
const TRIGGER_CHECK = 1_000;

/** Says why in one sentence and ends the program. */
const giveUp = (error: unknown): never => {
  console.error(
    error instanceof HostError
      ? error.message
      : `The host stopped: ${error instanceof Error ? error.stack : String(error)}`,
  );
  process.exit(1);
};

const run = async (options: Options, places: Places): Promise<void> => {
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
  const storage = Storage.open(options.data, world, { fresh: options.fresh });
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
  let office = openOffice(world, places, 'direct', options);
  stopOnSignals(listening, () => office, storage, events);
  await prepare(office, storage, options, (line, isUnderWay) => {
    console.log(line);
    if (!isUnderWay) return;
    if (!preview) console.log(`  Watch them come in at ${address}/`);
    preview = { office, events, page: places.page, progress: () => line.trim().replace('…', '') };
  });
  await office.close();
  preview = null;
  office = openOffice(world, places, 'workers', options);
  const before = world.ui.onQuestion;
  world.ui.onQuestion = (execution) => {
    before(execution);
    events.tick();
  };
  void runDueTriggers(office);
  serve({ office, events, page: places.page });
  events.tick();
  const isProduct = options.script === null;
  const curl = isProduct ? curlLine(`${address}/exec`, options.auth, secretsOf(office), world.clock.now()) : null;
  console.log(greeting(`${address}/`, `${address}/exec`, options.auth, curl));
};

const openOffice = (
  world: World,
  { script, build }: Places,
  transport: 'direct' | 'workers',
  options: Options,
): Office =>
  new Office({
    world,
    script,
    build,
    transport,
    loader: options.script === null ? 'compiled' : 'gas-local',
    // A seed that was used before would make the same "random" ids again.
    seed: randomInt(2 ** 31),
  });

/** Runs what falls due, as long as the program runs; never twice at the same time. */
const runDueTriggers = async (office: Office): Promise<void> => {
  await office.tick().catch(giveUp);
  setTimeout(() => void runDueTriggers(office), TRIGGER_CHECK);
};

/** @param tell hears how far the sample orders are. */
const prepare = async (
  office: Office,
  storage: Storage,
  options: Options,
  tell: (line: string, isUnderWay: boolean) => void,
): Promise<void> => {
  if (options.script !== null) {
    if (office.world.original === null) office.create();
    return;
  }
  goBack(office, options.sample);
  await setUp(office, storage);
  setAuth(office, options.auth);
  await postSample(office, storage, options.sample, options.auth, tell);
};

/** Running executions get a moment to end; one that waits for a person's answer would not. */
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

try {
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new HostError(problem);
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else await run(options, findPlaces(dirname(fileURLToPath(import.meta.url)), options.script));
} catch (error) {
  giveUp(error);
}
