import { createHash, createHmac } from 'node:crypto';

/** What a digest works on: bytes, or a text with a charset (`US_ASCII` or `UTF_8`). */
export type Data = { readonly bytes: readonly number[] } | { readonly text: string; readonly charset: string };

const signed = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte << 24) >> 24);

/** US_ASCII has no letter beyond 127: Java puts a question mark there, which is how `José` hashes wrongly. */
const ascii = (text: string): string => text.replace(/[\ud800-\udbff][\udc00-\udfff]|[^\0-\x7f]/g, '?');

const toBytes = (data: Data): Buffer => {
  if ('bytes' in data) return Buffer.from(data.bytes.map((byte) => byte & 0xff));
  return Buffer.from(data.charset === 'UTF_8' ? data.text : ascii(data.text), 'utf8');
};

const NODE_NAMES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

const nodeName = (algorithm: string): string => {
  const name = NODE_NAMES[algorithm.replace(/^HMAC_/, '')];
  if (!name) throw new Error(`not available in the local Apps Script: Utilities with ${algorithm}`);
  return name;
};

/** A digest as signed bytes. */
export const digest = (algorithm: string, data: Data): number[] =>
  signed(createHash(nodeName(algorithm)).update(toBytes(data)).digest());

/** An HMAC as signed bytes. */
export const hmac = (algorithm: string, value: Data, key: Data): number[] =>
  signed(createHmac(nodeName(algorithm), toBytes(key)).update(toBytes(value)).digest());

/** Base64 with padding; web-safe has `-` and `_` and keeps the padding, as Google's does. */
export const base64Encode = (data: Data, webSafe: boolean): string => {
  const text = toBytes(data).toString('base64');
  return webSafe ? text.replaceAll('+', '-').replaceAll('/', '_') : text;
};

/** @throws Error `Could not decode string.` when the text is not base64. */
export const base64Decode = (text: string, webSafe: boolean): number[] => {
  const plain = webSafe ? text.replaceAll('-', '+').replaceAll('_', '/') : text;
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(plain)) throw new Error('Could not decode string.');
  return signed(Buffer.from(plain, 'base64'));
};

const nodeCharset = (charset: string): BufferEncoding => {
  const known: Record<string, BufferEncoding> = {
    UTF8: 'utf8',
    USASCII: 'ascii',
    ISO88591: 'latin1',
    UTF16LE: 'utf16le',
  };
  const encoding = known[charset.toUpperCase().replace(/[-_]/g, '')];
  if (!encoding) throw new Error(`Invalid argument: ${charset}`);
  return encoding;
};

/** A text from bytes. */
export const decode = (bytes: readonly number[], charset: string): string =>
  Buffer.from(bytes.map((byte) => byte & 0xff)).toString(nodeCharset(charset));

/** Bytes from a text. */
export const encode = (text: string, charset: string): number[] => signed(Buffer.from(text, nodeCharset(charset)));
