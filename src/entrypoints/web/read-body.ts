import { type Refusal, refusal } from '../../core/refusal';
import { mayHaveLostDigits } from '../../domain/json/decimal';
import { type Key, type OddNumbers, oddNumbersIn } from '../../domain/json/digits';
import { isBlank, isObject, type JsonObject, TWICE } from '../../intake/body-keys';

/** Characters; larger bodies are refused before they are parsed (docs/design.md 4.7). */
export const LARGEST_BODY = 45_000;
/** Levels of lists and objects; an order needs three. */
const DEEPEST_BODY = 32;

export type BodyReading = { readonly body: JsonObject } | { readonly refused: Refusal };

/** The depth of a JSON value, counted without recursion so that no nesting can exhaust the stack. */
const isTooDeep = (value: unknown): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_BODY) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
};

/**
 * A value in which numbers that JSON.parse can't represent are replaced by the digits sent, as text: for a text field
 * they are what the sender meant, and for a number field they aren't valid. Forms that no id has stay numbers.
 */
const withDigits = (value: unknown, odd: OddNumbers, path: readonly Key[]): unknown => {
  if (typeof value === 'number') {
    const found = odd(path);
    if (!found || found.exact) return value;
    return found.text ?? (mayHaveLostDigits(value) ? value : found.raw);
  }
  if (Array.isArray(value)) return value.map((item, index) => withDigits(item, odd, [...path, index]));
  return isObject(value) ? objectWithDigits(value, odd, path) : value;
};

const objectWithDigits = (value: JsonObject, odd: OddNumbers, path: readonly Key[]): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDigits(item, odd, [...path, key])]));

/** Parts the key of a value from the count that keeps two of one key apart; no key that is meant has this character. */
const COUNT_BEHIND = '\u0000';

/**
 * What was sent twice under one key, as one value: the only one that says something, or else an object with all of them.
 * No field takes that, so a needed one is refused and shows it, and an optional one is left out with a warning.
 */
const asOne = (values: readonly unknown[]): unknown => {
  const different = new Map(values.map((value) => [JSON.stringify(value), value]));
  const said = [...different.values()].filter((value) => !isBlank(value));
  return said.length > 1 ? { [TWICE]: said } : (said[0] ?? values[0]);
};

/** An object in which keys that were sent twice have been kept apart, with one value for each key. */
const withoutTwins = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutTwins);
  if (!isObject(value)) return value;
  const all = new Map<string, unknown[]>();
  for (const [name, sent] of Object.entries(value)) {
    const key = name.split(COUNT_BEHIND)[0] ?? name;
    const values = all.get(key) ?? [];
    values.push(withoutTwins(sent));
    all.set(key, values);
  }
  return Object.fromEntries([...all].map(([key, values]) => [key, asOne(values)]));
};

/** A JSON text in which every key is in its object once: from the second time on with a count behind it. */
const keptApart = (text: string, ends: readonly number[]): string =>
  ends.reduce((before, end, index) => `${before}${text.slice(ends[index - 1] ?? 0, end)}\\u0000${index}`, '') +
  text.slice(ends[ends.length - 1]);

/** The object of a JSON text, with the digits that were sent, and nothing lost of a key that was sent twice. */
const exactly = (text: string, parsed: JsonObject): JsonObject => {
  const ends: number[] = [];
  const odd = oddNumbersIn(text, (end) => ends.push(end));
  if (ends.length === 0) return objectWithDigits(parsed, odd, []);
  const apart = keptApart(text, ends);
  return withoutTwins(objectWithDigits(JSON.parse(apart), oddNumbersIn(apart), [])) as JsonObject;
};

const sendJson = (what: string): string => `The body is ${what}. Send JSON instead (text that begins with {).`;

/** What a body that isn't JSON is, and what to send instead. */
const otherForm = (text: string): string => {
  if (/^\s*--\S+\r?\n/.test(text) || /content-disposition:\s*form-data/i.test(text))
    return sendJson('a multipart form');
  if (/^\s*[\w.[\]%+-]+=/.test(text)) return sendJson('form-encoded');
  if (/^\s*<[?!a-z]/i.test(text)) return sendJson('XML or HTML');
  return 'The body is not JSON:';
};

/**
 * Reads a posted body: a JSON object of reasonable size and depth, or the reason why not. Numbers with more digits than a
 * JavaScript number has are text in it; a key that was sent twice with two values has none that counts.
 */
export const readBody = (text: string): BodyReading => {
  if (text.length > LARGEST_BODY) {
    return {
      refused: refusal('PAYLOAD_TOO_LARGE', `The body has ${text.length} characters. The limit is ${LARGEST_BODY}.`),
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : String(error);
    return {
      refused: refusal(
        'INVALID_JSON',
        text.trim() === ''
          ? 'The body is empty. Send JSON (text that begins with {); form fields are not supported.'
          : `${otherForm(text)} ${reason}`,
      ),
    };
  }
  if (!isObject(value)) return { refused: refusal('INVALID_JSON', 'The body is JSON, but not an object.') };
  if (isTooDeep(value))
    return { refused: refusal('INVALID_JSON', `The body is nested more than ${DEEPEST_BODY} levels deep.`) };
  return { body: exactly(text, value) };
};
