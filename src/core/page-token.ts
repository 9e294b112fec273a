import { isEqualInConstantTime } from '../domain/constant-time';
import type { Crypto } from './ports';

/** What a token opens; a token for one page opens no other. */
export type PagePurpose = 'order' | 'feedback' | 'unsubscribe';

/** The Script Property with the key of all page tokens: another key revokes every link that is out. */
export const PAGE_SECRET = 'PAGE_SECRET';

const DAY = 86_400_000;
/** Days that a token lives from the day it was made for. */
const LIFE: Readonly<Record<PagePurpose, number>> = { order: 365, feedback: 90, unsubscribe: 365 };

const bytesOf = (text: string): number[] => [...text].map((character) => character.charCodeAt(0) & 0xff);

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes (0 to 255) as text for an address. */
export const toBase64Url = (bytes: readonly number[]): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    for (let part = 0; part <= Math.min(3, bytes.length - at); part++)
      text += BASE64URL[(group >> (18 - 6 * part)) & 63];
  }
  return text;
};

/** Bytes of such a text; null where no bytes are written so. */
export const fromBase64Url = (crypto: Crypto, text: string): readonly number[] | null => {
  const bytes = crypto.decodeBase64(
    text
      .replace(/-/g, '+')
      .replace(/_/g, '/')
      .padEnd(4 * Math.ceil(text.length / 4), '='),
  );
  // Text that no token of ours is written in, though it may read as one.
  return bytes && toBase64Url(bytes) === text ? bytes : null;
};

const signature = (crypto: Crypto, secret: string, text: string): string =>
  crypto.hmacSha256(`page-token:${text}`, bytesOf(secret)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/**
 * Hides and shows again: bytes XOR a stream that grows from the signature of what they say. The signature is the
 * message's own, so no two texts share a stream (the construction of RFC 5297, with HMAC).
 */
export const veiled = (crypto: Crypto, secret: string, mac: string, bytes: readonly number[]): number[] => {
  const stream: number[] = [];
  for (let block = 0; stream.length < bytes.length; block++) {
    const more = crypto.decodeBase64(crypto.hmacSha256(`page-veil:${block}:${mac}`, bytesOf(secret)));
    stream.push(...(more ?? []));
  }
  return bytes.map((byte, at) => byte ^ (stream[at] ?? 0));
};

/** What a link is of. */
export interface LinkedOrder {
  readonly orderId: string;
  /** How often links of the order had been taken back when this one was made. */
  readonly links: number;
}

/**
 * Order ids may hold any character: percent-encoded they are bytes. Links that were never taken back say nothing of it,
 * as all did once.
 */
const encoded = (purpose: PagePurpose, expires: number, { orderId, links }: LinkedOrder): string =>
  `${purpose[0]}${expires.toString(36)}${links > 0 ? `-${links.toString(36)}` : ''}.${encodeURIComponent(orderId)}`;

/**
 * A token for one page of one order. Without the secret it's impossible to make one, or to read which order it's for.
 * The same order and moment give the same token, so that a repeated response has the same link.
 * @param from ISO 8601: when its lifetime starts.
 * @param links how many times links of the order were revoked.
 */
export const pageToken = (
  crypto: Crypto,
  secret: string,
  purpose: PagePurpose,
  orderId: string,
  from: string,
  links = 0,
): string => {
  const text = encoded(purpose, Math.floor(Date.parse(from) / DAY) + LIFE[purpose] + 1, { orderId, links });
  const mac = signature(crypto, secret, text);
  return mac + toBase64Url(veiled(crypto, secret, mac, bytesOf(text)));
};

const MAC_LENGTH = 43;
const TOKEN = /^[A-Za-z0-9_-]{48,2000}$/;
const TEXT = /^([a-z])([0-9a-z]{1,8})(?:-([0-9a-z]{1,6}))?\.(.+)$/;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/**
 * The order that a token opens a page of, if its links were not taken back since; null for a wrong, expired or foreign
 * token, which all look the same.
 */
export const linkOfToken = (
  crypto: Crypto,
  secret: string,
  purpose: PagePurpose,
  token: string,
  now: Date,
): LinkedOrder | null => {
  if (!TOKEN.test(token) || secret === '') return null;
  const [mac, hidden] = [token.slice(0, MAC_LENGTH), token.slice(MAC_LENGTH)];
  const bytes = fromBase64Url(crypto, hidden);
  if (!bytes) return null;
  const text = String.fromCharCode(...veiled(crypto, secret, mac, bytes));
  const isGenuine = isEqualInConstantTime(mac, signature(crypto, secret, text));
  const [, letter, expires = '', links = '0', id = ''] = TEXT.exec(text) ?? [];
  const isOfPage = isGenuine && letter === purpose[0] && Number.parseInt(expires, 36) * DAY > now.getTime();
  const orderId = isOfPage ? decoded(id) : null;
  return orderId === null ? null : { orderId, links: Number.parseInt(links, 36) };
};
