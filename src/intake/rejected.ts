import type { Clock, Crypto, RejectedBook } from '../ports';
import { serialOf } from '../workbook/date-serial';
import type { WorkbookView } from '../workbook/view';
import type { OrderPost } from './accept-order';
import { contentOf } from './canonical-json';
import type { JsonObject } from './order-form';
import type { Refusal } from './refusal';

export interface RejectedPorts {
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly rejected: RejectedBook;
}

/** The body as it was sent, but for the shared key: a secret never stands in a cell (design.md 4). */
const withoutKey = (body: JsonObject, raw: string): string => {
  if (!('key' in body)) return raw;
  const { key: _, ...others } = body;
  return JSON.stringify(others);
};

/** Keeps a refused post with its reasons and raw body, once however often it is sent again. Never throws. */
export const keepRejected = (
  { clock, crypto, rejected }: RejectedPorts,
  view: WorkbookView,
  refused: Refusal,
  post: OrderPost,
  raw: string,
): void => {
  try {
    const fingerprint = crypto.sha256(`${refused.code} ${contentOf(post.body)}`);
    const { orderId } = post.body;
    const reasons = [refused.error, ...(refused.details ?? []).map(({ field, message }) => `${field} ${message}`)];
    rejected.keep(view, {
      'Received At': serialOf(clock.local(clock.now())),
      'Order ID':
        typeof orderId === 'string' || typeof orderId === 'number' ? String(orderId).slice(0, 100) : post.webhookId,
      Code: refused.code,
      Reasons: reasons.join('\n').slice(0, 5_000),
      'Raw Body': withoutKey(post.body, raw),
      State: 'open',
      Fingerprint: fingerprint,
    });
  } catch {
    // The sender has its reasons; a Rejected tab that cannot be written must not turn them into another error.
  }
};
