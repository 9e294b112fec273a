import type { Ports } from '../../core/all-ports';
import { figuresOf, limitMetKey } from '../../core/limits';
import { noteShortReads } from '../../core/reads';
import { busy, type Refusal } from '../../core/refusal';

/** What counting needs. The cache isn't durable and has no locks, so these are rough limits, not exact counts. */
type CountingPorts = Pick<Ports, 'cache' | 'clock' | 'crypto' | 'properties'>;

const MINUTE = 60;
const HOUR = 3_600;

/** Limits whose figures are in the table and no setting. */
type Counted = 'repeat' | 'refused' | 'quote' | 'status' | 'page' | 'form';

const windowKey = ({ clock }: Pick<Ports, 'clock'>, what: string, seconds: number): string =>
  `${what}:${Math.floor(clock.now().getTime() / (seconds * 1_000))}`;

const countOn = (ports: Pick<Ports, 'cache' | 'clock'>, what: string, seconds: number): void => {
  const key = windowKey(ports, what, seconds);
  ports.cache.put(key, String((Number(ports.cache.get(key)) || 0) + 1), 2 * seconds);
};

const countOf = (ports: Pick<Ports, 'cache' | 'clock'>, what: string, seconds: number): number =>
  Number(ports.cache.get(windowKey(ports, what, seconds))) || 0;

/** A key of any length and content as a short name, which says nothing of it. */
const shortKey = ({ crypto }: Pick<Ports, 'crypto'>, key: string): string => crypto.sha256(key).slice(0, 20);

/** From this many of a kind within a minute, Google's reads may run short (docs/google.md G9: 60 a minute). */
const SHORT_FROM = 10;

/** The counts of one minute: together, and by short key. One cell of the cache holds both: no more keys than `all`. */
interface Counts {
  readonly all: number;
  readonly each: Readonly<Record<string, number>>;
}

const countsIn = (text: string | null): Counts => {
  try {
    return JSON.parse(text ?? '') as Counts;
  } catch {
    return { all: 0, each: {} };
  }
};

/**
 * Counts something by its key and overall. Anything over its key's limit doesn't count toward the overall limit, so
 * that no one can use that up alone. @param key the owner: a link's token, a mailbox, an order. @returns whether it's
 * within both limits.
 */
const isWithin = (ports: CountingPorts, name: Counted, key: string): boolean => {
  const cell = windowKey(ports, name, MINUTE);
  const counts = countsIn(ports.cache.get(cell));
  const own = shortKey(ports, key);
  const [all, each] = [counts.all + 1, (counts.each[own] ?? 0) + 1];
  const most = figuresOf(name);
  if (each > most.each || all > most.all) {
    const met = limitMetKey(name, ports.clock.now().getTime());
    ports.cache.put(met, String((Number(ports.cache.get(met)) || 0) + 1), 2 * HOUR);
    return false;
  }
  const counted: Counts = { all, each: { ...counts.each, [own]: each } };
  ports.cache.put(cell, JSON.stringify(counted), 2 * MINUTE);
  if (all === SHORT_FROM) noteShortReads(ports.properties, ports.clock.now());
  return true;
};

const TOO_MANY: Readonly<Record<Exclude<Counted, 'page' | 'form'>, string>> = {
  repeat: 'repeated orders',
  refused: 'rejected orders',
  quote: 'quotes',
  status: 'requests about orders',
};

const tooMany = (name: keyof typeof TOO_MANY, seconds: number): Refusal =>
  busy(`Too many ${TOO_MANY[name]} came in within one minute.`, Math.max(1, seconds));

/**
 * Counts a request that doesn't create an order. Returns the answer BUSY if there were too many within this minute,
 * otherwise null.
 */
export const countPost = (ports: CountingPorts, name: 'quote' | 'status', key: string): Refusal | null =>
  isWithin(ports, name, key) ? null : tooMany(name, MINUTE);

/** The Script Property with the requests that are turned away unread, and until when: a {@link TurnedAway} as JSON. */
const TURNED_AWAY = 'POSTS_TURNED_AWAY';

interface TurnedAway {
  /** Epoch milliseconds. */
  readonly until: number;
  readonly posts: readonly string[];
}

/** A property holds 9 kB (docs/google.md G2), enough for this many requests a minute. */
const MOST_KNOWN = 300;

const turnedAwayIn = (text: string | undefined, now: number): TurnedAway => {
  try {
    const kept = JSON.parse(text ?? '') as TurnedAway;
    if (kept.until > now) return kept;
  } catch {
    // The property is missing or damaged.
  }
  return { until: 0, posts: [] };
};

/** A posted order that made no new one: that shows only after the workbook was read. */
export interface OrderRepeat {
  readonly name: 'repeat' | 'refused';
  /** The order's id, else the fingerprint of its content. */
  readonly key: string;
  /** This very post: the id with the content. */
  readonly post: string;
}

/**
 * Counts an order request that created no new order. Over the limits, the same request is turned away unread for the
 * rest of the minute, so that repeats don't use up what new orders need.
 */
export const countRepeat = (ports: CountingPorts, { name, key, post }: OrderRepeat): Refusal | null => {
  if (isWithin(ports, name, key)) return null;
  const minute = MINUTE * 1_000;
  const now = ports.clock.now().getTime();
  const { posts } = turnedAwayIn(ports.properties.fresh(TURNED_AWAY), now);
  const until = (Math.floor(now / minute) + 1) * minute;
  const kept: TurnedAway = { until, posts: [...posts, shortKey(ports, post)].slice(-MOST_KNOWN) };
  ports.properties.set({ [TURNED_AWAY]: JSON.stringify(kept) });
  return tooMany(name, MINUTE);
};

/**
 * The answer BUSY for a request that is turned away before anything is read; otherwise null. @param post identifies the
 * request; called only while some are turned away.
 */
export const turnedAway = (ports: CountingPorts, post: () => string): Refusal | null => {
  const now = ports.clock.now().getTime();
  const { until, posts } = turnedAwayIn(ports.properties.all()[TURNED_AWAY], now);
  return posts.length > 0 && posts.includes(shortKey(ports, post()))
    ? tooMany('repeat', Math.ceil((until - now) / 1_000))
    : null;
};

/** Counts a page or form that needs to read the sheet, by the token of its link. Returns whether it's allowed. */
export const countPage = (ports: CountingPorts, name: 'page' | 'form', token: string): boolean =>
  isWithin(ports, name, token);

/** Counts a request that failed authentication; nothing of it is stored. */
export const countStranger = (ports: CountingPorts): void => countOn(ports, 'strangers', HOUR);

/** The requests of this hour that failed authentication, as far as the cache remembers. */
export const strangersThisHour = (ports: Pick<Ports, 'cache' | 'clock'>): number => countOf(ports, 'strangers', HOUR);
