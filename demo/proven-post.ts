import { createHmac, randomUUID } from 'node:crypto';
import type { AuthMode } from './options';

/** The secrets that prove who sent a request; null where there is none. */
export interface Secrets {
  /** `whsec_` and the key in base64. */
  readonly webhookSecret: string | null;
  readonly sharedKey: string | null;
}

/** A request to the web app: its body, and its query (without the question mark, may be empty). */
export interface ProvenPost {
  readonly body: string;
  readonly query: string;
}

/**
 * The query that signs a body as Standard Webhooks asks (docs/design.md 4.2); good for five minutes around `now`, epoch
 * milliseconds.
 */
const signedQuery = (body: string, secret: string, now: number, id: string = randomUUID()): string => {
  const timestamp = String(Math.floor(now / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return new URLSearchParams({
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }).toString();
};

/** An order as the web app will believe it. */
export const provenPost = (order: object, mode: AuthMode, secrets: Secrets, now: number): ProvenPost => {
  const body = JSON.stringify(mode === 'key' ? { ...order, key: secrets.sharedKey } : order);
  const { webhookSecret } = secrets;
  return { body, query: mode === 'signature' && webhookSecret ? signedQuery(body, webhookSecret, now) : '' };
};
