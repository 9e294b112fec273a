import { FIELD_READERS, type RuledField, readUnneeded, shown } from '../core/fields';
import { cleanedField } from '../core/read/reading';
import type { FieldProblem } from '../core/refusal';
import { addressProblems, placeWarnings } from '../domain/address/place';
import { likelyDomain } from '../domain/email-domain';
import { type Cents, parseAmount } from '../domain/money';
import type { Address, OrderRequest } from '../domain/order';
import type { PriceList } from '../domain/prices';
import { saysNothing } from '../domain/text/says-nothing';
import type { PhotoEvent } from '../workbook/events';
import { unreadWarnings } from './body-keys';
import { type JsonObject, ORDER_KEYS, type OrderForm, readOrderForm } from './order-form';
import { type ItemsReading, readItems } from './read-items';
import { BY_WEBHOOK } from './stand-in-id';

/** What was sent, and can become an order. */
export interface ValidOrder {
  readonly request: OrderRequest;
  /** As sent, blank when none was sent. */
  readonly orderId: string;
  /** The total that the sender worked out; null when none was sent. */
  readonly statedTotal: Cents | null;
  /** What staff should check. It's stored with the order and never rejects it. */
  readonly warnings: readonly string[];
  /** What the sender's programmers should know: keys that are not read, values that were put right. It is only answered. */
  readonly remarks: readonly string[];
}

export type Validation =
  | { readonly valid: true; readonly order: ValidOrder }
  | {
      readonly valid: false;
      readonly problems: readonly FieldProblem[];
      /** What else was sent, in sentences: an error often hides in a misspelled key. */
      readonly remarks: readonly string[];
    };

const ADDRESS_FIELDS = {
  company: 'company',
  street: 'street',
  unit: 'apartment',
  city: 'city',
  state: 'state',
  zipCode: 'zipCode',
} as const;

/** What was made of the single fields of an order. */
export interface FieldsReading {
  readonly texts: Readonly<Record<RuledField, string>>;
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly string[];
  readonly remarks: readonly string[];
}

const FIELDS = Object.keys(FIELD_READERS) as RuledField[];
type Unneeded = Parameters<typeof readUnneeded>[0];
const UNNEEDED: readonly string[] = ['street', 'city', 'state', 'zipCode'] satisfies Unneeded[];

/** Reads the single fields of an order; of a pickup no address is needed, so none is wrong. */
export const readFields = ({ values, paths }: Pick<OrderForm, 'values' | 'paths'>): FieldsReading => {
  const texts = {} as Record<RuledField, string>;
  const problems: FieldProblem[] = [];
  const warnings: string[] = [];
  const remarks: string[] = [];
  const fulfillment = FIELD_READERS.fulfillmentType(values.fulfillmentType);
  const isPickup = 'value' in fulfillment && fulfillment.value === 'pickup';
  for (const field of FIELDS) {
    const reading =
      isPickup && UNNEEDED.includes(field)
        ? readUnneeded(field as Unneeded, values[field])
        : FIELD_READERS[field](values[field]);
    texts[field] = 'problem' in reading ? '' : reading.value;
    if ('problem' in reading) problems.push({ field: paths[field], message: reading.problem });
    else {
      warnings.push(...reading.warnings);
      remarks.push(...reading.remarks);
    }
  }
  return { texts, problems, warnings, remarks };
};

/** The total that was sent; null if there is none (`n/a` counts as none), undefined if it isn't an amount. */
export const statedTotalOf = ({ values }: Pick<OrderForm, 'values'>): Cents | null | undefined => {
  const { total } = values;
  if (total === undefined) return null;
  if (typeof total !== 'string') return parseAmount(total) ?? undefined;
  const { text } = cleanedField(total, 'total');
  if (saysNothing(text)) return null;
  return parseAmount(text.replace(/^USD?\s*(?=[$\d])|\s*USD$/gi, '')) ?? undefined;
};

/**
 * Checks every field of an order and reports all errors together, each with the path as the sender wrote it.
 * @param webhookId replaces a missing order id, by the same rule; blank if there is none.
 */
export const validateOrder = (
  body: JsonObject,
  prices: PriceList,
  events: ReadonlyMap<string, PhotoEvent>,
  webhookId = '',
  form = readOrderForm(body),
): Validation => {
  const { texts, ...fields } = readFields(form);
  const items = readItems(
    form.items,
    prices.map(({ size }) => size),
  );
  const remarks = remarksOf(form, fields, items);
  const problems = [...fields.problems];
  if (!texts.orderId && webhookId) {
    const standIn = FIELD_READERS.orderId(webhookId);
    if ('problem' in standIn) problems.push({ field: 'webhook-id', message: standIn.problem });
  } else if (texts.orderId.startsWith(BY_WEBHOOK)) {
    const message = `begins with ${BY_WEBHOOK}, which is reserved for orders without an id`;
    problems.push({ field: form.paths.orderId, message });
  }
  const broken = new Set(problems.map((problem) => problem.field));
  const address: Address = {
    ...(texts.company ? { company: texts.company } : {}),
    street: texts.street,
    unit: texts.apartment,
    city: texts.city,
    state: texts.state,
    zipCode: texts.zipCode,
  };
  const ships = texts.fulfillmentType !== 'pickup';
  for (const { field, message } of ships ? addressProblems(address) : []) {
    const path = form.paths[ADDRESS_FIELDS[field]];
    if (!broken.has(path)) problems.push({ field: path, message });
  }
  problems.push(...items.problems);
  const statedTotal = statedTotalOf(form);
  if (statedTotal === undefined) {
    problems.push({ field: form.paths.total, message: `${shown(form.values.total)} is not an amount such as 24.00` });
  }
  if (problems.length > 0 || statedTotal === undefined) return { valid: false, problems, remarks };
  const request: OrderRequest = {
    customer: { name: texts.customerName, email: texts.email, phone: texts.phone },
    fulfillment: ships ? 'ship' : 'pickup',
    address,
    eventCode: texts.eventCode,
    lines: items.lines,
  };
  const warnings = [...fields.warnings, ...orderWarnings(request, events), ...(ships ? pickupHints(body, form) : [])];
  return { valid: true, order: { request, orderId: texts.orderId, statedTotal, warnings, remarks } };
};

/** The most remarks about items. */
const MOST_REMARKS = 20;

const remarksOf = (
  form: OrderForm,
  fields: Pick<FieldsReading, 'remarks'>,
  items: Pick<ItemsReading, 'remarks' | 'unread'>,
): string[] => [
  ...form.remarks,
  ...fields.remarks,
  ...items.remarks.slice(0, MOST_REMARKS),
  ...unreadWarnings(form.unread, ORDER_KEYS),
  ...unreadWarnings(items.unread),
];

/** What a sender hears of its own writing once more, when the order is known already. */
export const remarksAgain = (form: OrderForm, sizes: readonly string[]): string[] =>
  remarksOf(form, readFields(form), readItems(form.items, sizes));

const orderWarnings = (request: OrderRequest, events: ReadonlyMap<string, PhotoEvent>): string[] => {
  const warnings: string[] = [];
  const domain = likelyDomain(request.customer.email);
  if (domain) warnings.push(`The email ${request.customer.email} may be misspelled. Did the customer mean ${domain}?`);
  if (request.eventCode && !events.has(request.eventCode.toUpperCase())) {
    warnings.push(`The event code ${request.eventCode} is not in the Events tab.`);
  }
  if (request.fulfillment === 'ship') warnings.push(...placeWarnings(request.address));
  return warnings;
};

const PICKUP_SAID = /pick(?:ed)?[\s_-]?up/i;

/**
 * An order that ships by default although an ignored key mentions a pickup: staff should ask before they print an
 * envelope.
 */
const pickupHints = (body: JsonObject, { values, unread }: OrderForm): string[] =>
  values.fulfillmentType !== undefined
    ? []
    : Object.entries(body).flatMap(([key, value]) => {
        const isSaid = unread.includes(key) && value !== false && PICKUP_SAID.test(`${key} ${JSON.stringify(value)}`);
        return isSaid ? [`This is a shipping order, but it came with ${shown(key)}: ${shown(value)}.`] : [];
      });
