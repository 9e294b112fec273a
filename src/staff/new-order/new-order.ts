import type { FieldProblem } from '../../core/refusal';
import type { StaffPorts } from '../../core/staff-ports';
import { formatDollars } from '../../domain/money';
import type { PriceList, ShippingRule } from '../../domain/prices';
import { deliver } from '../../email/deliver';
import type { EmailPorts } from '../../email/email-ports';
import { acceptOrder, forStaff } from '../../intake/accept-order';
import type { IntakePorts } from '../../intake/intake-ports';
import type { JsonObject } from '../../intake/order-form';
import { quoteOrder } from '../../intake/quote-order';
import { ForPeople } from '../../rpc/rpc';
import { type Config, configOf } from '../../workbook/config';
import { serialOf } from '../../workbook/date-serial';
import { emailSetting } from '../../workbook/emails';
import { isWhole } from '../../workbook/layout';
import { type LedgerEntry, NEWEST } from '../../workbook/ledger-row';
import type { WorkbookView } from '../../workbook/view';
import { eventOfDay } from './event-of-day';
import { bodyOf, type TypedOrder } from './typed-order';

/** What entering an order needs from the world. */
export type NewOrderPorts = IntakePorts & EmailPorts & Pick<StaffPorts, 'properties' | 'cache' | 'person'>;

/** What the form starts with. */
export interface NewOrderForm {
  readonly events: readonly {
    readonly code: string;
    readonly name: string;
    readonly pickupPlace: string;
    readonly pickupHours: string;
  }[];
  /** The code of the event that is on or was last; blank when there is none. */
  readonly event: string;
  readonly prices: PriceList;
  readonly shipping: ShippingRule;
}

/** The result of an attempt. Only `done` and `known` mean that there is an order. */
export type NewOrderAnswer =
  | { readonly state: 'problems'; readonly problems: readonly FieldProblem[] }
  /** What should be checked first; sent again with these as seen, the order is accepted. */
  | { readonly state: 'warnings'; readonly warnings: readonly string[] }
  /** The price list has changed since the form was opened. */
  | { readonly state: 'price'; readonly total: string; readonly prices: PriceList; readonly shipping: ShippingRule }
  /** The first attempt was stored, with different content. */
  | { readonly state: 'known'; readonly sentence: string }
  | {
      readonly state: 'done';
      readonly id: string;
      readonly number: string;
      readonly total: string;
      /** A sentence each about its receipt, its row and its first attempt. */
      readonly told: readonly string[];
    };

const shippingOf = ({ settings }: Config): ShippingRule => ({
  flat: settings.shippingFlat,
  freeFrom: settings.shippingFreeFrom,
});

/** Prices, events and the shipping fee as they are now. */
export const newOrderForm = (ports: NewOrderPorts): NewOrderForm => {
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const events = [...new Set(config.events.values())].map(({ code, name, pickupPlace, pickupHours }) => ({
    code,
    name,
    pickupPlace,
    pickupHours,
  }));
  const today = Math.floor(serialOf(ports.clock.local(ports.clock.now())));
  return { events, event: eventOfDay(view.events, today), prices: config.prices, shipping: shippingOf(config) };
};

/**
 * Sends the order through the same intake as the platform's: same checks, price, number, commit and receipt.
 * @param id made by the dialog: the same attempt, sent again, never creates a second order.
 * @param seen the warnings that have been confirmed.
 * @throws ForPeople when nothing could be stored right now.
 */
export const createNewOrder = (
  ports: NewOrderPorts,
  typed: TypedOrder,
  id: string,
  seen: readonly string[],
): NewOrderAnswer => {
  const view = ports.workbook.read();
  const config = configOf(ports, view);
  const body = bodyOf(typed, id);
  const quote = quoteOrder(body, config, ports.addressLook, false);
  if (!quote.ok) return { state: 'problems', problems: quote.details ?? [] };
  const warnings = quote.warnings.filter((warning) => !seen.includes(warning));
  if (warnings.length > 0) return { state: 'warnings', warnings: quote.warnings };
  return store(ports, view, config, body);
};

const store = (ports: NewOrderPorts, view: WorkbookView, config: Config, body: JsonObject): NewOrderAnswer => {
  const claimedAt = ports.clock.now().getTime();
  const post = { body, webhookId: '', by: ports.person || 'staff', replaces: '', isConfirmed: true } as const;
  const accepted = acceptOrder(ports, view, config, post);
  const { answer, created, sendsReceipt } = accepted;
  if (!answer.ok) {
    if (answer.code === 'VALIDATION_FAILED') return { state: 'problems', problems: answer.details ?? [] };
    if (answer.code === 'PRICE_MISMATCH')
      return { state: 'price', total: answer.error, prices: config.prices, shipping: shippingOf(config) };
    if (answer.code === 'ORDER_CONFLICT') return { state: 'known', sentence: forStaff(answer, accepted).error };
    throw new ForPeople(`${answer.error} It's safe to try again: you won't create a second order.`);
  }
  const sent =
    created && sendsReceipt
      ? deliver(ports, view, config, [{ entry: created, kind: 'receipt', ledgerAt: NEWEST }], claimedAt)
      : 0;
  const told = created
    ? [receiptSentence(ports, view, config, created, sent), ...rowSentence(view)]
    : ['Your earlier attempt already saved this order and its receipt, so there’s only one order.'];
  const total = formatDollars(created?.order.price.total ?? quoteTotal(answer.total));
  return { state: 'done', id: answer.orderId, number: answer.orderNumber, total, told };
};

const quoteTotal = (amount: string) => Math.round(Number(amount) * 100) as LedgerEntry['order']['price']['total'];

const receiptSentence = (
  ports: NewOrderPorts,
  view: WorkbookView,
  { settings }: Config,
  { order }: LedgerEntry,
  sent: number,
): string => {
  const { email } = order.customer;
  if (!emailSetting(view.emails, 'receipt').on) return 'No receipt is sent: it is turned off in the Emails tab.';
  if (!ports.sends) return `The receipt to ${email} will be sent from the operator's account within a few minutes.`;
  if (sent === 0) return `The receipt to ${email} hasn't been sent yet. CPS Orders > Emails > Waiting emails says why.`;
  return settings.testModeAddress
    ? `Test mode is on: the receipt went to ${settings.testModeAddress}, not to ${email}.`
    : `Receipt emailed to ${email}.`;
};

const rowSentence = ({ places: { orders } }: WorkbookView): string[] =>
  orders && isWhole(orders.layout)
    ? []
    : ['The Orders tab needs repair. To add this order’s row, choose CPS Orders > Set up this sheet.'];
