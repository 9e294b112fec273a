import type { Alert } from '../core/email-writer';
import type { Email } from '../core/outbox-ports';
import { escapeHtml } from '../domain/html';
import { isOneAddress } from './address';
import { preheaderLine, subjectLine } from './one-line';
import { anchor, type EmailFrame, paragraphs, writeEmail } from './page';

/** The sender's name in emails to the operator. */
const SENDER = 'CPS Orders';

/** What emails to the operator have in common. */
export const TO_OPERATOR: Omit<EmailFrame, 'subject' | 'preheader'> = {
  name: SENDER,
  logoUrl: '',
  banner: '',
  signature: '',
  foot: [],
  statusLink: '',
};

/** `Open the order: https://...`, `Reply to the customer: paul@example.com`: a button. */
const LINK = /^([A-Z][^:\n]{1,40}): (https:\/\/[^\s"<>]+|\S+@\S+)$/;
/** `Comment: Too dark`. */
const LABEL = /^([A-Z][^:\n]{1,30}:)(?= )/;

/** One line as HTML. Customers' own words have been defused, so they never become a button. */
export const lineHtml = (line: string): string => {
  const [, words = '', to = ''] = LINK.exec(line) ?? [];
  if (to.startsWith('https:')) return anchor(to, escapeHtml(words));
  if (isOneAddress(to)) return anchor(`mailto:${to.split('@').map(encodeURIComponent).join('@')}`, escapeHtml(words));
  return escapeHtml(line).replace(LABEL, '<b>$1</b>');
};

/** An alert as an email. Lines with a link become buttons; an alert without one gets a button to the sheet. */
export const alertEmail = ({ subject, text }: Alert, to: string, sheet: string): Email => {
  const all = paragraphs(text.includes(sheet) ? text : `${text}\n\nOpen the sheet: ${sheet}`);
  const words = all.flatMap((paragraph) => paragraph.split('\n')).filter((line) => !LINK.test(line));
  return {
    to,
    ...writeEmail(
      { ...TO_OPERATOR, subject: subjectLine(subject), preheader: preheaderLine(words.join(' ')) },
      { text: all, html: all.map((paragraph) => paragraph.split('\n').map(lineHtml).join('\n')) },
    ),
    senderName: SENDER,
    replyTo: '',
  };
};
