import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Crypto } from '../../src/core/ports';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The Crypto port by Node, for tests of what needs no Google services. */
export const nodeCrypto: Crypto = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmacSha256: (text, key) => createHmac('sha256', Uint8Array.from(key)).update(text, 'utf8').digest('base64'),
  decodeBase64: (text) => (BASE64.test(text) ? [...Buffer.from(text, 'base64')] : null),
  uuid: () => randomUUID(),
};
