import { refusal } from '../../core/refusal';
import { formatAmount } from '../../domain/money';
import { ORDER_STATUSES } from '../../domain/statuses';
import { watchSweep, withHealth } from '../../health/sweep-watch';
import { configOf } from '../../workbook/config';
import { acceptedOrder, acceptedPage, acceptedSummary } from './accepted-orders';
import { longHealth, SHORT_HEALTH } from './health';
import type { GetPorts, GetRoute, Question } from './route';

/** Orders on one page of a list. */
const PAGE = 250;

const list = (ports: GetPorts, status: string, cursor: string, asOf: string): object => {
  const page = acceptedPage(ports, status, cursor, PAGE);
  if (page) return { ok: true, orders: page.orders, ...(page.cursor ? { cursor: page.cursor } : {}), asOf };
  return refusal('VALIDATION_FAILED', 'The cursor is not valid.', [
    { field: 'cursor', message: 'must come from an earlier page (omit it for the first page)' },
  ]);
};

const one = (ports: GetPorts, id: string, number: string, asOf: string): object => {
  if ((id === '') === (number === '')) {
    return refusal('VALIDATION_FAILED', 'Specify the order by either id or number.', [
      { field: 'id', message: 'either id or number is required' },
    ]);
  }
  const order = acceptedOrder(ports, id ? 'Order ID' : 'Order Number', id || number);
  return order
    ? { ok: true, order, asOf }
    : refusal('NOT_FOUND', `Order ${(id || number).slice(0, 100)} was not found.`);
};

const prices = (ports: GetPorts, asOf: string): object => {
  const config = configOf(ports, ports.workbook.read());
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

/** Only the authenticated platform gets more than the version. */
const health = (ports: GetPorts, { proves }: Question): object => {
  if (proves()) return withHealth(ports, longHealth(ports));
  // Anyone may trigger the operator's alert, but its content isn't for strangers.
  watchSweep(ports);
  return SHORT_HEALTH;
};

const listRoute = (status: string): GetRoute => ({
  method: 'GET',
  path: status ? `orders/${status}` : 'orders',
  auth: 'signature',
  keptBy: ['cursor'],
  answer: (ports, { given, asOf }) => list(ports, status, given('cursor'), asOf),
});

/**
 * Every read of the web app (docs/design.md 4). docs/security.md and docs/openapi.json have each;
 * test/entrypoints/web/routes.test.ts names the one that is missing.
 */
export const GET_ROUTES: readonly GetRoute[] = [
  ...['', ...ORDER_STATUSES].map(listRoute),
  {
    method: 'GET',
    path: 'order',
    auth: 'signature',
    keptBy: ['id', 'number'],
    answer: (ports, { given, asOf }) => one(ports, given('id'), given('number'), asOf),
  },
  {
    method: 'GET',
    path: 'orders/summary',
    auth: 'signature',
    keptBy: [],
    answer: (ports, { asOf }) => ({ ok: true, summary: acceptedSummary(ports), asOf }),
  },
  // What strangers may read is cached once, no matter what else they send, so that they can't fill the cache.
  {
    method: 'GET',
    path: 'prices',
    auth: 'none',
    keptBy: [],
    answer: (ports, { asOf }) => prices(ports, asOf),
  },
  { method: 'GET', path: 'health', auth: 'none', keptBy: null, answer: health },
];
