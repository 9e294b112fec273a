import { wasErased } from '../core/erased-ids';
import { figuresOf } from '../core/limits';
import type { SheetRow } from '../core/ports';
import { busy, type Refusal, refusal } from '../core/refusal';
import type { Moment, Planned } from '../core/work';
import { mailboxOf } from '../domain/mailbox';
import { formatAmount } from '../domain/money';
import { priceOrder } from '../domain/prices';
import { count } from '../domain/text/for-people';
import { newEmail } from '../email/new-email';
import { HELD_FOR_TOTAL } from '../email/reasons';
import { headOf } from '../ledger/lookup';
import type { Config } from '../workbook/config';
import { emailInDetails } from '../workbook/content-key';
import { emailSetting } from '../workbook/emails';
import { textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { highestGiven } from '../workbook/sequences';
import type { Settings } from '../workbook/settings';
import type { WorkbookView } from '../workbook/view';
import { withLook } from './address-look';
import type { IntakePorts } from './intake-ports';
import { findOrder, findReplacement, isSameOrder, type OrderIdentity, readSent, type SentOrder } from './known-order';
import { isLarge, totalWarnings } from './large-total';
import { newOrderChanges, numberOrder, type OrderMaking } from './new-order';
import { type OrderAnswer, orderAnswer, withRemarks } from './order-answer';
import type { JsonObject, OrderForm } from './order-form';
import { remarksAgain, type Validation, type ValidOrder, validateOrder } from './validate-order';

/** A request that is to become an order. */
export interface OrderPost {
  readonly body: JsonObject;
  /** The replacement for a missing order id ({@link standInId}); blank without a webhook. */
  readonly webhookId: string;
  /** The body taken apart, where that has been done already. */
  readonly sent?: SentOrder;
  /** Who sends, for the Activity tab. */
  readonly by: string;
  /** The fingerprint of the rejected request that this one replaces; blank for a new one. */
  readonly replaces: string;
  /** Whether staff have confirmed its warnings: then its receipt need not wait for them. */
  readonly isConfirmed?: true;
}

/** The answer to a request, and what happened to it. */
export interface Acceptance {
  readonly answer: OrderAnswer | Refusal;
  /** The order that is new, null when there is none. */
  readonly created: LedgerEntry | null;
  /** Whether this execution has claimed the new order's receipt and is to send it now. */
  readonly sendsReceipt: boolean;
  /** What is answered to every copy of the request, where its order was known already. */
  readonly repeat?: RepeatAnswer;
  /** The number of the order that has the id already, where the content is another: for staff, never for a sender. */
  readonly conflictsWith?: string;
  /** The customer of the order with this id was erased on request: nothing of what was sent is kept. */
  readonly isErased?: true;
}

/** The answer to an order that is known already, before anything is said of the writing of one of its copies. */
export interface RepeatAnswer {
  readonly answer: OrderAnswer;
  /** The sizes of its lines, by which a copy is read. */
  readonly sizes: readonly string[];
}

/** A rejection as staff see it: with the number of the order that already has the id, which senders never get. */
export const forStaff = (refused: Refusal, { conflictsWith }: Pick<Acceptance, 'conflictsWith'>): Refusal =>
  conflictsWith ? { ...refused, error: `${refused.error} That order is ${conflictsWith}.` } : refused;

const answered = (answer: OrderAnswer | Refusal): Acceptance => ({ answer, created: null, sendsReceipt: false });

/** The answer to all copies of an order. */
export const repeatAnswer = (
  { statusLink }: Pick<IntakePorts, 'statusLink'>,
  settings: Settings,
  known: LedgerEntry,
): RepeatAnswer => ({
  answer: orderAnswer(known, true, statusLink(settings, known)),
  sizes: [...new Set(known.order.lines.map(({ size }) => size))],
});

/** The answer to one copy: what is remarked on is its own writing, not that of the copy before. */
export const answerAgain = ({ answer, sizes }: RepeatAnswer, form: OrderForm): OrderAnswer =>
  withRemarks(answer, remarksAgain(form, sizes));

/** Whether an unreadable order id was sent, which rejects the request. */
const isIdLost = ({ values }: OrderForm, { id }: OrderIdentity): boolean =>
  id === '' && values.orderId !== undefined && typeof values.orderId !== 'string';

const LOCK_WAIT = 25_000;

/**
 * Takes an order in: validate, price, known already?, lock, known since?, number it, commit once (docs/design.md 3.3).
 * Never throws for bad input; sends nothing.
 */
export const acceptOrder = (ports: IntakePorts, view: WorkbookView, config: Config, post: OrderPost): Acceptance => {
  const { form, identity } = post.sent ?? readSent(ports.crypto, post.body, post.webhookId);
  const known = (at: WorkbookView) =>
    findOrder(ports.ledger, at, identity, config.settings.retryMinutes, ports.clock.now().toISOString());
  const again = (entry: LedgerEntry): Acceptance => {
    const repeat = repeatAnswer(ports, config.settings, entry);
    return { ...answered(answerAgain(repeat, form)), repeat };
  };
  // Without its id it would count as a retry of any order of the same content.
  const before = isIdLost(form, identity) ? null : known(view);
  if (before && isSameOrder(before, identity)) return again(before);
  if (wasErased(ports, identity.id)) return { ...answered(ofErased(identity)), isErased: true };

  const refuse = (refused: Refusal): Acceptance => {
    const replacement = findReplacement(ports.ledger, view, identity);
    return replacement ? again(replacement) : answered(refused);
  };
  const validation = validateOrder(post.body, config.prices, config.events, post.webhookId, form);
  if (!validation.valid) return refuse(notAccepted('The order was not accepted.', validation));
  if (before) return { ...refuse(conflict(before)), conflictsWith: before.order.number };
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
      const { fingerprint } = identity;
      const making = { valid, id, price, fingerprint, replaces: post.replaces, createdAt: moment.now };
      const answerKnown = (entry: LedgerEntry) =>
        isSameOrder(entry, identity)
          ? again(entry)
          : { ...answered(conflict(entry)), conflictsWith: entry.order.number };
      return planOrder(ports, moment, making, { post, known, answerKnown, seen: view.head?.revision ?? 0 });
    },
  });
  switch (done.outcome) {
    case 'landed':
      return done.values[0];
    case 'locked':
      return answered(busy('Many orders are coming in right now. Please send this one again.', 10));
    case 'quota':
      return answered(busy('The write limit for this minute has been reached.', 60));
    default:
      return answered(busy(`The order could not be stored just now: ${done.error}`, 30));
  }
};

const shippingRule = ({ settings }: Config) => ({ flat: settings.shippingFlat, freeFrom: settings.shippingFreeFrom });

const mismatch = (valid: ValidOrder, total: string): Refusal => {
  const stated = valid.statedTotal === null ? '' : formatAmount(valid.statedTotal);
  return refusal('PRICE_MISMATCH', `The total sent is ${stated}, but the current price list makes it ${total}.`, [
    { field: 'total', message: `is ${stated}, but should be ${total}` },
  ]);
};

const conflict = ({ order }: LedgerEntry): Refusal =>
  refusal('ORDER_CONFLICT', `The order id ${order.id} was already accepted with different content.`, [
    { field: 'orderId', message: `${order.id} already belongs to another order` },
  ]);

const ofErased = ({ id }: OrderIdentity): Refusal =>
  refusal(
    'ORDER_CONFLICT',
    `The customer of order ${id} was erased on request, so this order can't be accepted again.`,
    [{ field: 'orderId', message: `${id} belongs to an erased order` }],
  );

/** What is known of a sent order before the lock is taken. */
interface Before {
  readonly post: OrderPost;
  readonly known: (view: WorkbookView) => LedgerEntry | null;
  readonly answerKnown: (entry: LedgerEntry) => Acceptance;
  /** The Ledger's revision when the order was looked for. */
  readonly seen: number;
}

/** A refusal with all problems, and what else was sent: an error often hides in a misspelled key. */
export const notAccepted = (
  sentence: string,
  { problems, remarks }: Extract<Validation, { readonly valid: false }>,
): Refusal => refusal('VALIDATION_FAILED', [`${sentence} See details.`, ...remarks].join(' '), problems);

/**
 * The order's changes, unless another execution has stored it since it was looked for. Whether anything was stored since
 * then shows in the Ledger's revision.
 */
const planOrder = (
  ports: IntakePorts,
  { view, config, when }: Moment,
  making: OrderMaking,
  { post: { by, isConfirmed }, known, answerKnown, seen }: Before,
): Planned<Acceptance> => {
  const { postsPerMinute } = config.settings;
  const newest = ports.ledger.newest(view, postsPerMinute);
  const lastOrderRow = lastRowWithId(ports.orders.ids(view));
  const hasHistory = lastOrderRow > 1 || view.hasHistory === true;
  const inForce = headOf(ports.ledger, view, newest, () => (hasHistory ? ports.orders.numbers(view) : []));
  const stays = (value: Acceptance) => ({ changes: [], value });
  const since = inForce.revision === seen ? null : known(view);
  if (since) return stays(answerKnown(since));
  const { email } = making.valid.request.customer;
  if (isOverLimit(newest, figuresOf('order', config.settings), making.createdAt, email))
    return stays(answered(busy(`More than ${count(postsPerMinute, 'order')} came in within one minute.`, 60)));
  const isListed = config.events.has(making.valid.request.eventCode.toUpperCase());
  const { entry, head } = numberOrder(making, inForce, isListed, (prefix) =>
    highestGiven([...ports.ledger.column(view, 'Order Number').map(textOf), ...ports.orders.numbers(view)], prefix),
  );
  const isHeld = !isConfirmed && isLarge(entry.order.price.total, config.settings);
  const receipt = emailSetting(view.emails, 'receipt').on
    ? {
        ...newEmail(ports.clock, entry.order, 'receipt', making.createdAt, ports.sends && !isHeld),
        ...(isHeld ? { state: 'held' as const, error: HELD_FOR_TOTAL } : {}),
      }
    : null;
  return {
    changes: newOrderChanges(view, entry, { lastOrderRow, createdAt: when, receipt, by }),
    head,
    value: {
      answer: withRemarks(orderAnswer(entry, false, ports.statusLink(config.settings, entry)), making.valid.remarks),
      created: entry,
      sendsReceipt: receipt?.state === 'claimed',
    },
  };
};

/** The row number of the last id; 1, the header, if there is none. `ids[0]` is in row 2. */
const lastRowWithId = (ids: readonly string[]): number => {
  let last = ids.length - 1;
  while (last >= 0 && ids[last] === '') last--;
  return last + 2;
};

/** One mailbox leaves room for others. */
const isOverLimit = (
  newest: readonly SheetRow[],
  most: ReturnType<typeof figuresOf>,
  now: string,
  email: string,
): boolean => {
  const minuteAgo = Date.parse(now) - 60_000;
  const recent = newest.filter((row) => Date.parse(textOf(row.cells['Accepted At'])) > minuteAgo);
  const mailbox = mailboxOf(email);
  const own = recent.filter(({ cells }) => mailboxOf(emailInDetails(textOf(cells.Details))) === mailbox);
  return recent.length >= most.all || own.length >= most.each;
};
