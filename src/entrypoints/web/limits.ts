import type { Ports } from '../../core/all-ports';
import { busy, type Refusal } from '../../core/refusal';

/** What counting needs. The cache is no durable store and takes no turns: these are ceilings, not accounts. */
type CountingPorts = Pick<Ports, 'cache' | 'clock'>;

const MINUTE = 60;
const HOUR = 3_600;

const keyOf = ({ clock }: CountingPorts, what: string, seconds: number): string =>
  `${what}:${Math.floor(clock.now().getTime() / (seconds * 1_000))}`;

const countOf = (ports: CountingPorts, what: string, seconds: number): number =>
  Number(ports.cache.get(keyOf(ports, what, seconds))) || 0;

const countOn = (ports: CountingPorts, what: string, seconds: number): number => {
  const count = countOf(ports, what, seconds) + 1;
  ports.cache.put(keyOf(ports, what, seconds), String(count), 2 * seconds);
  return count;
};

/**
 * Posts a minute that prove themselves and make no new order: refused ones, duplicates, quotes, status changes. New
 * orders are counted in the Ledger. Together they stay near what the Sheets service lets one account read a minute.
 */
const MOST_OTHER_POSTS = 50;

const tooManyRepeats = (seconds: number): Refusal =>
  busy(`More than ${MOST_OTHER_POSTS} posts that made no new order came in within a minute.`, Math.max(1, seconds));

/** Counts such a post; the answer BUSY when there were too many within this minute, else null. */
export const countOtherPost = (ports: CountingPorts): Refusal | null =>
  countOn(ports, 'posts', MINUTE) <= MOST_OTHER_POSTS ? null : tooManyRepeats(MINUTE);

/** The Script Property with the moment until which posted orders are turned away; epoch milliseconds. */
const TURNED_AWAY_UNTIL = 'POSTS_TURNED_AWAY_UNTIL';

/**
 * Counts a posted order that made no new one: that shows only after the workbook was read. Beyond the ceiling the rest of
 * the minute is turned away unread, so that repeats do not use up what new orders of the next one need.
 */
export const countRepeat = (ports: CountingPorts & Pick<Ports, 'properties'>): Refusal | null => {
  const tooMany = countOtherPost(ports);
  if (!tooMany) return null;
  const minute = MINUTE * 1_000;
  const until = (Math.floor(ports.clock.now().getTime() / minute) + 1) * minute;
  ports.properties.set({ [TURNED_AWAY_UNTIL]: String(until) });
  return tooMany;
};

/** The answer BUSY while posted orders are turned away, before anything is read; else null. */
export const turnedAway = ({ clock, properties }: CountingPorts & Pick<Ports, 'properties'>): Refusal | null => {
  const left = Number(properties.all()[TURNED_AWAY_UNTIL]) - clock.now().getTime();
  return left > 0 ? tooManyRepeats(Math.ceil(left / 1_000)) : null;
};

/**
 * Pages of customers a minute that have to read the sheet: so many that no order has to wait because somebody's mail
 * scanner opens all links at once.
 */
const MOST_PAGES = 25;

/** Counts such a page; whether it may be made. */
export const countPage = (ports: CountingPorts): boolean => countOn(ports, 'pages', MINUTE) <= MOST_PAGES;

/** Counts a request that could not prove itself; nothing of it is stored. */
export const countStranger = (ports: CountingPorts): void => {
  countOn(ports, 'strangers', HOUR);
};

/** The requests of this hour that could not prove themselves, as far as the cache remembers. */
export const strangersThisHour = (ports: CountingPorts): number => countOf(ports, 'strangers', HOUR);
