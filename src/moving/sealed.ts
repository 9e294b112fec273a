import { fromBase64Url, toBase64Url, veiled } from '../core/page-token';
import type { Crypto } from '../core/ports';
import { isEqualInConstantTime } from '../domain/constant-time';

const MAC_LENGTH = 43;

const bytesOf = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const macOf = (crypto: Crypto, key: string, text: string): string =>
  crypto.hmacSha256(`move:${text}`, bytesOf(key)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/** A code that nobody can guess: 256 bits in 43 letters, digits, `-` and `_`. */
export const newKey = (crypto: Crypto): string =>
  macOf(crypto, crypto.uuid() + crypto.uuid(), crypto.uuid() + crypto.uuid());

/** Whether a text has the form of such a code. */
export const isKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** A text that nobody can read or forge without the key. */
export const sealed = (crypto: Crypto, key: string, text: string): string => {
  // Characters beyond ASCII take several bytes.
  const plain = encodeURIComponent(text);
  const mac = macOf(crypto, key, plain);
  return mac + toBase64Url(veiled(crypto, key, mac, bytesOf(plain)));
};

/** What was sealed; null if the key is wrong or the text was changed. */
export const unsealed = (crypto: Crypto, key: string, text: string): string | null => {
  const [mac, hidden] = [text.slice(0, MAC_LENGTH), text.slice(MAC_LENGTH)];
  const bytes = fromBase64Url(crypto, hidden);
  if (!bytes) return null;
  const plain = veiled(crypto, key, mac, bytes)
    .map((byte) => String.fromCharCode(byte))
    .join('');
  return isEqualInConstantTime(mac, macOf(crypto, key, plain)) ? decodeURIComponent(plain) : null;
};

/** Proof that a text comes from someone who has the key. */
export const proofOf = (crypto: Crypto, key: string, text: string): string => macOf(crypto, key, `said:${text}`);
