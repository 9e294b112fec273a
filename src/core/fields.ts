import type { Wishes } from '../domain/text/clean';
import { saysNothing } from '../domain/text/says-nothing';
import { EVENT_CODE } from '../workbook/events';
import type { FormField } from './form-field';
import { readEmail } from './read/email';
import { readPhone } from './read/phone';
import { cleanedField, notText, quoted, type Reading, type Taken, taken, textSent } from './read/reading';
import { readState } from './read/state';
import { readZipCode } from './read/zip-code';

/** A value as shown in an error message: short, on one line. */
export const shown = quoted;

type TextReader = (sent: unknown) => Reading<string>;

/** Cleaned text with a maximum number of characters. `name` is the field's name in a sentence. */
const line =
  (name: string, longest: number, wishes: Wishes = {}): TextReader =>
  (sent) => {
    const typed = textSent(sent);
    if (typed === null) return { problem: notText(sent) };
    const { text: value, warnings, remarks } = cleanedField(typed, name, wishes);
    return value.length > longest
      ? { problem: `has ${value.length} characters (the limit is ${longest})` }
      : { value, warnings, remarks };
  };

/** The same for a field that every order needs. */
const needed =
  (what: string, read: TextReader): TextReader =>
  (sent) => {
    const reading = read(sent);
    if ('problem' in reading || reading.value !== '') return reading;
    const empty = textSent(sent)?.trim() ? ` (${quoted(sent)} has no visible characters)` : '';
    return { problem: `is missing: ${what} is required${empty}` };
  };

/** Words of other systems for the two ways in which prints reach a customer; spaces and hyphens left out. */
const PICKUP = /^(?:(?:in)?store|local|free)?(?:pickup|pickedup|topickup|collect(?:ion)?)$/;
const SHIP = /^(?:(?:to)?ship(?:ping|ped|ment)?|mail|usps|(?:home)?delivery)$/;

const readFulfillment: TextReader = (sent) => {
  const typed = textSent(sent);
  if (typed === null) return { problem: notText(sent) };
  const { text, warnings, remarks } = cleanedField(typed, 'fulfillment type');
  const word = text.toLowerCase().replace(/[^a-z]/g, '');
  const isPickup = PICKUP.test(word);
  if (!isPickup && !saysNothing(text) && !SHIP.test(word)) {
    return { problem: `${quoted(sent)} is not allowed (use ship or pickup)` };
  }
  const value = isPickup ? 'pickup' : 'ship';
  if (text !== '' && text.toLowerCase() !== value) {
    remarks.push(`The fulfillment type ${quoted(text)} was read as ${value}.`);
  }
  return { value, warnings, remarks };
};

/** An event code is the beginning of the order number. One that cannot be stays with the order as a warning. */
const readEventCode: TextReader = (sent): Taken<string> => {
  const { text, warnings, remarks } = cleanedField(textSent(sent) ?? '', 'event code', { dashes: true });
  if (textSent(sent) !== null && saysNothing(text)) {
    return taken('', text === '' ? remarks : [`The event code ${quoted(text)} was treated as blank.`]);
  }
  if (EVENT_CODE.test(text)) return { value: text, warnings, remarks };
  const rule = 'use up to 20 letters, digits, - and _';
  return { value: '', warnings: [`The event code ${quoted(sent)} isn't valid and was ignored: ${rule}.`], remarks };
};

/** Characters that a line for the unit takes on an envelope, and those that are kept. */
const USUAL_UNIT = 60;
const LONGEST_UNIT = 200;

/** An order does without: too long a text is cut, and anything else left out, never refused. */
const readUnit: TextReader = (sent): Taken<string> => {
  const typed = textSent(sent);
  if (typed === null) return taken('', [], [`The apartment ${quoted(sent)} isn't text and was ignored.`]);
  const { text, warnings, remarks } = cleanedField(typed, 'apartment', { lines: true });
  const value = [...text].slice(0, LONGEST_UNIT).join('').trim();
  if (value.length < text.length) {
    warnings.push(`The apartment has ${text.length} characters. Only the first ${LONGEST_UNIT} were kept.`);
  } else if (text.length > USUAL_UNIT) {
    warnings.push(`The apartment has ${text.length} characters. Please check that it fits the envelope.`);
  }
  return { value, warnings, remarks };
};

/**
 * How each field is read, by the platform's requests and by the hands of staff alike (docs/design.md 4.3). A missing
 * field is read as blank text.
 */
export const FIELD_READERS = {
  orderId: line('order id', 100, { asComposed: true }),
  customerName: needed("the customer's name", line('name', 100)),
  email: needed('one email address', readEmail),
  phone: readPhone,
  fulfillmentType: readFulfillment,
  company: line('company', 100),
  street: line('street', 120, { lines: true }),
  apartment: readUnit,
  city: line('city', 60),
  state: readState,
  zipCode: readZipCode,
  eventCode: readEventCode,
} as const satisfies Partial<Record<FormField, TextReader>>;

export type RuledField = keyof typeof FIELD_READERS;

/** The cell in which staff see street and unit together. */
export const readAddressCell = line('address', 320, { lines: true });

/** The address fields a pickup doesn't need: nothing sent there ever causes a rejection. */
export const readUnneeded = (field: 'street' | 'city' | 'state' | 'zipCode', sent: unknown): Taken<string> => {
  const reading = FIELD_READERS[field](sent);
  if (!('problem' in reading)) return reading;
  const { text } = cleanedField(textSent(sent) ?? '', field, { lines: field === 'street' });
  return { value: text.slice(0, 120), warnings: [], remarks: [] };
};
