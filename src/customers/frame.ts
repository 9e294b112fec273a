import { linesOf } from '../domain/address/split';
import { escapeHtml } from '../domain/html';
import type { Settings } from '../workbook/settings';

/** What a customer's page takes from the settings: whose it is, and how that studio is reached. */
export type Studio = Pick<Settings, 'studioName' | 'studioAddress' | 'replyTo' | 'contact'>;

/**
 * A customer's page: plain HTML, no script, nothing from elsewhere (docs/design.md 4.10; it must work in Google's
 * frame).
 */
export interface Page {
  readonly title: string;
  readonly studio: Partial<Studio>;
  /** HTML of the page's inside. */
  readonly body: string;
}

/** Puts a page together; `body` is HTML already, the other texts are not. */
export const framePage = (title: string, studio: Partial<Studio>, body: string): Page => ({ title, studio, body });

/** A card with a heading of the page's own rank and HTML below. */
export const card = (heading: string, html: string): string =>
  `<section class="card"><h1>${escapeHtml(heading)}</h1>${html}</section>`;

/** `Order ASDAR26-0001`, which no line breaks at its hyphen. */
export const orderName = (number: string): string => `Order <span class="id">${escapeHtml(number)}</span>`;

const reach = ({ contact, replyTo }: Partial<Studio>): string => {
  if (contact) return `Questions? ${escapeHtml(contact)}`;
  if (!replyTo) return 'Questions? Reply to any of our emails.';
  const address = escapeHtml(replyTo);
  return `Questions? Write to <a href="mailto:${address}">${address}</a>, or reply to any of our emails.`;
};

const foot = (studio: Partial<Studio>): string => {
  const address = linesOf(`${studio.studioName ?? ''}\n${studio.studioAddress ?? ''}`).map(escapeHtml);
  return `<p>${reach(studio)}</p>${address.length > 0 ? `<p>${address.join('<br>')}</p>` : ''}`;
};

/** Fills the frame of src/ui/customer-page/, which carries the looks. */
export const fillFrame = (frame: string, { title, studio, body }: Page): string => {
  const parts: Readonly<Record<string, string>> = {
    title: escapeHtml(title),
    studio: escapeHtml(studio.studioName ?? ''),
    body,
    foot: foot(studio),
  };
  return frame.replace(/\[\[(title|studio|body|foot)\]\]/g, (_, name: string) => parts[name] ?? '');
};

/** What every link that does not open anything shows: wrong, expired and unknown look the same. */
export const notFoundPage = (studioName: string): Page =>
  framePage(
    'This link does not work',
    { studioName },
    card(
      'This link does not work',
      '<p>It may be incomplete or too old. Please use the link in the newest email we sent you.</p>',
    ),
  );

/** What the bare address of the web app shows: a link that lost its end leads here. */
export const nothingHerePage = (studioName: string): Page =>
  framePage(
    'Looking for your order?',
    { studioName },
    card(
      'Looking for your order?',
      '<p>Please use the link in the newest email we sent you. If you copied it, make sure that you have all of it.</p>',
    ),
  );

/** Shown when something failed on our side, or the sheet is asked too much; nothing was recorded. */
export const errorPage = (studioName: string): Page =>
  framePage(
    'Please try again',
    { studioName },
    card('Please try again in a minute', '<p>Something went wrong on our side and nothing was stored.</p>'),
  );
