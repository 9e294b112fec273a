import type { AuthSettings } from './authentication';

/** What is kept in place of a secret. */
const BLANKED = '(secret removed)';
/** A shorter secret is blanked where it's the whole of a value: it may be a part of many words. */
const SHORTEST_PART = 6;
/** Times that a text may be encoded within an encoded text. */
const DEEPEST = 4;

const decodedPercents = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
};

/** A text without the escapes of JSON and of addresses: `\u0073`, `\/`, `%73`. */
const decoded = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/(?:%[0-9a-f]{2})+/gi, decodedPercents);

/** The shared key and the signing secrets, which are none the less secret without their `whsec_`. */
const secretsIn = ({ key, secrets }: AuthSettings): string[] =>
  [key, ...secrets.map((secret) => secret.replace(/^whsec_/, ''))].filter((secret) => secret.trim() !== '');

/**
 * Removes our secrets from a request before anything else reads it: from names and values at any depth, even inside a
 * text. That way no secret ends up in a cell, an email, a log or a response. A text that contains an encoded secret is
 * removed entirely.
 */
export const withoutSecrets = (settings: AuthSettings): (<T>(sent: T) => T) => {
  const secrets = secretsIn(settings);
  const parts = secrets.filter(({ length }) => length >= SHORTEST_PART);
  const isIn = (text: string): boolean => parts.some((secret) => text.includes(secret));
  const isHidden = (text: string): boolean => {
    let [before, now] = ['', text];
    for (let depth = 0; depth < DEEPEST && now !== before; depth++) {
      [before, now] = [now, decoded(now)];
      if (isIn(now) || isIn(now.replace(/\+/g, ' '))) return true;
    }
    return false;
  };
  const inText = (text: string): string => {
    if (secrets.includes(text.trim())) return BLANKED;
    const left = parts.reduce((rest, secret) => rest.split(secret).join(BLANKED), text);
    return isHidden(left) ? BLANKED : left;
  };
  const inValue = (value: unknown): unknown => {
    if (typeof value === 'string') return inText(value);
    if (typeof value === 'number') return secrets.includes(String(value)) ? BLANKED : value;
    if (Array.isArray(value)) return value.map(inValue);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [inText(name), inValue(item)]));
  };
  return <T>(sent: T) => inValue(sent) as T;
};
