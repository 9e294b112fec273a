import * as v from 'valibot';
import { FIELD_RULES, type RuledField, shown } from '../core/fields';
import type { FieldProblem } from '../core/refusal';
import { addressProblems, placeWarnings } from '../domain/address/place';
import { likelyDomain } from '../domain/email-domain';
import { type Cents, parseAmount } from '../domain/money';
import type { Address, OrderRequest } from '../domain/order';
import type { PriceList } from '../domain/prices';
import type { PhotoEvent } from '../workbook/events';
import { type JsonObject, readOrderForm } from './order-form';
import { readItems } from './read-items';
import { unreadFields, unreadWarnings } from './unread-keys';

/** A post that can become an order. */
export interface ValidOrder {
  readonly request: OrderRequest;
  /** As sent, blank when none was sent. */
  readonly orderId: string;
  /** The total that the sender worked out; null when none was sent. */
  readonly statedTotal: Cents | null;
  /** What a person should look at; none of it stops the order. */
  readonly warnings: readonly string[];
}

export type Validation =
  | { readonly valid: true; readonly order: ValidOrder }
  | { readonly valid: false; readonly problems: readonly FieldProblem[] };

const ADDRESS_FIELDS = {
  company: 'company',
  street: 'street',
  unit: 'apartment',
  city: 'city',
  state: 'state',
  zipCode: 'zipCode',
} as const;

/**
 * Checks every field of a posted order and reports all problems at once, each with the path as the sender wrote it.
 * @param webhookId stands in for a missing order id, by the same rule; blank when there is none.
 */
export const validateOrder = (
  body: JsonObject,
  prices: PriceList,
  events: ReadonlyMap<string, PhotoEvent>,
  webhookId = '',
): Validation => {
  const form = readOrderForm(body);
  const problems: FieldProblem[] = [];
  const texts = {} as Record<RuledField, string>;
  for (const field of Object.keys(FIELD_RULES) as RuledField[]) {
    const result = v.safeParse(FIELD_RULES[field], form.values[field] ?? '');
    texts[field] = result.success ? result.output : '';
    if (!result.success) problems.push({ field: form.paths[field], message: result.issues[0].message });
  }
  if (!texts.orderId && webhookId) {
    const standIn = v.safeParse(FIELD_RULES.orderId, webhookId);
    if (!standIn.success) problems.push({ field: 'webhook-id', message: standIn.issues[0].message });
  }
  const broken = new Set(problems.map((problem) => problem.field));
  const address: Address = {
    ...(texts.company ? { company: texts.company } : {}),
    street: texts.street,
    unit: texts.apartment,
    city: texts.city,
    state: texts.state.toUpperCase(),
    zipCode: texts.zipCode,
  };
  const ships = texts.fulfillmentType !== 'pickup';
  for (const { field, message } of ships ? addressProblems(address) : []) {
    const path = form.paths[ADDRESS_FIELDS[field]];
    if (!broken.has(path)) problems.push({ field: path, message });
  }
  const items = readItems(form.items, prices);
  problems.push(...items.problems);
  const statedTotal = form.values.total === undefined ? null : parseAmount(form.values.total);
  if (form.values.total !== undefined && statedTotal === null) {
    problems.push({ field: form.paths.total, message: `${shown(form.values.total)} is no amount such as 24.00` });
  }
  if (problems.length > 0) return { valid: false, problems };
  const request: OrderRequest = {
    customer: { name: texts.customerName, email: texts.email, phone: texts.phone },
    fulfillment: ships ? 'ship' : 'pickup',
    address,
    eventCode: texts.eventCode,
    lines: items.lines,
  };
  const warnings = [
    ...orderWarnings(request, texts.state, events),
    ...unreadFields(body, form.paths),
    ...unreadWarnings(items.unread),
  ];
  return { valid: true, order: { request, orderId: texts.orderId, statedTotal, warnings } };
};

const orderWarnings = (
  request: OrderRequest,
  typedState: string,
  events: ReadonlyMap<string, PhotoEvent>,
): string[] => {
  const warnings: string[] = [];
  if (request.customer.name.includes('\ufffd')) {
    warnings.push('The name has a character that was lost on the way. Please ask for the name.');
  }
  const domain = likelyDomain(request.customer.email);
  if (domain) warnings.push(`The email ${request.customer.email} may be misspelt: ${domain}?`);
  if (request.eventCode && !events.has(request.eventCode.toUpperCase())) {
    warnings.push(`The event code ${request.eventCode} is not in the Events tab.`);
  }
  if (request.fulfillment === 'ship') {
    if (typedState !== request.address.state)
      warnings.push(`The state "${typedState}" is kept as ${request.address.state}.`);
    warnings.push(...placeWarnings(request.address));
  }
  return warnings;
};
