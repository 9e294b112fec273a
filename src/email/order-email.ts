import type { EmailFacts } from '../core/email-writer';
import type { Email } from '../core/outbox-ports';
import { typedLines } from '../domain/address/typed-lines';
import type { EmailTemplate } from '../domain/email-kinds/definition';
import { escapeHtml } from '../domain/html';
import { formatDollars, NO_MONEY } from '../domain/money';
import { greetingOf } from '../domain/name/greeting';
import type { Order } from '../domain/order';
import { STATUS_FACTS } from '../domain/statuses';
import { linesOf } from '../domain/text/lines';
import { pickupPlaceOf } from '../workbook/events';
import { streetLines } from '../workbook/orders-row';
import { ACT, AMOUNT, QUIET_LINK } from './email-style';
import { itemsHtml, itemsText } from './items-table';
import { withNobodyNamed } from './nobody-named';
import { harmless, oneLine, preheaderLine, subjectLine } from './one-line';
import { anchor, paragraphs, writeEmail } from './page';
import { starsHtml, starsText } from './star-links';
import { Html, renderHtml, renderText, type TagValues } from './template';

/** Used when the event has no pickup place; staff's own texts put it after `Where to pick up:`. */
const ASK_WHERE = 'please reply to ask where and when';

/** The address for use in a sentence: commas separate its lines. */
const addressText = ({ address, fulfillment }: Order): string =>
  fulfillment === 'ship'
    ? `${streetLines(address).replace(/\n+/g, ', ')}, ${address.city}, ${address.state} ${address.zipCode}`
    : '';

const harmlessLines = (lines: readonly string[]): string => lines.map(harmless).filter(Boolean).join('\n');

const ASK_US = "Please reply to this email and we'll tell you how to pay.";

/** How each part of an email (text, HTML) shows things that aren't plain words. */
interface Part {
  readonly items: string | Html;
  readonly link: (url: string, words: string, style?: string) => string | Html;
  readonly stars: (feedbackLink: string) => string | Html;
  /** An amount or place the reader needs to act on. */
  readonly act: (text: string, style: string) => string | Html;
}

const tagValues = (facts: EmailFacts, { items, link, stars, act }: Part): TagValues => {
  const { order, event, settings, tracking } = facts;
  const due = STATUS_FACTS[facts.status].money === 'owed' ? order.price.total : NO_MONEY;
  const isShipped = order.fulfillment === 'ship';
  const place = isShipped ? '' : pickupPlaceOf(event);
  return {
    firstName: greetingOf(order.customer.name).name,
    customerName: harmless(order.customer.name),
    orderNumber: order.number,
    orderDate: facts.orderDate,
    eventName: harmless(event?.name ?? ''),
    items,
    total: formatDollars(order.price.total),
    amountDue: due > 0 ? act(formatDollars(due), AMOUNT) : formatDollars(due),
    howToPay: due > 0 ? event?.howToPay || settings.howToPay || ASK_US : '',
    pickup: isShipped ? '' : act(place || ASK_WHERE, ACT),
    pickupPlace: place && act(place, ACT),
    shippingAddress: harmless(addressText(order)),
    shipTo: isShipped ? harmlessLines([order.customer.name, ...typedLines(order.address)]) : '',
    contact: [oneLine(order.customer.email), harmless(order.customer.phone)].filter(Boolean).join('\n'),
    paidDate: facts.paidDate,
    paymentMethod: harmless(facts.paymentMethod),
    shippedDate: facts.shippedDate,
    trackingNumber: oneLine(tracking.number),
    carrier: tracking.carrier,
    trackingLink: tracking.link && link(tracking.link, 'Track your package'),
    statusLink: facts.statusLink && link(facts.statusLink, 'See your order'),
    feedbackLink: facts.feedbackLink && link(facts.feedbackLink, 'Tell us what you think'),
    starLinks: facts.feedbackLink && stars(facts.feedbackLink),
    notArrivedLink: facts.feedbackLink && link(facts.feedbackLink, "My prints haven't arrived", QUIET_LINK),
    unsubscribeLink:
      facts.unsubscribeLink && link(facts.unsubscribeLink, 'Unsubscribe from feedback requests', QUIET_LINK),
    wasPaid: facts.wasPaid && order.price.total > 0,
    studioName: settings.studioName,
  };
};

const PLAIN = (items: string): Part => ({ items, link: (url) => url, stars: starsText, act: (text) => text });

const RICH = (items: string): Part => ({
  items: new Html(items),
  link: (url, words, style) => new Html(anchor(url, words, style)),
  stars: (link) => new Html(starsHtml(link)),
  act: (text, style) => new Html(`<span class="a" style="${style}">${escapeHtml(text)}</span>`),
});

/** A first paragraph that is only a greeting: `Hi Paul,`. */
const GREETING = /^.{0,60}[,:!]$/;

/**
 * Writes an email about an order: an HTML part and a plain-text part of equal content, to exactly one recipient.
 * @throws Error when the template has an unknown or broken tag; check it with `templateError` first.
 */
export const writeOrderEmail = (template: EmailTemplate, facts: EmailFacts): Email => {
  const { order, settings, banner } = facts;
  const plain = tagValues(facts, PLAIN(itemsText(order)));
  const rich = tagValues(facts, RICH(itemsHtml(order)));
  const textOf = (words: string): string => renderText(plain.firstName === '' ? withNobodyNamed(words) : words, plain);
  const htmlOf = (words: string): string => renderHtml(rich.firstName === '' ? withNobodyNamed(words) : words, rich);
  const text = paragraphs(textOf(template.message));
  const subject = subjectLine(textOf(template.subject));
  // Staff's own message introduces itself after its greeting.
  const preview = textOf(template.preview) || text.filter((line, index) => index > 0 || !GREETING.test(line)).join(' ');
  const email = writeEmail(
    {
      subject,
      preheader: preheaderLine(preview),
      name: settings.studioName,
      logoUrl: settings.logoUrl,
      banner,
      signature: settings.signature,
      foot: [settings.studioName, ...linesOf(settings.studioAddress)],
      // Every email links to the order's page, even if staff's own text doesn't.
      statusLink: text.some((paragraph) => paragraph.includes(facts.statusLink)) ? '' : facts.statusLink,
    },
    { text, html: paragraphs(htmlOf(template.message)) },
  );
  return {
    ...email,
    to: order.customer.email,
    subject: banner ? subjectLine(`[Test] ${subject}`) : subject,
    senderName: oneLine(settings.studioName),
    replyTo: settings.replyTo,
  };
};
