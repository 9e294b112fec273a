import type { SheetRow } from '../core/ports';
import { busy, type Refusal, refusal } from '../core/refusal';
import type { Moment, Planned } from '../core/work';
import { mayHaveLostDigits } from '../domain/json/decimal';
import { formatAmount } from '../domain/money';
import { priceOrder } from '../domain/prices';
import { newMail } from '../email/new-mail';
import { HELD_FOR_TOTAL } from '../email/reasons';
import { headOf } from '../ledger/lookup';
import type { Config } from '../workbook/config';
import { emailSetting } from '../workbook/emails';
import { textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import { withLook } from './address-look';
import { contentOf } from './canonical-json';
import type { IntakePorts } from './intake-ports';
import { findOrder, findReplacement, isSameContent } from './known-order';
import { isLarge, totalWarnings } from './large-total';
import { newOrderChanges, numberOrder, type OrderMaking } from './new-order';
import { type OrderAnswer, orderAnswer } from './order-answer';
import type { JsonObject } from './order-form';
import { type ValidOrder, validateOrder } from './validate-order';

/** A post that is to become an order. */
export interface OrderPost {
  readonly body: JsonObject;
  /** The id that the webhook carried, blank without one: it stands in for a missing order id. */
  readonly webhookId: string;
  /** Who sends, for the Activity tab. */
  readonly by: string;
  /** The fingerprint of a refused post that this one replaces; blank for a new one. */
  readonly replaces: string;
  /** Whether staff have confirmed its warnings: then its receipt need not wait for them. */
  readonly isConfirmed?: true;
}

/** The answer to a post, and what became of it. */
export interface Acceptance {
  readonly answer: OrderAnswer | Refusal;
  /** The order that is new, null when there is none. */
  readonly created: LedgerEntry | null;
  /** Whether this execution has claimed the new order's receipt and is to send it now. */
  readonly sendsReceipt: boolean;
}

const answered = (answer: OrderAnswer | Refusal): Acceptance => ({ answer, created: null, sendsReceipt: false });

const answeredAgain = ({ statusLink }: IntakePorts, { settings }: Config, known: LedgerEntry): Acceptance =>
  answered(orderAnswer(known, true, statusLink(settings, known.order)));

/** The fingerprint of what a post orders, whoever sends it under whichever id. */
export const fingerprintOf = (crypto: IntakePorts['crypto'], body: JsonObject): string =>
  crypto.sha256(contentOf(body));

/** The id under which a post is known: its own order id, else its webhook's; blank when it has neither. */
export const idOf = (post: Pick<OrderPost, 'body' | 'webhookId'>): string => {
  const { orderId } = post.body;
  const isId = typeof orderId === 'number' ? !mayHaveLostDigits(orderId) : typeof orderId === 'string';
  return (isId ? String(orderId).trim() : '') || post.webhookId;
};

/** Whether an order id was sent that nobody can read: the post is refused for it. */
const isIdLost = ({ body }: OrderPost): boolean =>
  body.orderId !== undefined &&
  body.orderId !== null &&
  typeof body.orderId !== 'string' &&
  !idOf({ body, webhookId: '' });

const LOCK_WAIT = 25_000;

/**
 * Takes an order in: validate, price, known already?, lock, known since?, number it, commit once (docs/design.md 3.3).
 * Never throws for bad input; sends nothing.
 */
export const acceptOrder = (ports: IntakePorts, view: WorkbookView, config: Config, post: OrderPost): Acceptance => {
  const fingerprint = fingerprintOf(ports.crypto, post.body);
  const identity = { id: idOf(post), fingerprint };
  const known = (at: WorkbookView) =>
    findOrder(ports.ledger, at, identity, config.settings.retryMinutes, ports.clock.now().toISOString());
  // Without its id it would count as a retry of any order of the same content.
  const before = isIdLost(post) ? null : known(view);
  if (before && isSameContent(before, fingerprint)) return answeredAgain(ports, config, before);

  const refuse = (refused: Refusal): Acceptance => {
    const replacement = findReplacement(ports.ledger, view, fingerprint);
    return replacement ? answeredAgain(ports, config, replacement) : answered(refused);
  };
  const validation = validateOrder(post.body, config.prices, config.events, post.webhookId);
  if (!validation.valid) {
    return refuse(refusal('VALIDATION_FAILED', 'The order was not accepted. See details.', validation.problems));
  }
  if (before) return refuse(conflict(before));
  const looked = withLook(validation.order, ports.addressLook);
  const { request } = looked;
  const price = priceOrder(request.lines, config.prices, shippingRule(config), request.fulfillment);
  const valid = { ...looked, warnings: [...looked.warnings, ...totalWarnings(price.total, config.settings)] };
  if (valid.statedTotal !== null && valid.statedTotal !== price.total) {
    return refuse(mismatch(valid, formatAmount(price.total)));
  }
  const done = ports.change({
    by: 'accept an order',
    wait: LOCK_WAIT,
    view,
    plan: (moment) => {
      const id = identity.id || ports.crypto.uuid();
      const making = { valid, id, price, fingerprint, replaces: post.replaces, createdAt: moment.now };
      return planOrder(ports, moment, making, post, { known, seen: view.head?.revision ?? 0 });
    },
  });
  switch (done.outcome) {
    case 'landed':
      return done.values[0];
    case 'locked':
      return answered(busy('Many orders are coming in at this moment. Please send this one again.', 10));
    case 'quota':
      return answered(busy('The spreadsheet takes no more writes this minute.', 60));
    default:
      return answered(busy(`The order could not be stored for now: ${done.error}`, 30));
  }
};

const shippingRule = ({ settings }: Config) => ({ flat: settings.shippingFlat, freeFrom: settings.shippingFreeFrom });

const mismatch = (valid: ValidOrder, total: string): Refusal => {
  const stated = valid.statedTotal === null ? '' : formatAmount(valid.statedTotal);
  return refusal('PRICE_MISMATCH', `The total sent is ${stated}, but today's price list makes it ${total}.`, [
    { field: 'total', message: `${stated} was sent, ${total} is the price` },
  ]);
};

const conflict = ({ order }: LedgerEntry): Refusal =>
  refusal('ORDER_CONFLICT', `The order id ${order.id} was accepted before with other content, as ${order.number}.`, [
    { field: 'orderId', message: `${order.id} belongs to order ${order.number}` },
  ]);

/**
 * The order's changes, unless another execution has stored it since it was looked for. Whether anything was stored since
 * then shows in the Ledger's revision.
 */
const planOrder = (
  ports: IntakePorts,
  { view, config, when }: Moment,
  making: OrderMaking,
  { by, isConfirmed }: OrderPost,
  { known, seen }: { readonly known: (view: WorkbookView) => LedgerEntry | null; readonly seen: number },
): Planned<Acceptance> => {
  const { postsPerMinute } = config.settings;
  const newest = ports.ledger.newest(view, postsPerMinute);
  const lastOrderRow = lastRowWithId(ports.orders.ids(view));
  const hasHistory = lastOrderRow > 1 || view.hasHistory === true;
  const inForce = headOf(ports.ledger, view, newest, () => (hasHistory ? ports.orders.numbers(view) : []));
  const stays = (value: Acceptance) => ({ changes: [], value });
  const since = inForce.revision === seen ? null : known(view);
  if (since) {
    return stays(
      isSameContent(since, making.fingerprint) ? answeredAgain(ports, config, since) : answered(conflict(since)),
    );
  }
  if (isOverLimit(newest, postsPerMinute, making.createdAt))
    return stays(answered(busy(`More than ${postsPerMinute} orders came in within a minute.`, 60)));
  const { entry, head } = numberOrder(making, inForce);
  const isHeld = !isConfirmed && isLarge(entry.order.price.total, config.settings);
  const receipt = emailSetting(view.emails, 'receipt').on
    ? {
        ...newMail(ports.clock, entry.order, 'receipt', making.createdAt, ports.sends && !isHeld),
        ...(isHeld ? { state: 'held' as const, error: HELD_FOR_TOTAL } : {}),
      }
    : null;
  return {
    changes: newOrderChanges(view, entry, { lastOrderRow, createdAt: when, receipt, by }),
    head,
    value: {
      answer: orderAnswer(entry, false, ports.statusLink(config.settings, entry.order)),
      created: entry,
      sendsReceipt: receipt?.state === 'claimed',
    },
  };
};

/** The row number of the last id; 1, the header, when there is none. `ids[0]` stands in row 2. */
const lastRowWithId = (ids: readonly string[]): number => {
  let last = ids.length - 1;
  while (last >= 0 && ids[last] === '') last--;
  return last + 2;
};

const isOverLimit = (newest: readonly SheetRow[], most: number, now: string): boolean => {
  const minuteAgo = Date.parse(now) - 60_000;
  const recent = newest.filter((row) => Date.parse(textOf(row.cells['Accepted At'])) > minuteAgo);
  return recent.length >= most;
};
