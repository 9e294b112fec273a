import type { Office } from '../office';
import { HostError } from './host-error';
import type { AuthMode } from './options';
import { provenPost } from './proven-post';
import { sampleOrder } from './sample-orders';
import { secretsOf } from './set-up';
import type { Storage } from './storage';

const DAY = 86_400_000;
const PERIOD = 60 * DAY;
/** Fewer than a consumer account may mail (platform-facts 1), so that every sample order gets its receipt. */
const MOST_A_DAY = 60;
const SAMPLE = 'sample';
const HOST = { effectiveUser: '', activeUser: '', execution: 'host', bound: '' };

/** Over how long the sample orders spread: two months, longer when there are many; milliseconds. */
const spread = (count: number): number => Math.max(PERIOD, (count / MOST_A_DAY) * DAY);

/** Sets the clock of a new data folder back, so that its sample orders end today. To be called before the set-up. */
export const goBack = (office: Office, count: number): void => {
  if (count > 0 && office.world.original === null) office.world.perform('Host.advance', [-spread(count)], HOST);
};

/**
 * Posts the sample orders through the web app while the clock moves on to the real time. Once for a data folder;
 * begun again, after a sudden end, with the same orders, which then count as duplicates.
 * @throws HostError with the answer to the first order that is refused.
 */
export const postSample = async (
  office: Office,
  storage: Storage,
  count: number,
  mode: AuthMode,
  tell: (line: string) => void,
): Promise<void> => {
  if (count === 0) return;
  if (storage.has(SAMPLE)) {
    tell('The data folder has its sample orders already; --fresh --sample makes new ones.');
    return;
  }
  const secrets = secretsOf(office);
  for (let number = 1; number <= count; number += 1) {
    moveTo(office, Date.now() - spread(count) * (1 - number / count));
    const { body, query } = provenPost(sampleOrder(number), mode, secrets, office.world.clock.now());
    await postOne(office, body, query);
    if (number % 100 === 0 || number === count) tell(`${number} of ${count} sample orders posted`);
  }
  moveTo(office, Date.now());
  storage.mark(SAMPLE);
};

const moveTo = (office: Office, moment: number): void => {
  const left = moment - office.world.clock.now();
  if (left > 0) office.world.perform('Host.advance', [left], HOST);
};

const postOne = async (office: Office, body: string, query: string): Promise<void> => {
  const response = await office.request({ method: 'POST', query, body, contentType: 'application/json' });
  const key = response.location?.replace(/^.*\//, '');
  const answer = key === undefined ? response.body : office.echo(key).body;
  if (!isAccepted(answer)) throw new HostError(`A sample order was refused: ${answer.slice(0, 500)}`);
};

const isAccepted = (answer: string): boolean => {
  try {
    return (JSON.parse(answer) as { ok?: unknown }).ok === true;
  } catch {
    return false;
  }
};
