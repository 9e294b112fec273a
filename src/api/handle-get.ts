import { formatAmount } from '../domain/money';
import { ORDER_STATUSES } from '../domain/statuses';
import { type WatchPorts, watchSweep, withHealth } from '../health/sweep-watch';
import { type Refusal, refusal } from '../intake/refusal';
import type { Cache, Clock, Crypto, Properties, WorkbookReader } from '../ports';
import { LAST_GOOD, readConfig } from '../workbook/config';
import { type AcceptedPorts, acceptedOrder, acceptedPage, acceptedSummary } from './accepted-orders';
import { authenticate, authSettings } from './authentication';
import { longHealth, SHORT_HEALTH } from './health';
import { countStranger } from './limits';
import { cachedRead } from './read-cache';
import { isRepeated, parameterNames, single, type WebEvent } from './web-request';

export interface GetPorts extends WatchPorts, AcceptedPorts {
  /** A sentence for each thing that is not in order: for who proves itself. */
  readonly troubles: () => readonly string[];
  readonly clock: Clock;
  readonly cache: Cache;
  readonly crypto: Crypto;
  readonly properties: Properties;
  readonly workbook: WorkbookReader;
}

/** Orders on one page of a list. */
const PAGE = 250;
const LISTS: readonly string[] = ['orders', ...ORDER_STATUSES.map((status) => `orders/${status}`)];
const UNSIGNED: readonly string[] = ['prices', 'health'];

/**
 * The text that a GET signs: its other parameters sorted by name as `name=value`, joined by `&`, both parts through
 * encodeURIComponent (design.md 4).
 */
const signedQuery = (event: WebEvent | null | undefined): string =>
  parameterNames(event)
    .filter((name) => !OWN_PARAMETERS.includes(name))
    .sort()
    .map((name) => `${encoded(name)}=${encoded(single(event, name))}`)
    .join('&');

/** Text that is no Unicode cannot have been signed. */
const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return '';
  }
};

/** What carries the signature is not signed itself. */
const OWN_PARAMETERS: readonly string[] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];

const isRefusal = (answer: object): answer is Refusal => 'ok' in answer && answer.ok === false;

const doubledParameters = (event: WebEvent | null | undefined): Refusal | null => {
  const doubled = parameterNames(event).filter((name) => isRepeated(event, name));
  const details = doubled.slice(0, 20).map((name) => ({ field: name.slice(0, 60), message: 'came more than once' }));
  return details.length === 0 ? null : refusal('VALIDATION_FAILED', 'Each parameter is taken once only.', details);
};

/** A read through the web app: JSON text (design.md 4). Lists and figures come from the 30-second cache. */
export const handleGet = (ports: GetPorts, event: WebEvent | null | undefined): string => {
  const doubled = doubledParameters(event);
  if (doubled) return JSON.stringify(doubled);
  const name = single(event, 'route');
  const route = GET_ROUTES.get(name);
  if (name === 'health') return JSON.stringify(health(ports, event));
  if (!UNSIGNED.includes(name)) {
    const refused = refusedGet(ports, event);
    if (refused) {
      countStranger(ports);
      return JSON.stringify(refused);
    }
  }
  if (!route) return JSON.stringify(unknownRoute(name));
  // What a stranger may read is kept once, whatever else he asks with it: he must not fill the cache.
  const asked = UNSIGNED.includes(name) ? [] : ['cursor', 'id', 'number'].map((part) => single(event, part));
  return cachedRead(ports.cache, ports.crypto, JSON.stringify([name, ...asked]), () => {
    const made = route(ports, event, ports.clock.now().toISOString());
    return { text: JSON.stringify(made), keep: !isRefusal(made) };
  });
};

const unknownRoute = (name: string): Refusal =>
  refusal('UNKNOWN_ROUTE', name ? `There is no route "${name.slice(0, 60)}".` : 'The parameter route is missing.');

/** More than the version is told to the platform only, when it proves itself. */
const health = (ports: GetPorts, event: WebEvent | null | undefined): object => {
  const proves = single(event, 'webhook-signature') !== '' || single(event, 'key') !== '';
  if (proves && !refusedGet(ports, event)) return withHealth(ports, longHealth(ports));
  // Whoever asks: the operator is told. What is told is not for strangers.
  watchSweep(ports);
  return SHORT_HEALTH;
};

const refusedGet = (ports: GetPorts, event: WebEvent | null | undefined): Refusal | null => {
  const credentials = {
    id: single(event, 'webhook-id'),
    timestamp: single(event, 'webhook-timestamp'),
    signature: single(event, 'webhook-signature'),
    key: single(event, 'key'),
    signedBody: signedQuery(event),
  };
  return authenticate(ports.crypto, authSettings(ports.properties.all()), credentials, ports.clock.now());
};

const list = (ports: GetPorts, status: string, cursor: string, asOf: string): object => {
  const page = acceptedPage(ports, status, cursor, PAGE);
  if (page) return { ok: true, orders: page.orders, ...(page.cursor ? { cursor: page.cursor } : {}), asOf };
  return refusal('VALIDATION_FAILED', 'The cursor names no place in this list.', [
    { field: 'cursor', message: 'must be one that an earlier page answered, or be left out for the first page' },
  ]);
};

const one = (ports: GetPorts, id: string, number: string, asOf: string): object => {
  if ((id === '') === (number === '')) {
    return refusal('VALIDATION_FAILED', 'Say which order: either id or number.', [
      { field: 'id', message: 'either id or number is needed' },
    ]);
  }
  const order = acceptedOrder(ports, id ? 'Order ID' : 'Order Number', id || number);
  return order ? { ok: true, order, asOf } : refusal('NOT_FOUND', `There is no order ${(id || number).slice(0, 100)}.`);
};

const prices = (ports: GetPorts, asOf: string): object => {
  const config = readConfig(ports.workbook.read(), ports.properties.all()[LAST_GOOD]);
  const { shippingFlat, shippingFreeFrom } = config.settings;
  return {
    ok: true,
    prices: config.prices.map(({ size, price, offers }) => ({
      size,
      price: formatAmount(price),
      offers: offers.map((offer) => ({ quantity: offer.quantity, price: formatAmount(offer.price) })),
    })),
    shipping: {
      fee: formatAmount(shippingFlat),
      freeFrom: shippingFreeFrom === null ? null : formatAmount(shippingFreeFrom),
    },
    asOf,
  };
};

/** How one route is answered. */
type Read = (ports: GetPorts, event: WebEvent | null | undefined, asOf: string) => object;

/** Every route of a GET (design.md 4). docs/security.md has a row for each. */
export const GET_ROUTES: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...LISTS.map((name): [string, Read] => [
    name,
    (ports, event, asOf) => list(ports, name.slice('orders/'.length), single(event, 'cursor'), asOf),
  ]),
  ['order', (ports, event, asOf) => one(ports, single(event, 'id'), single(event, 'number'), asOf)],
  ['orders/summary', (ports, _, asOf) => ({ ok: true, summary: acceptedSummary(ports), asOf })],
  ['prices', (ports, _, asOf) => prices(ports, asOf)],
  ['health', health],
]);
