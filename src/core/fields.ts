import type { Wishes } from '../domain/text/clean';
import { saysNothing } from '../domain/text/says-nothing';
import { EVENT_CODE } from '../workbook/events';
import type { FormField } from './form-field';
import { readEmail } from './read/email';
import { readPhone } from './read/phone';
import { cleanedField, notText, quoted, type Reading, type Taken, taken, textSent } from './read/reading';
import { readState } from './read/state';
import { readZipCode } from './read/zip-code';

/** A value as it is shown inside an error: short, in one line. */
export const shown = quoted;

type TextReader = (sent: unknown) => Reading<string>;

/** Cleaned text of at most so many characters. `name` is what the field is called inside a sentence. */
const line =
  (name: string, longest: number, wishes: Wishes = {}): TextReader =>
  (sent) => {
    const typed = textSent(sent);
    if (typed === null) return { problem: notText(sent) };
    const { text: value, warnings, remarks } = cleanedField(typed, name, wishes);
    return value.length > longest
      ? { problem: `has ${value.length} characters (at most ${longest} are allowed)` }
      : { value, warnings, remarks };
  };

/** The same for a field without which there is no order. */
const needed =
  (what: string, read: TextReader): TextReader =>
  (sent) => {
    const reading = read(sent);
    if ('problem' in reading || reading.value !== '') return reading;
    const empty = textSent(sent)?.trim() ? ` (${quoted(sent)} has nothing in it that can be seen)` : '';
    return { problem: `is missing: ${what} is needed${empty}` };
  };

/** Words of other systems for the two ways in which prints reach a customer; spaces and hyphens left out. */
const PICKUP = /^(?:(?:in)?store|local|free)?(?:pickup|pickedup|topickup|collect(?:ion)?)$/;
const SHIP = /^(?:(?:to)?ship(?:ping|ped|ment)?|email|usps|(?:home)?delivery)$/;

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
    return taken('', text === '' ? remarks : [`The event code ${quoted(text)} was read as none.`]);
  }
  if (EVENT_CODE.test(text)) return { value: text, warnings, remarks };
  const rule = 'an event code has letters, digits, - and _ only, 20 at most';
  return { value: '', warnings: [`The event code ${quoted(sent)} was left out: ${rule}.`], remarks };
};

/** Characters that a line for the unit takes on an envelope, and those that are kept. */
const USUAL_UNIT = 60;
const LONGEST_UNIT = 200;

/** An order does without: too long a text is cut, and anything else left out, never refused. */
const readUnit: TextReader = (sent): Taken<string> => {
  const typed = textSent(sent);
  if (typed === null) return taken('', [], [`The apartment ${quoted(sent)} is not text and was left out.`]);
  const { text, warnings, remarks } = cleanedField(typed, 'apartment', { lines: true });
  const value = [...text].slice(0, LONGEST_UNIT).join('').trim();
  if (value.length < text.length) {
    warnings.push(`The apartment has ${text.length} characters: only the first ${LONGEST_UNIT} were kept.`);
  } else if (text.length > USUAL_UNIT) {
    warnings.push(`The apartment has ${text.length} characters: please check that it fits the envelope.`);
  }
  return { value, warnings, remarks };
};

/**
 * How each field is read, by the platform's requests and by the hands of staff alike (docs/design.md 4.3). A missing
 * field is read as blank text.
 */
export const FIELD_READERS = {
  orderId: line('order id', 100, { asComposed: true }),
  customerName: needed('the name of the customer', line('name', 100)),
  email: needed('exactly one email address', readEmail),
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

/** The fields of an address that nobody needs for a pickup: whatever was sent there never refuses one. */
export const readUnneeded = (field: 'street' | 'city' | 'state' | 'zipCode', sent: unknown): Taken<string> => {
  const reading = FIELD_READERS[field](sent);
  if (!('problem' in reading)) return reading;
  const { text } = cleanedField(textSent(sent) ?? '', field, { lines: field === 'street' });
  return { value: text.slice(0, 120), warnings: [], remarks: [] };
};
