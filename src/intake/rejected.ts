import type { Ports } from '../core/all-ports';
import type { Alert } from '../core/email-writer';
import { sheetLink } from '../core/links';
import type { Refusal } from '../core/refusal';
import { REPLAY } from '../core/words';
import { GONE } from '../domain/erased';
import { raiseAlert, raisedAt } from '../email/alert-operator';
import { harmless } from '../email/one-line';
import { serialOf } from '../workbook/date-serial';
import type { WorkbookView } from '../workbook/view';
import type { OrderPost } from './accept-order';
import { type OrderIdentity, readSent } from './known-order';

export type RejectedPorts = Pick<Ports, 'clock' | 'properties' | 'crypto' | 'once' | 'rejected'>;

/** The state of a rejected request that hasn't been handled. */
export const OPEN = 'open';
/** The state of one that was still open when its customer was erased: there's nothing left to do. */
export const ERASED = 'erased';

/** A request in the Fingerprint column: the fingerprint of its content, and its id. */
export interface RejectedKey {
  readonly fingerprint: string;
  readonly id: string;
}

const rejectedKey = ({ fingerprint, id }: RejectedKey): string => `${fingerprint} ${id}`.trim();

/** Reads a cell of the Fingerprint column; null if it isn't a fingerprint. */
export const parseRejectedKey = (text: string): RejectedKey | null => {
  const [, fingerprint = '', id = ''] = /^([0-9a-f]{64})(?: ([\s\S]*))?$/.exec(text) ?? [];
  return fingerprint ? { fingerprint, id } : null;
};

const LONGEST_ID = 100;
/**
 * The invisible parts of an id: line breaks, control characters, zero-width ones and those that change text direction.
 * In a cell they'd only mislead the reader.
 */
const UNSEEN = /[\s\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+/gu;

/** The id of a request as stored in cells. */
export const keptId = ({ id }: Pick<OrderIdentity, 'id'>): string =>
  id.replace(UNSEEN, ' ').trim().slice(0, LONGEST_ID);

/** A shared key is a secret, so it's removed from what a cell keeps. */
const withoutKey = (post: OrderPost, raw: string): string => {
  if (!('key' in post.body)) return raw;
  const { key: _key, ...body } = post.body;
  return JSON.stringify(body);
};

/**
 * Keeps a rejected request with its reasons and raw body, once no matter how often it's sent again, and has the
 * operator's next sweep report the first one in an hour. Never throws: the sender gets the reasons, and they must not
 * turn into another error.
 * @param isErased whether the customer was erased on request: that the request came is kept, but nothing in it.
 */
export const keepRejected = (
  ports: RejectedPorts,
  view: WorkbookView,
  refused: Refusal,
  post: OrderPost,
  raw: string,
  isErased = false,
): void => {
  const { clock, crypto, once, rejected } = ports;
  const keep = () => {
    const { identity } = post.sent ?? readSent(crypto, post.body, post.webhookId);
    const id = keptId(identity);
    const reasons = [refused.error, ...(refused.details ?? []).map(({ field, message }) => `${field} ${message}`)];
    const kept = rejected.keep(view, {
      'Received At': serialOf(clock.local(clock.now())),
      'Order ID': id,
      Code: refused.code,
      Reasons: reasons.join('\n').slice(0, 5_000),
      'Raw Body': isErased ? GONE : withoutKey(post, raw),
      State: OPEN,
      Fingerprint: rejectedKey({ fingerprint: identity.refused, id }),
    });
    if (kept !== 'known') {
      const about = isErased ? { ...post, body: {} } : post;
      raiseAlert(
        ports,
        'REJECTED',
        alertOf(refused, about, id, reasons, isErased ? 'erased' : kept, tabLink(ports, view)),
      );
    }
  };
  try {
    // Without the lock the row is kept anyway; at worst, twice.
    if (!once(raisedAt('REJECTED'), 5_000, keep)) keep();
  } catch {
    // See above.
  }
};

const tabLink = ({ properties }: RejectedPorts, { places }: WorkbookView): string =>
  `${sheetLink(properties)}#gid=${places.rejected?.sheetId ?? 0}`;

const WHAT_TO_DO = {
  kept: `What to do: in the Rejected tab, correct its Raw Body. Then select its row and choose ${REPLAY}.`,
  lost: "It isn't in the Rejected tab, because that tab is missing or full. What to do: choose CPS Orders > Set up this sheet, or delete old rows from that tab. Then ask the platform to send the order again.",
  erased: "None of it was kept. What to do: if it's a new order, ask the platform to resend it with a new order ID.",
};

const alertOf = (
  { code }: Refusal,
  { body: { customerName } }: OrderPost,
  id: string,
  reasons: readonly string[],
  kept: keyof typeof WHAT_TO_DO,
  tab: string,
): Alert => {
  const who = typeof customerName === 'string' ? harmless(customerName.slice(0, LONGEST_ID)) : '';
  return {
    subject: `Order rejected: ${who || 'a customer'} may be waiting`,
    text: [
      `The ordering platform sent an order${who && ` from ${who}`}${id && ` (ID ${harmless(id)})`}, but we couldn't accept it. Here's why (${code}):`,
      (reasons.length > 1 ? reasons.slice(1) : reasons).map(harmless).join('\n').slice(0, 1_200),
      WHAT_TO_DO[kept],
      `Open the Rejected tab: ${tab}`,
      "You won't get another email about rejected orders within the next hour. That tab lists them all.",
    ].join('\n\n'),
  };
};
