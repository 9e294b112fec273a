import type { Crypto } from '../core/ports';

/** Characters of an id, docs/design.md 4.3: a longer one was never accepted. */
export const LONGEST_ID = 100;

/** In front of a webhook's id where that stands in for a missing order id: no order of a sender has such an id. */
export const BY_WEBHOOK = 'webhook:';

/**
 * The order id that a webhook's id stands for: a name of its own, so that it never meets somebody's order id. A long one
 * is kept as its hash, since an order id is short and a webhook's may have any length.
 */
export const standInId = (crypto: Pick<Crypto, 'sha256'>, webhookId: string): string => {
  if (webhookId === '') return '';
  const isLong = webhookId.length > LONGEST_ID - BY_WEBHOOK.length;
  return `${BY_WEBHOOK}${isLong ? crypto.sha256(webhookId) : webhookId}`;
};
