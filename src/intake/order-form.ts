import { FORM_FIELDS, type FormField } from '../core/form-field';
/** A JSON object as posted. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a post by our names, and how the sender named each (for the error's path). */
export interface OrderForm {
  readonly values: Readonly<Partial<Record<FormField, unknown>>>;
  readonly paths: Readonly<Record<FormField, string>>;
  readonly items: unknown;
}

const FLAT_PATHS = Object.fromEntries(FORM_FIELDS.map((field) => [field, field])) as Record<FormField, string>;

const NESTED_PATHS: Readonly<Record<FormField, string>> = {
  ...FLAT_PATHS,
  customerName: 'customerInfo.name',
  email: 'customerInfo.email',
  phone: 'customerInfo.phone',
  company: 'shippingAddress.company',
  street: 'shippingAddress.line1',
  apartment: 'shippingAddress.line2',
  city: 'shippingAddress.city',
  state: 'shippingAddress.state',
  zipCode: 'shippingAddress.zip',
  eventCode: 'eventSlug',
};

const valueAt = (body: JsonObject, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), body);

/** Takes the flat or the nested form of docs/design.md 4.3 apart; a field that is absent or null has no value. */
export const readOrderForm = (body: JsonObject): OrderForm => {
  const nested = 'customerInfo' in body || 'shippingAddress' in body;
  const paths = nested ? NESTED_PATHS : FLAT_PATHS;
  const values: Partial<Record<FormField, unknown>> = {};
  for (const field of FORM_FIELDS) {
    const value = valueAt(body, paths[field]) ?? (nested ? body[field] : undefined);
    if (value !== undefined && value !== null) values[field] = value;
  }
  return { values, paths, items: body.items };
};
