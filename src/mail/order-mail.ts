import { formatDollars } from '../domain/money';
import type { Order } from '../domain/order';
import type { OrderStatus } from '../domain/statuses';
import type { Mail } from '../ports';
import type { PhotoEvent } from '../workbook/events';
import { streetLines } from '../workbook/orders-row';
import type { Settings } from '../workbook/settings';
import { itemsHtml, itemsText } from './items-table';
import type { MailTemplate } from './kinds';
import { page } from './page';
import { escapeHtml, Html, renderHtml, renderText, type TagValues } from './template';

/** All that a mail about an order is made of. */
export interface MailFacts {
  readonly order: Order;
  readonly status: OrderStatus;
  /** Whether money had arrived, for the text of a cancellation. */
  readonly wasPaid: boolean;
  readonly event: PhotoEvent | null;
  readonly settings: Settings;
  /** Local date such as `November 23, 2026`; blank while unpaid. */
  readonly paidDate: string;
  readonly trackingLink: string;
  readonly statusLink: string;
  readonly feedbackLink: string;
}

/** The first word of a name, as a greeting; the whole name when it is one word. */
const firstName = (name: string): string => name.split(/\s+/)[0] ?? name;

const pickupText = ({ order, event }: MailFacts): string => {
  if (order.fulfillment !== 'pickup') return '';
  return (
    [event?.pickupPlace, event?.pickupHours].filter(Boolean).join(', ') || 'please reply and ask us where and when'
  );
};

const addressText = ({ address, fulfillment }: Order): string =>
  fulfillment === 'ship' ? `${streetLines(address)}, ${address.city}, ${address.state} ${address.zipCode}` : '';

const tagValues = (facts: MailFacts, items: string | Html, link: (url: string) => string | Html): TagValues => {
  const { order, event, settings } = facts;
  const unpaid = facts.status === 'pending';
  return {
    firstName: firstName(order.customer.name),
    customerName: order.customer.name,
    orderNumber: order.number,
    eventName: event?.name ?? '',
    items,
    total: formatDollars(order.price.total),
    amountDue: unpaid ? formatDollars(order.price.total) : '$0.00',
    howToPay: unpaid ? event?.howToPay || settings.howToPay : '',
    pickup: pickupText(facts),
    shippingAddress: addressText(order),
    paidDate: facts.paidDate,
    trackingLink: facts.trackingLink && link(facts.trackingLink),
    statusLink: facts.statusLink && link(facts.statusLink),
    feedbackLink: facts.feedbackLink && link(facts.feedbackLink),
    wasPaid: facts.wasPaid,
    studioName: settings.studioName,
  };
};

const anchor = (url: string): Html =>
  new Html(`<a href="${escapeHtml(url)}" style="color:#1a5fb4">${escapeHtml(url)}</a>`);

/** Empty lines divide paragraphs; a paragraph that came out blank leaves no gap. */
const paragraphs = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

// biome-ignore lint/suspicious/noControlCharactersInRegex: a header line must hold none of them.
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/**
 * Writes a mail about an order: an HTML part and a plain-text part of equal content, to exactly one recipient.
 * @throws Error when the template has an unknown or broken tag; check it with `templateFault` first.
 */
export const writeOrderMail = (template: MailTemplate, facts: MailFacts): Mail => {
  const { order, settings } = facts;
  const plain = tagValues(facts, itemsText(order.price), (url) => url);
  const rich = tagValues(facts, new Html(itemsHtml(order.price)), anchor);
  const foot = [settings.signature, settings.studioName, settings.studioAddress].filter(
    (part, index, all) => part !== '' && all.indexOf(part) === index,
  );
  const subject = oneLine(renderText(template.subject, plain));
  const htmlParagraphs = paragraphs(renderHtml(template.message, rich));
  return {
    to: order.customer.email,
    subject,
    text: [...paragraphs(renderText(template.message, plain)), foot.join('\n')].join('\n\n'),
    html: page({ subject, studioName: settings.studioName, paragraphs: htmlParagraphs, foot }),
    senderName: oneLine(settings.studioName),
    replyTo: settings.replyTo,
  };
};
