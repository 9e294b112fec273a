import * as v from 'valibot';
import { mayHaveLostDigits, SEND_AS_TEXT } from '../domain/json/decimal';
import { FULFILLMENTS } from '../domain/statuses';
import { cleanText } from '../domain/text/clean';
import { EVENT_CODE } from '../workbook/events';
import type { FormField } from './form-field';

/** A value as it is shown inside an error: short, in one line. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** What is in a text that people do not see where it stands, and that says nothing (text/unseen.ts). */
const unseenIn = (text: string) => cleanText(text, { asComposed: true });

/**
 * Text of one line, trimmed, without invisible characters and those that turn the direction of text (on an envelope they'd
 * make another address of it); a number counts as its digits. `longest` is in characters.
 */
const line = (longest: number) =>
  v.pipe(
    v.union([v.string(), v.number()], (issue) => `${shown(issue.input)} is no text`),
    v.check((sent) => typeof sent === 'string' || !mayHaveLostDigits(sent), SEND_AS_TEXT),
    v.transform((sent) => String(sent).trim()),
    v.check(
      (text) => !CONTROL.test(text) && !LONE_SURROGATE.test(text),
      'contains characters that no keyboard types (control characters)',
    ),
    v.check((text) => text === '' || unseenIn(text).text !== '', 'has no character that can be seen'),
    v.transform((text) => unseenIn(text).text),
    v.maxLength(longest, (issue) => `has ${issue.input.length} characters: at most ${longest} are allowed`),
  );

const needed = (longest: number, what: string) => v.pipe(line(longest), v.nonEmpty(`is missing: ${what} is needed`));

const matching = (longest: number, pattern: RegExp, allowed: string) =>
  v.pipe(
    line(longest),
    v.check(
      (text) => text === '' || pattern.test(text),
      (issue) => `${shown(issue.input)} is not allowed: ${allowed}`,
    ),
  );

const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const PHONE = /^(?=(?:\D*\d){7})[0-9+(). \-/x#a-z,]+$/i;

/** One rule per field (docs/design.md 4.3). A missing field is checked as blank text. */
export const FIELD_RULES = {
  /** An id is compared, so nothing may be hidden in it. */
  orderId: v.pipe(
    v.custom<unknown>(
      (sent) =>
        typeof sent !== 'string' ||
        unseenIn(sent).found.every(({ kind }) => kind !== 'invisible' && kind !== 'direction'),
      'contains invisible characters',
    ),
    line(100),
  ),
  customerName: needed(100, 'the name of the customer'),
  email: v.pipe(
    needed(254, 'exactly one email address'),
    v.check(
      (text) => text === '' || EMAIL.test(text),
      (issue) => `${shown(issue.input)} is not exactly one email address such as paul@example.com`,
    ),
  ),
  phone: matching(40, PHONE, 'a phone number has at least 7 digits, such as 407-555-0134'),
  fulfillmentType: v.pipe(
    line(20),
    v.transform((text) => text.toLowerCase() || 'ship'),
    v.picklist(FULFILLMENTS, (issue) => `${shown(issue.input)} is not allowed: ship or pickup`),
  ),
  company: line(100),
  street: line(120),
  apartment: line(60),
  city: line(60),
  state: line(20),
  zipCode: line(20),
  eventCode: matching(20, EVENT_CODE, 'an event code has letters, digits, - and _ only, 20 at most'),
} as const satisfies Partial<Record<FormField, v.GenericSchema<unknown, string>>>;

export type RuledField = keyof typeof FIELD_RULES;
