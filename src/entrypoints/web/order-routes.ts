import type { Ports } from '../../core/all-ports';
import { setFeedback } from '../../customers/set-feedback';
import { mailboxOf } from '../../domain/mailbox';
import { deliver } from '../../email/deliver';
import { canonicalJson } from '../../intake/canonical-json';
import { type JsonObject, readOrderForm } from '../../intake/order-form';
import { quoteOrder } from '../../intake/quote-order';
import { changeStatus, type StatusRequest } from '../../statuses/change-status';
import { configOf } from '../../workbook/config';
import { foreignBody } from './foreign-body';
import { NEW_ORDER_ROUTE } from './new-order-route';
import { type FeedbackRequest, readFeedback, readShipping, readStatus } from './read-requests';
import { type PostRoute, postRoute } from './route';

const BY = { source: 'API', by: 'ordering platform' } as const;

const change = (ports: Ports, request: StatusRequest): object => {
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const now = ports.clock.now().getTime();
  const changed = changeStatus(ports, view, request, BY);
  if ('ok' in changed) return changed;
  const { emails, unchanged, ...answer } = changed;
  deliver(ports, view, config, emails, now);
  return { ok: true, ...answer, ...(unchanged ? { unchanged } : {}) };
};

const keepFeedback = (ports: Ports, request: FeedbackRequest): object => {
  const view = ports.workbook.read();
  return setFeedback(ports, view, configOf(ports, view), request, BY);
};

const quote = (ports: Ports, body: JsonObject): object => {
  const foreign = foreignBody(body);
  if (foreign) return foreign;
  const view = ports.workbook.read();
  return quoteOrder(body, configOf(ports, view), ports.addressLook);
};

/** The mailbox in the body of an order; blank without one. */
const mailboxIn = (body: JsonObject): string => {
  const { email } = readOrderForm(body).values;
  return typeof email === 'string' ? mailboxOf(email) : '';
};

const named = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** How often one order is posted about. */
const OF_ORDER = {
  limit: 'status',
  keyOf: (_: unknown, body: JsonObject): string => named(body.orderId) || named(body.orderNumber),
} as const;

/**
 * Everything that can be posted (docs/design.md 4). docs/security.md and docs/openapi.json have each;
 * test/entrypoints/web/routes.test.ts names the one that is missing.
 */
export const POST_ROUTES: readonly PostRoute[] = [
  NEW_ORDER_ROUTE,
  /** The body of an order. */
  postRoute({
    path: 'orders/quote',
    limit: 'quote',
    keyOf: ({ crypto }, body) => mailboxIn(body) || crypto.sha256(canonicalJson(body)),
    read: (asked) => ({ asked, remarks: [] }),
    run: quote,
  }),
  /** `{orderId | orderNumber, status}`, by the same rules as a typed status. */
  postRoute({ ...OF_ORDER, path: 'orders/status', read: readStatus, run: change }),
  /** `{orderId | orderNumber, shipped: true, trackingNumber?}`; a pickup order is handed over by it. */
  postRoute({ ...OF_ORDER, path: 'orders/shipping', read: readShipping, run: change }),
  /** `{orderId | orderNumber, rating?, feedback}`; kept in column R as readable text. */
  postRoute({ ...OF_ORDER, path: 'orders/feedback', read: readFeedback, run: keepFeedback }),
];
