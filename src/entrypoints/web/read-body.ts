import { type Refusal, refusal } from '../../core/refusal';
import { isObject, type JsonObject } from '../../intake/order-form';

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

/** Reads a posted body: a JSON object of reasonable size and depth, or the reason why not. */
export const readBody = (text: string): BodyReading => {
  if (text.length > LARGEST_BODY) {
    return {
      refused: refusal(
        'PAYLOAD_TOO_LARGE',
        `The body has ${text.length} characters: at most ${LARGEST_BODY} are taken.`,
      ),
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
        text.trim() === '' ? 'The body is empty: a JSON object is needed.' : `The body is not JSON: ${reason}`,
      ),
    };
  }
  if (!isObject(value)) return { refused: refusal('INVALID_JSON', 'The body is JSON, but no object.') };
  if (isTooDeep(value))
    return { refused: refusal('INVALID_JSON', `The body is nested deeper than ${DEEPEST_BODY} levels.`) };
  return { body: value };
};
