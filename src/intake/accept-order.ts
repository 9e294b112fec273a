import { formatAmount } from '../domain/money';
import { priceOrder } from '../domain/prices';
import { newMail } from '../mail/new-mail';
import type { SheetRow } from '../ports';
import type { Config } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { emailSetting } from '../workbook/emails';
import { textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import { contentOf } from './canonical-json';
import type { IntakePorts } from './intake-ports';
import { entryOf, headOf } from './ledger-lookup';
import { newOrderChanges, numberOrder, type OrderMaking } from './new-order';
import { type OrderAnswer, orderAnswer } from './order-answer';
import type { JsonObject } from './order-form';
import { busy, type Refusal, refusal } from './refusal';
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
}

/** The answer, and the entry whose receipt is to be sent now (only for an order that is new). */
export interface Acceptance {
  readonly answer: OrderAnswer | Refusal;
  readonly created: LedgerEntry | null;
}

const LOCK_WAIT = 25_000;
const MOST_TRIES = 3;

/**
 * Takes an order in: validate, price, lock, look whether it is known, number it, commit once (design.md 3, Intake).
 * Never throws for bad input; sends nothing.
 */
export const acceptOrder = (ports: IntakePorts, view: WorkbookView, config: Config, post: OrderPost): Acceptance => {
  const fingerprint = ports.crypto.sha256(contentOf(post.body));
  const validation = validateOrder(post.body, config.prices, config.events);
  if (!validation.valid) {
    const known = knownPost(ports, view, sentId(post), fingerprint);
    const refused = refusal('VALIDATION_FAILED', 'The order was not accepted. See details.', validation.problems);
    return { answer: known ?? refused, created: null };
  }
  const { order: valid } = validation;
  const price = priceOrder(valid.request.lines, config.prices, shippingRule(config), valid.request.fulfillment);
  const sent = valid.orderId || post.webhookId;
  if (valid.statedTotal !== null && valid.statedTotal !== price.total) {
    const known = knownPost(ports, view, sent, fingerprint);
    return { answer: known ?? mismatch(valid, formatAmount(price.total)), created: null };
  }
  if (!ports.lock.tryLock(LOCK_WAIT)) {
    return { answer: busy('Many orders are coming in at this moment. Please send this one again.', 10), created: null };
  }
  try {
    const createdAt = ports.clock.now().toISOString();
    const making = { valid, id: sent || ports.crypto.uuid(), price, fingerprint, replaces: post.replaces, createdAt };
    return storeOrder(ports, view, config, making, { sent, by: post.by });
  } finally {
    ports.lock.release();
  }
};

const sentId = (post: OrderPost): string => {
  const { orderId } = post.body;
  const id = typeof orderId === 'string' || typeof orderId === 'number' ? String(orderId).trim() : '';
  return id || post.webhookId;
};

const shippingRule = ({ settings }: Config) => ({ flat: settings.shippingFlat, freeFrom: settings.shippingFreeFrom });

const mismatch = (valid: ValidOrder, total: string): Refusal => {
  const stated = valid.statedTotal === null ? '' : formatAmount(valid.statedTotal);
  return refusal('PRICE_MISMATCH', `The total sent is ${stated}, but today's price list makes it ${total}.`, [
    { field: 'total', message: `${stated} was sent, ${total} is the price` },
  ]);
};

/** The first answer to a post that was accepted before: prices and rules may have changed since. */
const knownPost = (ports: IntakePorts, view: WorkbookView, id: string, fingerprint: string): OrderAnswer | null => {
  const entry = id ? entryOf(ports.ledger.find(view, 'Order ID', id)) : null;
  return entry && isSameContent(entry, fingerprint) ? orderAnswer(entry, true) : null;
};

const isSameContent = (entry: LedgerEntry, fingerprint: string): boolean =>
  entry.fingerprint === fingerprint || entry.replaces === fingerprint;

/** Under the lock: the same order again, or a new one. */
const storeOrder = (
  ports: IntakePorts,
  view: WorkbookView,
  config: Config,
  making: OrderMaking,
  { sent, by }: { readonly sent: string; readonly by: string },
): Acceptance => {
  let error = '';
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const known = sent ? findById(ports, view, sent) : findRecent(ports, view, config, making);
    if (known) return { answer: answerAgain(known, making), created: null };
    const newest = ports.ledger.newest(view, config.settings.postsPerMinute);
    if (isOverLimit(newest, config, making.createdAt)) {
      return {
        answer: busy(`More than ${config.settings.postsPerMinute} orders came in within a minute.`, 60),
        created: null,
      };
    }
    const lastOrderRow = lastRowWithId(ports.orders.ids(view));
    const numbersInSheet = () => (lastOrderRow > 1 ? ports.orders.numbers(view) : []);
    const { entry, head } = numberOrder(making, headOf(ports.ledger, view, newest, numbersInSheet));
    const createdAt = serialOf(ports.clock.local(new Date(making.createdAt)));
    const receipt = emailSetting(view.emails, 'receipt').on
      ? newMail(ports.clock, entry.order, 'receipt', making.createdAt, true)
      : null;
    const commit = ports.committer.commit(
      view,
      newOrderChanges(view, entry, { lastOrderRow, createdAt, receipt, by }),
      head,
    );
    if (commit.outcome === 'landed') return { answer: orderAnswer(entry, false), created: entry };
    if (commit.outcome === 'quota') {
      return { answer: busy('The spreadsheet takes no more writes this minute.', 60), created: null };
    }
    error = commit.error;
    if (commit.outcome === 'unknown') break;
    view = ports.workbook.read();
  }
  return { answer: busy(`The order could not be stored for now: ${error}`, 30), created: null };
};

/** The row number of the last id; 1, the header, when there is none. `ids[0]` stands in row 2. */
const lastRowWithId = (ids: readonly string[]): number => {
  let last = ids.length - 1;
  while (last >= 0 && ids[last] === '') last--;
  return last + 2;
};

const findById = (ports: IntakePorts, view: WorkbookView, id: string): LedgerEntry | null =>
  entryOf(ports.ledger.find(view, 'Order ID', id));

/** A post without any id: the same content within some minutes counts as a retry (design.md 4, Idempotency). */
const findRecent = (
  ports: IntakePorts,
  view: WorkbookView,
  config: Config,
  making: OrderMaking,
): LedgerEntry | null => {
  const entry = entryOf(ports.ledger.find(view, 'Fingerprint', making.fingerprint));
  if (!entry) return null;
  const age = Date.parse(making.createdAt) - Date.parse(entry.order.createdAt);
  return age <= config.settings.retryMinutes * 60_000 ? entry : null;
};

const answerAgain = (known: LedgerEntry, making: OrderMaking): OrderAnswer | Refusal =>
  isSameContent(known, making.fingerprint)
    ? orderAnswer(known, true)
    : refusal(
        'ORDER_CONFLICT',
        `The order id ${making.id} was accepted before with other content, as ${known.order.number}.`,
        [{ field: 'orderId', message: `${making.id} belongs to order ${known.order.number}` }],
      );

const isOverLimit = (newest: readonly SheetRow[], { settings }: Config, now: string): boolean => {
  const minuteAgo = Date.parse(now) - 60_000;
  const recent = newest.filter((row) => Date.parse(textOf(row.cells['Accepted At'])) > minuteAgo);
  return recent.length >= settings.postsPerMinute;
};
