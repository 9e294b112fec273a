import { isEqualInConstantTime } from '../domain/constant-time';
import type { Crypto } from '../ports';

/** What a token opens; a token for one page opens no other. */
export type PagePurpose = 'order' | 'feedback' | 'unsubscribe';

/** The Script Property with the key of all page tokens: another key revokes every link that is out. */
export const PAGE_SECRET = 'PAGE_SECRET';

const DAY = 86_400_000;
/** Days that a token lives from the day it was made for. */
const LIFE: Readonly<Record<PagePurpose, number>> = { order: 365, feedback: 365, unsubscribe: 365 };

const keyBytes = (secret: string): number[] => [...secret].map((character) => character.charCodeAt(0) & 0xff);

const signature = (crypto: Crypto, secret: string, text: string): string =>
  crypto.hmacSha256(`page-token:${text}`, keyBytes(secret)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/**
 * A token for one page of one order: nobody without the secret can make one. The same order and moment give the same
 * token, so that a repeated answer carries the same link.
 * @param from ISO 8601: the moment from which its life counts.
 */
export const pageToken = (
  crypto: Crypto,
  secret: string,
  purpose: PagePurpose,
  orderId: string,
  from: string,
): string => {
  const expires = Math.floor(Date.parse(from) / DAY) + LIFE[purpose] + 1;
  const text = `${purpose[0]}${expires.toString(36)}.${encodeURIComponent(orderId).replace(/\./g, '%2E')}`;
  return `${text}.${signature(crypto, secret, text)}`;
};

const TOKEN = /^([ofu])([0-9a-z]{1,8})\.([^.]{1,400})\.([A-Za-z0-9_-]{43})$/;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** The order that a token opens a page of; null for a wrong, expired or foreign one, which all look the same. */
export const orderOfToken = (
  crypto: Crypto,
  secret: string,
  purpose: PagePurpose,
  token: string,
  now: Date,
): string | null => {
  const match = TOKEN.exec(token);
  if (!match || secret === '') return null;
  const [, letter = '', expires = '', id = '', mac = ''] = match;
  const expected = signature(crypto, secret, `${letter}${expires}.${id}`);
  const isGenuine = isEqualInConstantTime(mac, expected) && letter === purpose[0];
  return isGenuine && Number.parseInt(expires, 36) * DAY > now.getTime() ? decoded(id) : null;
};
