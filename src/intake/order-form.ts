import { FORM_FIELDS, type FormField } from '../core/form-field';
import { type BodyKeys, isObject, type JsonObject, keysOf, type Likeness, type Path } from './body-keys';

export { isObject, type JsonObject } from './body-keys';

/** The fields of a sent order by our names, and how the sender named each (for the error's path). */
export interface OrderForm {
  readonly values: Readonly<Partial<Record<FormField, unknown>>>;
  readonly paths: Readonly<Record<FormField, string>>;
  readonly items: unknown;
  /** What was sent outside of the items and is not read, by path. */
  readonly unread: readonly string[];
  /** A sentence for each key that was read as another one. */
  readonly remarks: readonly string[];
}

/** Where each field is in the nested form; where both forms agree it is the same. */
const NESTED_PATHS: Readonly<Partial<Record<FormField, Path>>> = {
  customerName: ['customerInfo', 'name'],
  email: ['customerInfo', 'email'],
  phone: ['customerInfo', 'phone'],
  company: ['shippingAddress', 'company'],
  street: ['shippingAddress', 'line1'],
  apartment: ['shippingAddress', 'line2'],
  city: ['shippingAddress', 'city'],
  state: ['shippingAddress', 'state'],
  zipCode: ['shippingAddress', 'zip'],
  eventCode: ['eventSlug'],
};

/** Fields that say who sends and what is asked for. */
const OTHERS = ['items', 'key', 'route'] as const;
const KNOWN: ReadonlySet<string> = new Set([...FORM_FIELDS, ...OTHERS, ...Object.values(NESTED_PATHS).flat()]);
/** The keys of an order, as they are proposed to a sender who seems to have misspelled one. */
export const ORDER_KEYS: readonly string[] = [...FORM_FIELDS, 'items'];

/**
 * An id or amount is read only from a key that is the same apart from capitals and separators, never from a similar
 * one.
 */
const likenessOf = (field: FormField): Likeness => ({ slips: field !== 'orderId' && field !== 'total' });

const takeFields = (keys: BodyKeys, isNested: boolean): Pick<OrderForm, 'values' | 'paths'> => {
  const values: Partial<Record<FormField, unknown>> = {};
  const paths = {} as Record<FormField, string>;
  for (const field of FORM_FIELDS) {
    const flat = [field];
    const nested = NESTED_PATHS[field] ?? flat;
    const both = isNested ? [nested, flat] : [flat, nested];
    const found = keys.take(both, likenessOf(field));
    paths[field] = found?.path ?? (both[0] ?? flat).join('.');
    if (found) values[field] = found.value;
  }
  return { values, paths };
};

/** Takes the flat or the nested form of docs/design.md 4.3 apart, also a mixture; a field that is blank has no value. */
export const readOrderForm = (body: JsonObject): OrderForm => {
  const keys = keysOf(body, KNOWN);
  const fields = takeFields(keys, 'customerInfo' in body || 'shippingAddress' in body);
  const items = keys.take([['items']], { accepts: Array.isArray });
  for (const other of ['key', 'route']) keys.take([[other]], { accepts: () => false });
  return { ...fields, items: items?.value ?? body.items, unread: keys.unread(), remarks: keys.remarks };
};

/**
 * Fields that other systems have, too, under the same names: three of them together mean that the order is meant for
 * us.
 */
const SHARED = ['email', 'phone', 'street', 'city', 'state', 'zipCode'] as const;

/**
 * Whether a body isn't an order at all: it has neither a name nor items where an order has them, and hardly anything
 * else. It doesn't count as a rejected order.
 */
export const isForeign = ({ values, items }: OrderForm): boolean =>
  items === undefined && values.customerName === undefined && SHARED.filter((field) => field in values).length < 3;

/** Objects with our fields one level down: the fields of an order may be there by mistake. */
export const ordersInside = (body: JsonObject): readonly string[] =>
  Object.entries(body).flatMap(([name, value]) =>
    isObject(value) && Object.keys(value).some((key) => ORDER_KEYS.includes(key)) ? [name] : [],
  );
