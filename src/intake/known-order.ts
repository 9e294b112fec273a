import { FIELD_READERS } from '../core/fields';
import type { Crypto, LedgerBook, SheetRow } from '../core/ports';
import type { Cents } from '../domain/money';
import { entryOf } from '../ledger/lookup';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import { formerContentOf } from './canonical-json';
import { agrees, contentOf, contentOfOrder } from './content';
import { type JsonObject, type OrderForm, readOrderForm } from './order-form';
import { BY_WEBHOOK, LONGEST_ID } from './stand-in-id';
import { statedTotalOf } from './validate-order';

/** A sent order as the Ledger can know it. */
export interface OrderIdentity {
  /** The id that it came with, its own or its webhook's; blank when it has none. */
  readonly id: string;
  /** What it asks for, and the SHA-256 of that. */
  readonly content: string;
  readonly fingerprint: string;
  /** The SHA-256 under which it is kept when it is refused: without an id two orders that were not read may be alike. */
  readonly refused: string;
  /** The SHA-256 of its bytes: by this one earlier versions knew it. */
  readonly former: string;
  /** The total that was sent; null for none, undefined if it isn't an amount. */
  readonly total: Cents | null | undefined;
}

/** The id under which a sent order is known: its own order id, else its webhook's; blank when it has neither. */
const idOf = ({ values }: Pick<OrderForm, 'values'>, webhookId: string): string => {
  const reading = FIELD_READERS.orderId(values.orderId);
  const given = typeof values.orderId === 'string' ? values.orderId.trim() : '';
  return ('problem' in reading ? given : reading.value) || webhookId;
};

/** A sent order, taken apart. */
export interface SentOrder {
  readonly form: OrderForm;
  readonly identity: OrderIdentity;
}

/** Takes a sent order apart, and finds out what it is known by. @param webhookId blank where nothing is signed. */
export const readSent = (crypto: Pick<Crypto, 'sha256'>, body: JsonObject, webhookId: string): SentOrder => {
  const form = readOrderForm(body);
  const id = idOf(form, webhookId);
  const content = contentOf(form);
  const fingerprint = crypto.sha256(content);
  const former = crypto.sha256(formerContentOf(body));
  const identity = { id, content, fingerprint, refused: id ? fingerprint : former, former, total: statedTotalOf(form) };
  return { form, identity };
};

const readable = (row: SheetRow | null): LedgerEntry | null => {
  const entry = entryOf(row);
  if (row && !entry) throw new Error(`Row ${row.at} of the Ledger can't be read because someone changed it.`);
  return entry;
};

/** Whether an order replaces one that was refused, after a replay. */
const replaces = (entry: LedgerEntry, { refused, former }: OrderIdentity): boolean =>
  entry.replaces !== '' && [refused, former].includes(entry.replaces);

/**
 * The order that a request means, if it is known: by its id, forever; without an id, one of the same content that is
 * younger than `retryMinutes`, or that replaces this very content after a replay (docs/design.md 4.9).
 * @param now ISO 8601, UTC.
 * @throws Error when the order is there, but its Ledger row has been tampered with: no second one may be made.
 */
export const findOrder = (
  ledger: LedgerBook,
  view: WorkbookView,
  identity: OrderIdentity,
  retryMinutes: number,
  now: string,
): LedgerEntry | null => {
  if (identity.id.length > LONGEST_ID) return null;
  if (identity.id) return readable(ledger.find(view, 'Order ID', identity.id)) ?? beforeNames(ledger, view, identity);
  const entry = readable(ledger.findContent(view, [identity.fingerprint, identity.former]));
  if (!entry || replaces(entry, identity)) return entry;
  const age = Date.parse(now) - Date.parse(entry.order.createdAt);
  return age <= retryMinutes * 60_000 ? entry : null;
};

/**
 * Older versions stored a webhook's id unchanged: a retry of such a request is recognized by that id and its content
 * together.
 */
const beforeNames = (ledger: LedgerBook, view: WorkbookView, identity: OrderIdentity): LedgerEntry | null => {
  if (!identity.id.startsWith(BY_WEBHOOK)) return null;
  const entry = readable(ledger.find(view, 'Order ID', identity.id.slice(BY_WEBHOOK.length)));
  return entry && isSameOrder(entry, identity) ? entry : null;
};

/**
 * Whether what was sent is the order that is known: the same prints for the same customer to the same place, or it has
 * been replaced by that order after a replay.
 */
export const isSameOrder = (entry: LedgerEntry, identity: OrderIdentity): boolean =>
  replaces(entry, identity) ||
  ((identity.fingerprint === entry.fingerprint ||
    identity.former === entry.fingerprint ||
    contentOfOrder(entry.order) === identity.content) &&
    agrees(identity.total, entry.order.price.total));

/** The order that replaces a refused one since its replay: a later retry of that one counts as a duplicate of it. */
export const findReplacement = (
  ledger: LedgerBook,
  view: WorkbookView,
  { refused, former }: OrderIdentity,
): LedgerEntry | null => readable(ledger.findContent(view, [refused, former], ['Replaces']));
