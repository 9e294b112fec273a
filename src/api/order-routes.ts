import { parseOrderStatus, parseShippingStatus } from '../domain/statuses';
import { setFeedback } from '../feedback/set-feedback';
import { shown } from '../intake/fields';
import type { JsonObject } from '../intake/order-form';
import { type FieldProblem, type Refusal, refusal } from '../intake/refusal';
import { changeStatus, type StatusRequest } from '../lifecycle/change-status';
import { deliver } from '../mail/deliver';
import { TRACKING_FORM } from '../mail/tracking';
import { LAST_GOOD, readConfig } from '../workbook/config';
import type { PostPorts } from './handle-post';
import { newGeneration } from './read-cache';

const BY = { source: 'API', by: 'ordering platform' } as const;

const text = (body: JsonObject, field: string): string => {
  const value = body[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
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

const refuse = (problems: readonly FieldProblem[]): Refusal =>
  refusal('VALIDATION_FAILED', 'The request was not understood. See details.', problems);

const change = (ports: PostPorts, request: StatusRequest): object => {
  const view = ports.workbook.read();
  const config = readConfig(view, ports.properties.all()[LAST_GOOD]);
  const now = ports.clock.now().getTime();
  const changed = changeStatus(ports, view, config, request, BY);
  if ('ok' in changed) return changed;
  const { mails, unchanged, ...answer } = changed;
  if (!unchanged) newGeneration(ports.cache, ports.crypto);
  deliver(ports, view, config, mails, now);
  return { ok: true, ...answer, ...(unchanged ? { unchanged } : {}) };
};

const STATUS_WORDS = 'pending, paid, shipped or cancelled';

/** `orders/status`: `{orderId | orderNumber, status}`, by the same rules as a typed status. */
export const postStatus = (ports: PostPorts, body: JsonObject): object => {
  const { orderId, orderNumber, problems } = orderOf(body);
  const status = text(body, 'status');
  if (!status) problems.push({ field: 'status', message: `is missing: ${STATUS_WORDS}` });
  else if (!parseOrderStatus(status)) {
    problems.push({ field: 'status', message: `${shown(status)} is no status: ${STATUS_WORDS}` });
  }
  if (problems.length > 0) return refuse(problems);
  return change(ports, { orderId, orderNumber, status, shipping: null, trackingNumber: '' });
};

/** `orders/shipping`: `{orderId | orderNumber, shipped: true, trackingNumber?}`; a pickup order is handed over by it. */
export const postShipping = (ports: PostPorts, body: JsonObject): object => {
  const { orderId, orderNumber, problems } = orderOf(body);
  const asked = body.shippingStatus === undefined ? null : parseShippingStatus(text(body, 'shippingStatus'));
  const isShipped = body.shipped === true || body.shipped === 'true' || asked === 'shipped' || asked === 'picked up';
  if (!isShipped)
    problems.push({ field: 'shipped', message: 'must be true: a step back is made by a person in the sheet' });
  const trackingNumber = text(body, 'trackingNumber');
  if (trackingNumber && !TRACKING_FORM.test(trackingNumber)) {
    problems.push({ field: 'trackingNumber', message: 'has letters, digits, blanks and - only, 4 to 40 of them' });
  }
  if (problems.length > 0) return refuse(problems);
  return change(ports, { orderId, orderNumber, status: 'shipped', shipping: null, trackingNumber });
};

const LONGEST_FEEDBACK = 2_000;

/** `orders/feedback`: `{orderNumber, rating?, feedback}`; kept in column R as readable text. */
export const postFeedback = (ports: PostPorts, body: JsonObject): object => {
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
  if (problems.length > 0) return refuse(problems);
  const view = ports.workbook.read();
  const config = readConfig(view, ports.properties.all()[LAST_GOOD]);
  const stored = setFeedback(
    ports,
    view,
    config,
    { orderId, orderNumber, rating: isRating ? (rating as number | null) : null, comment },
    BY,
  );
  if (stored.ok) newGeneration(ports.cache, ports.crypto);
  return stored;
};
