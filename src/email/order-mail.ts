import type { Mail } from '../core/ports';
import { defuse } from '../domain/defuse';
import type { EmailTemplate } from '../domain/email-kinds/definition';
import { escapeHtml } from '../domain/html';
import { formatDollars, NO_MONEY } from '../domain/money';
import { greetingOf } from '../domain/name/greeting';
import type { Order } from '../domain/order';
import { type OrderStatus, STATUS_FACTS } from '../domain/statuses';
import type { PhotoEvent } from '../workbook/events';
import { streetLines } from '../workbook/orders-row';
import type { Settings } from '../workbook/settings';
import { ACT, AMOUNT, BUTTON, QUIET_LINK } from './email-style';
import { itemsHtml, itemsText } from './items-table';
import { withNobodyNamed } from './nobody-named';
import { page } from './page';
import { starsHtml, starsText } from './star-links';
import { Html, renderHtml, renderText, type TagValues } from './template';
import type { Tracking } from './tracking';

/** All that a mail about an order is made of. */
export interface MailFacts {
  readonly order: Order;
  readonly status: OrderStatus;
  /** Whether money had arrived, for the text of a cancellation. */
  readonly wasPaid: boolean;
  readonly event: PhotoEvent | null;
  readonly settings: Settings;
  /** Local dates such as `November 23, 2026`; blank while it has not happened. */
  readonly paidDate: string;
  readonly shippedDate: string;
  readonly tracking: Tracking;
  readonly statusLink: string;
  readonly feedbackLink: string;
  readonly unsubscribeLink: string;
  /** Why this mail goes to a person of the studio and not to the customer; blank for a real one. */
  readonly banner: string;
}

/** Control characters, and those that turn the direction of what follows: no line that a mail program shows may hold them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text of one line without control characters; emoji and every script stay as they are. */
export const oneLine = (text: string): string =>
  text.replace(CONTROL, ' ').replace(LONE_SURROGATE, '\ufffd').replace(/ {2,}/g, ' ').trim();

/** MailApp takes 250 UTF-16 units. */
const LONGEST_SUBJECT = 248;

/** The subject line, cut between characters where it is too long. */
const subjectLine = (text: string): string => {
  const line = oneLine(text);
  if (line.length <= LONGEST_SUBJECT) return line;
  return `${oneLine(line.slice(0, LONGEST_SUBJECT - 2)).replace(/\ufffd$/, '')}…`;
};

const pickupText = ({ order, event }: MailFacts): string => {
  if (order.fulfillment !== 'pickup') return '';
  return (
    [event?.pickupPlace, event?.pickupHours].filter(Boolean).join(', ') || 'please reply and ask us where and when'
  );
};

const addressText = ({ address, fulfillment }: Order): string =>
  fulfillment === 'ship' ? `${streetLines(address)}, ${address.city}, ${address.state} ${address.zipCode}` : '';

const ASK_US = 'Please reply to this mail and we tell you how to pay.';

/** How the two parts of a mail show what is more than words. */
interface Part {
  readonly items: string | Html;
  readonly link: (url: string, words: string, style?: string) => string | Html;
  readonly stars: (feedbackLink: string) => string | Html;
  /** What the reader has to act on: an amount, or a place. */
  readonly act: (text: string, style: string) => string | Html;
}

const tagValues = (facts: MailFacts, { items, link, stars, act }: Part): TagValues => {
  const { order, event, settings, tracking } = facts;
  const due = STATUS_FACTS[facts.status].money === 'owed' ? order.price.total : NO_MONEY;
  const pickup = pickupText(facts);
  return {
    firstName: greetingOf(order.customer.name).name,
    customerName: defuse(oneLine(order.customer.name)),
    orderNumber: order.number,
    eventName: defuse(oneLine(event?.name ?? '')),
    items,
    total: formatDollars(order.price.total),
    amountDue: due > 0 ? act(formatDollars(due), AMOUNT) : formatDollars(due),
    howToPay: due > 0 ? event?.howToPay || settings.howToPay || ASK_US : '',
    pickup: pickup && act(pickup, ACT),
    shippingAddress: defuse(oneLine(addressText(order))),
    paidDate: facts.paidDate,
    shippedDate: facts.shippedDate,
    trackingNumber: oneLine(tracking.number),
    carrier: tracking.carrier,
    trackingLink: tracking.link && link(tracking.link, 'Follow your parcel'),
    statusLink: facts.statusLink && link(facts.statusLink, 'See your order'),
    feedbackLink: facts.feedbackLink && link(facts.feedbackLink, 'Tell us what you think'),
    starLinks: facts.feedbackLink && stars(facts.feedbackLink),
    notArrivedLink: facts.feedbackLink && link(facts.feedbackLink, 'My prints have not arrived', QUIET_LINK),
    unsubscribeLink: facts.unsubscribeLink && link(facts.unsubscribeLink, 'Do not ask me again', QUIET_LINK),
    wasPaid: facts.wasPaid && order.price.total > 0,
    studioName: settings.studioName,
  };
};

const PLAIN = (items: string): Part => ({ items, link: (url) => url, stars: starsText, act: (text) => text });

const RICH = (items: string): Part => ({
  items: new Html(items),
  link: (url, words, style = BUTTON) => new Html(`<a href="${escapeHtml(url)}" style="${style}">${words}</a>`),
  stars: (link) => new Html(starsHtml(link)),
  act: (text, style) => new Html(`<span style="${style}">${escapeHtml(text)}</span>`),
});

/** Empty lines divide paragraphs; a paragraph that came out blank leaves no gap. */
const paragraphs = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

const unique = (parts: readonly string[]): string[] =>
  parts.filter((part, index) => part !== '' && parts.indexOf(part) === index);

/**
 * Writes a mail about an order: an HTML part and a plain-text part of equal content, to exactly one recipient.
 * @throws Error when the template has an unknown or broken tag; check it with `templateFault` first.
 */
export const writeOrderMail = (template: EmailTemplate, facts: MailFacts): Mail => {
  const { order, settings, banner } = facts;
  const plain = tagValues(facts, PLAIN(itemsText(order.price)));
  const rich = tagValues(facts, RICH(itemsHtml(order.price)));
  const foot = unique([settings.studioName, settings.studioAddress]);
  const { signature } = settings;
  const worded = (text: string): string => (plain.firstName === '' ? withNobodyNamed(text) : text);
  const subject = subjectLine(renderText(worded(template.subject), plain));
  const message = renderText(worded(template.message), plain);
  // Every mail leads to the order's page, whatever staff have written.
  const statusLink = message.includes(facts.statusLink) ? '' : facts.statusLink;
  return {
    to: order.customer.email,
    subject: banner ? subjectLine(`[Test] ${subject}`) : subject,
    text: [
      ...(banner ? [banner] : []),
      subject,
      ...paragraphs(message),
      ...(statusLink ? [`See your order: ${statusLink}`] : []),
      unique([signature, ...foot]).join('\n'),
    ].join('\n\n'),
    html: page({
      subject,
      studioName: settings.studioName,
      logoUrl: settings.logoUrl,
      banner,
      paragraphs: paragraphs(renderHtml(worded(template.message), rich)),
      signature,
      foot: foot.filter((part) => part !== signature),
      statusLink,
    }),
    senderName: oneLine(settings.studioName),
    replyTo: settings.replyTo,
  };
};
