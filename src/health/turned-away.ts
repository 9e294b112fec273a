import type { Ports } from '../core/all-ports';
import type { Clock } from '../core/ports';
import { shownTime } from '../core/shown-time';

/** The Script Property that counts requests that were turned away for now: `{count, since, last}` as JSON, moments ISO 8601. */
const COUNTED = 'TURNED_AWAY';
/** Script Properties for one order each that was turned away: when, the fingerprints of its content, its id. */
const PLACES = Array.from({ length: 40 }, (_, place) => `TURNED_AWAY_${place}`);

const HOUR = 3_600_000;
/** How long they are shown, and counted together, in milliseconds. */
const SHOWN = 24 * HOUR;

interface Counted {
  readonly count: number;
  readonly since: string;
  readonly last: string;
}

/** An order as it is known without having been read. */
export interface AwayOrder {
  /** Blank when it has none. */
  readonly id: string;
  readonly fingerprint: string;
  readonly former: string;
}

const parsed = (text: string | undefined): Counted | null => {
  try {
    const { count, since, last } = JSON.parse(text ?? '') as Counted;
    return Number.isSafeInteger(count) ? { count, since, last } : null;
  } catch {
    return null;
  }
};

interface Placed extends AwayOrder {
  /** ISO 8601, UTC. */
  readonly at: string;
}

const placed = (text: string): Placed | null => {
  const [at = '', fingerprint = '', former = '', ...id] = text.split(' ');
  return former === '' ? null : { at, fingerprint, former, id: id.join(' ') };
};

const isSame = (one: AwayOrder, other: AwayOrder): boolean =>
  one.id === '' && other.id === '' ? one.fingerprint === other.fingerprint : one.id === other.id;

export type Notes = Pick<Ports, 'clock' | 'properties'>;

const placeOf = ({ properties }: Notes, order: AwayOrder): string | undefined =>
  PLACES.find((name) => {
    const known = placed(properties.all()[name] ?? '');
    return known !== null && isSame(known, order);
  });

/** A free place; many executions look for one at the same time, so each begins elsewhere. */
const freePlace = ({ properties }: Notes, { former }: AwayOrder): string | undefined => {
  const start = Number.parseInt(former.slice(0, 6), 16) % PLACES.length;
  return [...PLACES.slice(start), ...PLACES.slice(0, start)].find((name) => !properties.all()[name]);
};

/**
 * Counts a request that was turned away for now, and remembers its order until it is known that it came back. Never
 * throws: the sender is asked to retry whatever happens here. Two calls.
 * @param order null for other requests.
 */
export const noteTurnedAway = (ports: Notes, order: AwayOrder | null): void => {
  try {
    const now = ports.clock.now();
    const before = parsed(ports.properties.fresh(COUNTED));
    const goesOn = before !== null && now.getTime() - Date.parse(before.last) < SHOWN;
    const last = now.toISOString();
    const counted: Counted = { count: (goesOn ? before.count : 0) + 1, since: goesOn ? before.since : last, last };
    const place = order && !placeOf(ports, order) ? freePlace(ports, order) : undefined;
    const kept = place && order ? { [place]: [last, order.fingerprint, order.former, order.id].join(' ') } : {};
    ports.properties.set({ [COUNTED]: JSON.stringify(counted), ...kept });
  } catch {
    // See above.
  }
};

/** An order that was turned away came back, and was answered: nobody has to look for it. Free unless it was. */
export const noteCameBack = (ports: Notes, order: AwayOrder): void => {
  const place = placeOf(ports, order);
  if (place) ports.properties.set({ [place]: '' });
};

/** The requests that were turned away within the last day; null when there were none. `last` is as shown: `Nov 28, 10:29 AM`. */
export const turnedAwayLately = (
  properties: Readonly<Record<string, string>>,
  clock: Clock,
): { readonly count: number; readonly last: string } | null => {
  const counted = parsed(properties[COUNTED]);
  if (!counted || clock.now().getTime() - Date.parse(counted.last) > SHOWN) return null;
  return { count: counted.count, last: shownTime(clock, counted.last) };
};

/** Orders that were turned away an hour ago or more, each with the property that remembers it. */
export const overdueOrders = ({ clock, properties }: Notes): readonly (Placed & { readonly name: string })[] =>
  PLACES.flatMap((name) => {
    const order = placed(properties.all()[name] ?? '');
    return order && clock.now().getTime() - Date.parse(order.at) >= HOUR ? [{ ...order, name }] : [];
  });
