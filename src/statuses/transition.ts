import { STEP_BACK } from '../core/words';
import type { Standing } from '../domain/order';
import {
  type Fulfillment,
  type OrderStatus,
  parseOrderStatus,
  parseShippingStatus,
  SHIPPING_COURSE,
  SHIPPING_FACTS,
  STATUS_FACTS,
  STATUS_WORDS,
  shippingAt,
} from '../domain/statuses';

/** The texts of columns L and Q, as typed. */
export interface AskedTexts {
  readonly status: string;
  readonly shipping: string;
}

/** A value that can't stay: its column, and a sentence that says why and what is allowed. */
export interface Refused {
  readonly header: 'Status' | 'Shipping Status';
  readonly why: string;
}

/** The steps that are accepted, in order, and what is refused. Without steps and refusals, nothing changed. */
export interface Transition {
  readonly steps: readonly Standing[];
  readonly refused: readonly Refused[];
}

const list = (words: readonly string[]): string =>
  words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;

/** The statuses from one to another, by way of seen ones in their order; null when there is no way. */
const wayTo = (from: OrderStatus, to: OrderStatus, seen: readonly OrderStatus[]): OrderStatus[] | null => {
  const { next } = STATUS_FACTS[from];
  if (next.includes(to)) return [to];
  for (const [index, step] of seen.entries()) {
    if (step === to || !next.includes(step)) continue;
    const rest = wayTo(step, to, seen.slice(index + 1));
    if (rest) return [step, ...rest];
  }
  return null;
};

const LONGEST_SHOWN = 60;
const shown = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text);

const quoted = (text: string): string => (text ? `"${shown(text)}"` : 'An empty cell');

const allowedNext = (status: OrderStatus): string => {
  const { next } = STATUS_FACTS[status];
  return next.length > 0 ? `It can become ${list(next)}.` : `To change that, ${STEP_BACK}.`;
};

const statusRefusal = (text: string, from: OrderStatus): Refused => ({
  header: 'Status',
  why: parseOrderStatus(text)
    ? `This order is ${from}, so it can't be marked ${text.toLowerCase()}. ${allowedNext(from)}`
    : `${quoted(text)} isn't a status (use ${STATUS_WORDS}). This order is ${from}. ${allowedNext(from)}`,
});

const shippingRefusal = (text: string, at: Standing, fulfillment: Fulfillment): Refused => {
  const { start, end } = SHIPPING_COURSE[fulfillment];
  const course = `A ${fulfillment === 'ship' ? 'shipping' : 'pickup'} order goes from "${start}" to "${end}"`;
  const why = STATUS_FACTS[at.status].isOpen ? `${course}.` : `${course} once it's paid. This order is ${at.status}.`;
  return { header: 'Shipping Status', why: `${quoted(text)} doesn't work here. ${why}` };
};

/**
 * What the texts of columns L and Q mean for an order (docs/design.md 5.1 and 5.2): the steps from its present status,
 * each allowed by the tables, and what must not stay.
 * @param seen statuses that the edit's event names: steps on the way to the cell's value, and nothing else.
 */
export const transition = (
  from: Standing,
  asked: AskedTexts,
  fulfillment: Fulfillment,
  seen: readonly string[] = [],
): Transition => {
  const steps: Standing[] = [];
  const refused: Refused[] = [];
  let at = from;
  const go = (status: OrderStatus): void => {
    at = { status, shipping: shippingAt(status, fulfillment, at.shipping) };
    steps.push(at);
  };
  const status = parseOrderStatus(asked.status);
  const onTheWay = seen.map(parseOrderStatus).filter((word): word is OrderStatus => word !== null);
  const way = status && status !== from.status ? wayTo(from.status, status, onTheWay) : [];
  const isRefused = !status || !way;
  if (!isRefused) way.forEach(go);

  const shipping = parseShippingStatus(asked.shipping);
  const isBlank = asked.shipping.trim() === '';
  const isUntouched = isBlank ? from.shipping === null : shipping === from.shipping;
  const isReached = isBlank ? at.shipping === null : shipping === at.shipping;
  const isMoved = !isUntouched && !isReached;
  const isPossible =
    STATUS_FACTS[at.status].isOpen && shipping && at.shipping && SHIPPING_FACTS[at.shipping].next.includes(shipping);
  const brought = isPossible ? SHIPPING_FACTS[shipping].brings : null;
  if (isMoved && brought) go(brought);
  if (isRefused) refused.push(statusRefusal(asked.status.trim(), at.status));
  if (isMoved && !brought) refused.push(shippingRefusal(asked.shipping.trim(), at, fulfillment));
  return { steps, refused };
};
