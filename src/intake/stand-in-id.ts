import type { Crypto } from '../core/ports';

/** Characters of an id, docs/design.md 4.3: a longer one was never accepted. */
export const LONGEST_ID = 100;

/** The prefix of a webhook's id that replaces a missing order id: no sender's own order id has it. */
export const BY_WEBHOOK = 'webhook:';

/**
 * The order id made from a webhook's id, with a prefix so that it never collides with a real order id. A long one is
 * replaced by its hash, since an order id is short and a webhook's id can have any length.
 */
export const standInId = (crypto: Pick<Crypto, 'sha256'>, webhookId: string): string => {
  if (webhookId === '') return '';
  const isLong = webhookId.length > LONGEST_ID - BY_WEBHOOK.length;
  return `${BY_WEBHOOK}${isLong ? crypto.sha256(webhookId) : webhookId}`;
};
