import type { Ports } from '../../core/all-ports';
import { shown } from '../../core/fields';
import type { FieldProblem } from '../../core/refusal';
import { setFeedback } from '../../customers/set-feedback';
import { mayHaveLostDigits, SEND_AS_TEXT } from '../../domain/json/decimal';
import { parseOrderStatus, parseShippingStatus, SHIPPING_FACTS, STATUS_WORDS } from '../../domain/statuses';
import { deliver } from '../../email/deliver';
import { TRACKING_FORM } from '../../email/tracking';
import type { JsonObject } from '../../intake/order-form';
import { quoteOrder } from '../../intake/quote-order';
import { changeStatus, type StatusRequest } from '../../statuses/change-status';
import { configOf } from '../../workbook/config';
import { NEW_ORDER_ROUTE } from './new-order-route';
import { type PostRoute, postRoute, type Reading } from './route';

const BY = { source: 'API', by: 'ordering platform' } as const;

const text = (body: JsonObject, field: string): string => {
  const value = body[field];
  const isText = typeof value === 'number' ? !mayHaveLostDigits(value) : typeof value === 'string';
  return isText ? String(value).trim() : '';
};

/** Characters; no order has a longer id or number. */
const LONGEST_ID = 100;

/** Which order a post means: exactly one of `orderId` and `orderNumber`. */
const orderOf = (
  body: JsonObject,
): { readonly orderId: string; readonly orderNumber: string; readonly problems: FieldProblem[] } => {
  const [orderId, orderNumber] = [text(body, 'orderId'), text(body, 'orderNumber')];
  const isClear =
    (orderId === '') !== (orderNumber === '') && Math.max(orderId.length, orderNumber.length) <= LONGEST_ID;
  const problems = isClear
    ? []
    : [
        {
          field: 'orderNumber',
          message: `either orderId or orderNumber is needed, as text of at most ${LONGEST_ID} characters`,
        },
      ];
  return { orderId, orderNumber, problems };
};

const change = (ports: Ports, request: StatusRequest): object => {
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const now = ports.clock.now().getTime();
  const changed = changeStatus(ports, view, request, BY);
  if ('ok' in changed) return changed;
  const { mails, unchanged, ...answer } = changed;
  deliver(ports, view, config, mails, now);
  return { ok: true, ...answer, ...(unchanged ? { unchanged } : {}) };
};

const readStatus = (body: JsonObject): Reading<StatusRequest> => {
  const { orderId, orderNumber, problems } = orderOf(body);
  const status = text(body, 'status');
  if (!status) problems.push({ field: 'status', message: `is missing: ${STATUS_WORDS}` });
  else if (!parseOrderStatus(status)) {
    problems.push({ field: 'status', message: `${shown(status)} is no status: ${STATUS_WORDS}` });
  }
  if (problems.length > 0) return { problems };
  return { asked: { orderId, orderNumber, status, shipping: null, trackingNumber: '' } };
};

const readShipping = (body: JsonObject): Reading<StatusRequest> => {
  const { orderId, orderNumber, problems } = orderOf(body);
  const asked = body.shippingStatus === undefined ? null : parseShippingStatus(text(body, 'shippingStatus'));
  const isShipped =
    body.shipped === true || body.shipped === 'true' || (asked && SHIPPING_FACTS[asked].brings !== null);
  if (!isShipped)
    problems.push({ field: 'shipped', message: 'must be true: a step back is made by a person in the sheet' });
  const trackingNumber = text(body, 'trackingNumber');
  const misspelt = Object.keys(body).find((key) => /track/i.test(key) && key !== 'trackingNumber');
  if (misspelt) problems.push({ field: misspelt.slice(0, 60), message: 'is not read: trackingNumber is' });
  if (typeof body.trackingNumber === 'number' && !trackingNumber) {
    problems.push({ field: 'trackingNumber', message: SEND_AS_TEXT });
  }
  if (trackingNumber && !TRACKING_FORM.test(trackingNumber)) {
    problems.push({ field: 'trackingNumber', message: 'has letters, digits, blanks and - only, 4 to 40 of them' });
  }
  if (problems.length > 0) return { problems };
  return { asked: { orderId, orderNumber, status: 'shipped', shipping: null, trackingNumber } };
};

const LONGEST_FEEDBACK = 2_000;

type FeedbackRequest = Parameters<typeof setFeedback>[3];

const readFeedback = (body: JsonObject): Reading<FeedbackRequest> => {
  const { orderId, orderNumber, problems } = orderOf(body);
  const comment = text(body, 'feedback');
  const { rating = null } = body;
  const isRating =
    rating === null || (typeof rating === 'number' && Number.isInteger(rating) && rating >= 1 && rating <= 5);
  if (!isRating) problems.push({ field: 'rating', message: 'must be a whole number from 1 to 5' });
  if (!comment && rating === null)
    problems.push({ field: 'feedback', message: 'is missing: a comment or a rating is needed' });
  if (comment.length > LONGEST_FEEDBACK)
    problems.push({
      field: 'feedback',
      message: `has ${comment.length} characters: at most ${LONGEST_FEEDBACK} are kept`,
    });
  if (problems.length > 0) return { problems };
  return { asked: { orderId, orderNumber, rating: isRating ? (rating as number | null) : null, comment } };
};

const keepFeedback = (ports: Ports, request: FeedbackRequest): object => {
  const view = ports.workbook.read();
  return setFeedback(ports, view, configOf(ports, view), request, BY);
};

const quote = (ports: Ports, body: JsonObject): object => {
  const view = ports.workbook.read();
  return quoteOrder(body, configOf(ports, view), ports.addressLook);
};

/**
 * Everything that can be posted (docs/design.md 4). docs/security.md and docs/openapi.json have each;
 * test/entrypoints/web/routes.test.ts names the one that is missing.
 */
export const POST_ROUTES: readonly PostRoute[] = [
  NEW_ORDER_ROUTE,
  /** The body of an order. */
  postRoute({ path: 'orders/quote', read: (body) => ({ asked: body }), run: quote }),
  /** `{orderId | orderNumber, status}`, by the same rules as a typed status. */
  postRoute({ path: 'orders/status', read: readStatus, run: change }),
  /** `{orderId | orderNumber, shipped: true, trackingNumber?}`; a pickup order is handed over by it. */
  postRoute({ path: 'orders/shipping', read: readShipping, run: change }),
  /** `{orderId | orderNumber, rating?, feedback}`; kept in column R as readable text. */
  postRoute({ path: 'orders/feedback', read: readFeedback, run: keepFeedback }),
];
