import { FIELD_READERS, shown } from '../../core/fields';
import { cleanedField, type Reading as FieldReading, notText, textSent } from '../../core/read/reading';
import type { FieldProblem } from '../../core/refusal';
import type { setFeedback } from '../../customers/set-feedback';
import {
  isHandedOver,
  parseOrderStatus,
  parseShippingStatus,
  SHIPPING_FACTS,
  STATUS_WORDS,
} from '../../domain/statuses';
import type { Wishes } from '../../domain/text/clean';
import { saysNothing } from '../../domain/text/says-nothing';
import { TRACKING_FORM } from '../../email/tracking';
import { type BodyKeys, type JsonObject, keysOf, unreadWarnings } from '../../intake/body-keys';
import type { StatusRequest } from '../../statuses/change-status';
import type { Reading } from './route';

/** The fields of a request about an order, read one by one; unread fields are listed at the end. */
interface Fields {
  readonly keys: BodyKeys;
  readonly problems: FieldProblem[];
  readonly remarks: string[];
  /** A text; blank when there is none, or none that can be read. */
  readonly text: (field: string, name: string, wishes?: Wishes) => string;
}

/** Fields that say who sends and what is asked for. */
const OTHERS = ['key', 'route'];

const fieldsOf = (body: JsonObject, known: readonly string[]): Fields => {
  const keys = keysOf(body, new Set([...known, ...OTHERS]));
  for (const other of OTHERS) keys.take([[other]], { accepts: () => false });
  const problems: FieldProblem[] = [];
  const remarks: string[] = [];
  const text: Fields['text'] = (field, name, wishes = {}) => {
    const found = keys.take([[field]]);
    const typed = textSent(found?.value);
    if (found && typed === null) problems.push({ field: found.path, message: notText(found.value) });
    const cleaned = cleanedField(typed ?? '', name, wishes);
    remarks.push(...cleaned.remarks, ...cleaned.warnings);
    return cleaned.text;
  };
  return { keys, problems, remarks, text };
};

/** What was read, or all that is wrong, with what else was sent. */
const readingOf = <Asked>(
  { keys, problems, remarks }: Fields,
  known: readonly string[],
  asked: () => Asked,
): Reading<Asked> => {
  const all = [...keys.remarks, ...remarks, ...unreadWarnings(keys.unread(), known)];
  return problems.length > 0 ? { problems, remarks: all } : { asked: asked(), remarks: all };
};

const ORDER = ['orderId', 'orderNumber'];

/** Characters; no order has a longer id or number. */
const LONGEST_ID = 100;

/** Which order a request means: exactly one of `orderId` and `orderNumber`. */
const orderOf = ({ keys, problems, text }: Fields): { readonly orderId: string; readonly orderNumber: string } => {
  const id: FieldReading<string> = FIELD_READERS.orderId(keys.take([['orderId']])?.value);
  const orderId = 'problem' in id ? '' : id.value;
  const orderNumber = text('orderNumber', 'order number', { dashes: true }).replace(/^#\s*/, '');
  const isClear = (orderId === '') !== (orderNumber === '') && orderNumber.length <= LONGEST_ID;
  if ('problem' in id) problems.push({ field: 'orderId', message: id.problem });
  else if (!isClear) {
    const message = `either orderId or orderNumber is required, as text of up to ${LONGEST_ID} characters`;
    problems.push({ field: 'orderNumber', message });
  }
  return { orderId, orderNumber };
};

/** Keys whose numbers are never tracking numbers, no matter how long. */
const MOMENT_OR_ID = /(?:[Tt]ime|[Dd]ate|[Ss]tamp|_at|[a-z]At|[iI][dD])$/;

/**
 * A tracking number under an unsupported key must not get lost, since the email to the customer goes out right away.
 */
const lostTracking = ({ keys, problems }: Fields, body: JsonObject): void => {
  for (const path of keys.unread()) {
    const value = JSON.stringify(Object.keys(body).includes(path) ? body[path] : '');
    const isLike = !MOMENT_OR_ID.test(path) && /\d{10}/.test(value.replace(/(?<=[\dA-Z])[ -](?=[\dA-Z])/g, ''));
    if (!/track/i.test(path + value) && !isLike) continue;
    problems.push({ field: path.slice(0, 60), message: 'is not supported (use trackingNumber)' });
  }
};

const trackingOf = (fields: Fields, body: JsonObject): string => {
  const tracking = fields.text('trackingNumber', 'tracking number', { dashes: true });
  lostTracking(fields, body);
  if (saysNothing(tracking)) return '';
  if (!TRACKING_FORM.test(tracking)) {
    const message = `${shown(tracking)} is not a valid tracking number (use 4 to 40 letters, digits, spaces and -)`;
    fields.problems.push({ field: 'trackingNumber', message });
  }
  return tracking;
};

const STATUS_FIELDS = [...ORDER, 'status', 'trackingNumber'];

/** `{orderId | orderNumber, status}`; a tracking number may come with `shipped`. */
export const readStatus = (body: JsonObject): Reading<StatusRequest> => {
  const fields = fieldsOf(body, STATUS_FIELDS);
  const order = orderOf(fields);
  const status = fields.text('status', 'status');
  const wanted = parseOrderStatus(status);
  if (!status) fields.problems.push({ field: 'status', message: `is missing (use ${STATUS_WORDS})` });
  else if (!wanted)
    fields.problems.push({ field: 'status', message: `${shown(status)} is not a status (use ${STATUS_WORDS})` });
  const trackingNumber = wanted && isHandedOver(wanted) ? trackingOf(fields, body) : '';
  return readingOf(fields, STATUS_FIELDS, () => ({ ...order, status, shipping: null, trackingNumber }));
};

const isYes = (value: unknown): boolean => /^(?:true|yes|1)$/i.test(String(value).trim());
const SHIPPING_FIELDS = [...ORDER, 'shipped', 'shippingStatus', 'trackingNumber'];

/** `{orderId | orderNumber, shipped: true, trackingNumber?}`. */
export const readShipping = (body: JsonObject): Reading<StatusRequest> => {
  const fields = fieldsOf(body, SHIPPING_FIELDS);
  const order = orderOf(fields);
  const asked = parseShippingStatus(fields.text('shippingStatus', 'shipping status'));
  const shipped = fields.keys.take([['shipped']], { accepts: (value) => typeof value !== 'object' })?.value;
  const isShipped = isYes(shipped) || (asked !== null && SHIPPING_FACTS[asked].brings !== null);
  if (!isShipped) {
    const message = 'must be true (only staff can step back, in the sheet)';
    fields.problems.push({ field: 'shipped', message });
  }
  const trackingNumber = trackingOf(fields, body);
  return readingOf(fields, SHIPPING_FIELDS, () => ({ ...order, status: 'shipped', shipping: null, trackingNumber }));
};

const LONGEST_FEEDBACK = 2_000;
const FEEDBACK_FIELDS = [...ORDER, 'feedback', 'rating'];

/** What {@link setFeedback} is asked for. */
export type FeedbackRequest = Parameters<typeof setFeedback>[3];

/** `{orderId | orderNumber, rating?, feedback}`. */
export const readFeedback = (body: JsonObject): Reading<FeedbackRequest> => {
  const fields = fieldsOf(body, FEEDBACK_FIELDS);
  const { problems, remarks } = fields;
  const order = orderOf(fields);
  const comment = fields.text('feedback', 'feedback', { lines: true });
  const sent = fields.keys.take([['rating']])?.value ?? null;
  const rating = typeof sent === 'string' && /^\s*[1-5]\s*$/.test(sent) ? Number(sent) : sent;
  if (rating !== sent) remarks.push(`The rating ${shown(sent)} was read as ${shown(rating)}.`);
  const isRating = typeof rating === 'number' && Number.isInteger(rating) && rating >= 1 && rating <= 5;
  if (rating !== null && !isRating)
    problems.push({ field: 'rating', message: `${shown(sent)} is not a whole number from 1 to 5` });
  if (!comment && rating === null)
    problems.push({ field: 'feedback', message: 'is missing: a comment or a rating is required' });
  if (comment.length > LONGEST_FEEDBACK)
    problems.push({
      field: 'feedback',
      message: `has ${comment.length} characters (the limit is ${LONGEST_FEEDBACK})`,
    });
  return readingOf(fields, FEEDBACK_FIELDS, () => ({ ...order, rating: isRating ? rating : null, comment }));
};
