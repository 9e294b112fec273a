import type { Office } from 'local-apps-script';
import { HostError, type Storage } from 'local-apps-script/host';
import { PEOPLE } from '../cps';
import type { AuthMode } from '../options';
import { provenPost } from '../proven-post';
import { secretsOf } from '../set-up';
import { SAMPLE_EVENTS } from './events';
import { typeEvents, typeStatus } from './staff';
import { type PostedStep, sampleStory, spread } from './story';
import { busyTime } from './times';

const DAY = 86_400_000;
const SAMPLE = 'sample';
/** How often a request that is asked to retry later does so, a minute apart. */
const ATTEMPTS = 5;
const MINUTE = 61_000;
/** How long the triggers may not run before something happens: after an hour the program reports that they have stopped. */
const PAUSE = 50 * 60_000;
const HOST = { effectiveUser: PEOPLE.operator, activeUser: PEOPLE.operator, execution: 'host', bound: '' };

/** Sets the clock of a new data folder back, so that its sample orders end today. To be called before the set-up. */
export const goBack = (office: Office, count: number): void => {
  if (count > 0 && office.world.original === null) office.world.perform('Host.advance', [-spread(count) - DAY], HOST);
};

/**
 * Fills the Events tab and lets the sample story happen through the product's front doors while the clock moves on to
 * the real time: orders are posted to the web app, staff paste into the sheet; the triggers that run every few
 * minutes do so before each busy time, those of the night and the morning once at the end.
 * `tell` hears how far it is, and whether it goes on.
 * Once for a data folder; begun again, after a sudden end, with the same posts, which then count as duplicates.
 * @throws HostError with the answer to the first request that is refused.
 */
export const postSample = async (
  office: Office,
  storage: Storage,
  count: number,
  mode: AuthMode,
  tell: (line: string, isUnderWay: boolean) => void,
): Promise<void> => {
  if (count === 0) return;
  if (storage.has(SAMPLE)) {
    tell('The data folder has its sample orders already; --fresh --sample makes new ones.', false);
    return;
  }
  tell(`Making ${count} sample orders…`, true);
  await typeEvents(office, SAMPLE_EVENTS, Date.now() - spread(count), spread(count));
  let made = 0;
  let told = Date.now();
  const start = Date.now();
  let lastRun = Number.NEGATIVE_INFINITY;
  for (const step of sampleStory(count)) {
    moveTo(office, busyTime(start - step.ago, start, office.manifest.timeZone));
    if (office.world.clock.now() - lastRun > PAUSE) {
      await office.tick('every few minutes');
      lastRun = office.world.clock.now();
    }
    if ('to' in step) await typeStatus(office, step);
    else await post(office, step, mode);
    await breath();
    if ('isOrder' in step && step.isOrder) made += 1;
    if (Date.now() - told > 1_000) {
      tell(`  ${made} of ${count} sample orders`, true);
      told = Date.now();
    }
  }
  moveTo(office, Date.now());
  await office.tick();
  tell(`${count} sample orders are there.`, false);
  storage.mark(SAMPLE);
};

/** Lets signals and requests in: everything else here happens in one go. */
const breath = (): Promise<void> => new Promise((done) => setImmediate(done));

const moveTo = (office: Office, moment: number): void => {
  const left = moment - office.world.clock.now();
  if (left > 0) office.world.perform('Host.advance', [left], HOST);
};

const post = async (office: Office, step: PostedStep, mode: AuthMode): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const { body, query } = provenPost(step.body, mode, secretsOf(office), office.world.clock.now());
    const response = await office.request({ method: 'POST', query, body, contentType: 'application/json' });
    const key = response.location?.replace(/^.*\//, '');
    const text = key === undefined ? response.body : office.echo(key).body;
    const answer = parsed(text);
    if (answer.ok === true) return;
    if (answer.retry !== true || attempt === ATTEMPTS)
      throw new HostError(`A sample post was refused: ${text.slice(0, 500)}; it was ${body.slice(0, 300)}`);
    moveTo(office, office.world.clock.now() + MINUTE);
  }
};

const parsed = (text: string): { readonly ok?: unknown; readonly retry?: unknown } => {
  try {
    return JSON.parse(text) as { ok?: unknown; retry?: unknown };
  } catch {
    return {};
  }
};
