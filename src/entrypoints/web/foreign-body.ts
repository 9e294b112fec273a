import { shown } from '../../core/fields';
import { type FieldProblem, type Refusal, refusal } from '../../core/refusal';
import { likelyKey } from '../../intake/body-keys';
import {
  isForeign,
  type JsonObject,
  ORDER_KEYS,
  type OrderForm,
  ordersInside,
  readOrderForm,
} from '../../intake/order-form';

/** Keys that a refusal names. */
const MOST_NAMED = 10;
const WHERE = 'Send the fields of an order at the top level: customerName, email, items, ... See docs/api.md.';

/** What to say about a key that was sent. */
const problemOf = (key: string, inside: readonly string[]): FieldProblem => {
  const field = key.slice(0, 60);
  if (inside.includes(key)) return { field, message: 'contains fields of an order (send them at the top level)' };
  const likely = likelyKey(key, ORDER_KEYS);
  return { field, message: likely ? `is not supported (use ${likely})` : 'is not supported' };
};

/**
 * The answer to a body in which there is next to nothing of ours (it was meant for another system, or is wrapped): which
 * keys were sent, and where an order has its fields. Null for an order. No customer waits behind it, so that it is not kept.
 */
export const foreignBody = (body: JsonObject, form: OrderForm = readOrderForm(body)): Refusal | null => {
  if (!isForeign(form)) return null;
  const keys = Object.keys(body).filter((key) => key !== 'key' && key !== 'route');
  const inside = ordersInside(body);
  const named = keys.slice(0, MOST_NAMED).map(shown).join(', ');
  const more = keys.length > MOST_NAMED ? ` and ${keys.length - MOST_NAMED} more` : '';
  const found = keys.length === 0 ? 'The body has no fields.' : `These keys are not supported: ${named}${more}.`;
  return refusal(
    'VALIDATION_FAILED',
    `${found} ${WHERE}`,
    keys.slice(0, MOST_NAMED).map((key) => problemOf(key, inside)),
  );
};
