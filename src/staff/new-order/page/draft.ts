import type { LineItem, Price } from '../../../domain/order';
import { priceOrder } from '../../../domain/prices';
import type { Problem } from '../../../ui-kit/problems';
import type { NewOrderForm as OrderForm } from '../new-order';

/** One line of prints, as typed. `key` tells lines apart while others come and go. */
export interface Print {
  readonly key: number;
  readonly photoNumber: string;
  readonly size: string;
  readonly quantity: string;
}

/** The single fields, by the names of the platform. */
export type Fields = Readonly<Record<FieldName, string>>;

export type FieldName =
  | 'customerName'
  | 'email'
  | 'phone'
  | 'fulfillmentType'
  | 'company'
  | 'street'
  | 'apartment'
  | 'city'
  | 'state'
  | 'zipCode'
  | 'eventCode';

/** An order being entered. */
export interface Draft {
  readonly fields: Fields;
  readonly prints: readonly Print[];
}

/** A unique id: it identifies the same draft when it is sent again. */
export const newId = (): string =>
  `staff-${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

export const emptyPrint = (key: number, size: string): Print => ({ key, photoNumber: '', size, quantity: '' });

export const emptyDraft = ({ event, prices }: Pick<OrderForm, 'event' | 'prices'>): Draft => ({
  fields: {
    customerName: '',
    email: '',
    phone: '',
    fulfillmentType: 'ship',
    company: '',
    street: '',
    apartment: '',
    city: '',
    state: '',
    zipCode: '',
    eventCode: event,
  },
  prints: [emptyPrint(0, prices[0]?.size ?? '')],
});

/** The lines that aren't empty. */
export const filled = (prints: readonly Print[]): readonly Print[] =>
  prints.filter(({ photoNumber, quantity }) => photoNumber.trim() !== '' || quantity.trim() !== '');

const lineOf = ({ photoNumber, size, quantity }: Print): LineItem | null =>
  /^[1-9]\d{0,2}$/.test(quantity.trim()) ? { photoNumber, size, quantity: Number(quantity) } : null;

/** The current price of the prints, by the program's rules; lines without a quantity don't count. */
export const priceOf = ({ fields, prints }: Draft, { prices, shipping }: OrderForm): Price => {
  const lines = prints.flatMap((print) => lineOf(print) ?? []);
  const known = lines.filter(({ size }) => prices.some((entry) => entry.size === size));
  return priceOrder(known, prices, shipping, fields.fulfillmentType === 'pickup' ? 'pickup' : 'ship');
};

const LABELS: Readonly<Record<string, string>> = {
  customerName: 'The name',
  email: 'The email',
  phone: 'The phone number',
  company: 'The company',
  street: 'The street',
  apartment: 'The apartment or suite',
  city: 'The city',
  state: 'The state',
  zipCode: 'The ZIP code',
  eventCode: 'The event code',
  photoNumber: 'The photo number',
  quantity: 'The quantity',
};

/** A problem as a whole sentence, for its field: "The name is missing ...". */
const sentenceOf = ({ field, message }: Problem): string => {
  const name = field.split('.').pop() ?? '';
  const text = /^["\d{[]/.test(message) ? message : `${LABELS[name] ?? ''} ${message}`.trim();
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
};

/**
 * The problems by the field of the form that they belong to; those of a print by its key and column (`3 quantity`).
 * Problems that don't belong to a field have the name ''.
 */
export const problemsByField = (
  problems: readonly Problem[],
  sent: readonly Print[],
): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const problem of problems) {
    const [, index, column = 'photoNumber'] = /^items\[(\d+)\](?:\.(.+))?$/.exec(problem.field) ?? [];
    const key = index === undefined ? problem.field : `${sent[Number(index)]?.key} ${column}`;
    const name = index === undefined && !(key in LABELS) ? '' : key;
    found[name] = [found[name], sentenceOf(problem)].filter(Boolean).join(' ');
  }
  return found;
};
