import { isEqualInConstantTime } from '../domain/constant-time';
import type { Crypto } from './ports';
import { type Refusal, refusal } from './refusal';

/** How senders prove who they are; the Script Property `AUTH_MODE` (docs/design.md 4.2). */
export type AuthMode = 'signature' | 'key' | 'open';

/** What the web app knows of its secrets. */
export interface AuthSettings {
  readonly mode: AuthMode;
  /** `whsec_...`, several while one is being replaced. */
  readonly secrets: readonly string[];
  /** The shared key of mode `key`; blank refuses everybody. */
  readonly key: string;
}

/** What a request carries to prove itself; blank where it carries nothing. */
export interface Credentials {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly key: string;
  /** The exact text that was signed after id and timestamp. */
  readonly signedBody: string;
}

/** Reads the Script Properties. Anything but `key` and `open` means `signature`. */
export const authSettings = (properties: Readonly<Record<string, string>>): AuthSettings => ({
  mode: properties.AUTH_MODE === 'key' || properties.AUTH_MODE === 'open' ? properties.AUTH_MODE : 'signature',
  secrets: (properties.WEBHOOK_SECRETS ?? '').split(/\s+/).filter(Boolean),
  key: properties.SHARED_KEY ?? '',
});

/** Seconds that a timestamp may be off, either way (Standard Webhooks). */
const WINDOW = 300;
const SECRET_PREFIX = 'whsec_';

/** The signature of a message under one secret, without its `v1,`; null when the secret is not readable. */
export const signatureOf = (crypto: Crypto, secret: string, message: string): string | null => {
  const bytes = secret.startsWith(SECRET_PREFIX) ? crypto.decodeBase64(secret.slice(SECRET_PREFIX.length)) : null;
  return bytes && bytes.length > 0 ? crypto.hmacSha256(message, bytes) : null;
};

const verifySignature = (crypto: Crypto, settings: AuthSettings, sent: Credentials, now: Date): Refusal | null => {
  if (!sent.id || !sent.timestamp || !sent.signature) {
    return refusal(
      'SIGNATURE_MISSING',
      'The query needs webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks).',
    );
  }
  if (!/^\d{1,12}$/.test(sent.timestamp)) {
    return refusal('SIGNATURE_INVALID', 'webhook-timestamp must be a number of seconds since 1970.');
  }
  const message = `${sent.id}.${sent.timestamp}.${sent.signedBody}`;
  const given = sent.signature
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => part.slice('v1,'.length));
  let matches = false;
  for (const secret of settings.secrets) {
    const expected = signatureOf(crypto, secret, message);
    for (const signature of given.slice(0, MOST_SIGNATURES)) {
      if (expected !== null && isEqualInConstantTime(signature, expected)) matches = true;
    }
  }
  if (!matches) return refusal('SIGNATURE_INVALID', 'The signature does not match.');
  const age = now.getTime() / 1000 - Number(sent.timestamp);
  if (Math.abs(age) > WINDOW) {
    return refusal(
      'SIGNATURE_EXPIRED',
      `webhook-timestamp is more than ${WINDOW} seconds ${age > 0 ? 'old' : 'in the future'}. Sign the request again.`,
    );
  }
  return null;
};

/** Standard Webhooks allows several signatures; any beyond this number are ignored. */
const MOST_SIGNATURES = 10;

/** Checks who sends; null when that is in order. */
export const authenticate = (crypto: Crypto, settings: AuthSettings, sent: Credentials, now: Date): Refusal | null => {
  if (settings.mode === 'open') return null;
  if (settings.mode === 'signature') return verifySignature(crypto, settings, sent, now);
  if (!sent.key)
    return refusal('SIGNATURE_MISSING', 'The shared key is missing: send it as "key" in the body or the query.');
  const fits = settings.key !== '' && isEqualInConstantTime(sent.key, settings.key);
  return fits ? null : refusal('SIGNATURE_INVALID', 'The shared key does not match.');
};
