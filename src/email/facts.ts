import type { Ports } from '../core/all-ports';
import type { EmailFacts } from '../core/email-writer';
import { type EmailKind, KIND_FACTS } from '../domain/email-kind';
import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { OutboxEntry } from '../workbook/outbox-row';
import { stepMoment } from '../workbook/step-moment';
import type { WorkbookView } from '../workbook/view';
import { trackingOf } from './tracking';
import { trackingNumberOf, typedPaymentMethods, typedTrackingNumbers } from './tracking-numbers';

/** What the facts of an email need from the world. */
export type FactPorts = Pick<Ports, 'clock' | 'customerLinks'>;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2026-11-23T...` as `November 23, 2026`. */
export const formatDay = (local: string): string => {
  const [year, month, day] = local.slice(0, 10).split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`;
};

/** Shown when the day is unknown: `placed on an earlier date`. */
const UNKNOWN_DAY = 'an earlier date';

/** What emails take from staff's own columns; blank without one. */
export interface TypedFacts {
  readonly tracking: string;
  readonly paymentMethod: string;
}

/** Reads those columns for the emails that mention them. @returns what was typed for an order. */
export const typedFacts = (
  { orders }: Pick<Ports, 'orders'>,
  view: WorkbookView,
  emails: readonly Pick<OutboxEntry, 'kind' | 'orderId'>[],
): ((orderId: string) => TypedFacts) => {
  const idsOf = (tells: (kind: EmailKind) => boolean): string[] =>
    emails.flatMap(({ kind, orderId }) => (kind && tells(kind) ? [orderId] : []));
  const tracking = typedTrackingNumbers(
    orders,
    view,
    idsOf((kind) => KIND_FACTS[kind].tellsTracking),
  );
  const payment = typedPaymentMethods(
    orders,
    view,
    idsOf((kind) => KIND_FACTS[kind].tellsPayment === true),
  );
  return (orderId) => ({ tracking: tracking.get(orderId) ?? '', paymentMethod: payment.get(orderId) ?? '' });
};

/**
 * Everything an email about an order contains.
 * @param banner why this copy goes to the studio instead of the customer; blank for a real email.
 */
export const factsOf = (
  { clock, customerLinks }: FactPorts,
  entry: LedgerEntry,
  config: Config,
  { tracking = '', paymentMethod = '', banner = '' }: Partial<TypedFacts> & { readonly banner?: string } = {},
): EmailFacts => {
  const { createdAt } = entry.order;
  const paid = stepMoment(entry.progress, createdAt, 'paid');
  const shipped = stepMoment(entry.progress, createdAt, 'shipped');
  // In a staff preview, a step that hasn't happened yet shows today's date; an unknown date never does.
  const day = (moment: string | undefined) =>
    moment === '' ? UNKNOWN_DAY : formatDay(clock.local(moment === undefined ? clock.now() : new Date(moment)));
  return {
    order: entry.order,
    status: entry.status,
    wasPaid: paid !== undefined,
    event: config.events.get(entry.order.eventCode.toUpperCase()) ?? null,
    settings: config.settings,
    orderDate: day(entry.order.createdAt),
    paidDate: day(paid),
    shippedDate: day(shipped),
    paymentMethod,
    tracking: trackingOf(trackingNumberOf(tracking, entry)),
    ...customerLinks(config.settings, entry, clock.now().toISOString()),
    banner,
  };
};
