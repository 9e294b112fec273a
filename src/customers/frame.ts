import { escapeHtml } from '../domain/html';
import { linesOf } from '../domain/text/lines';
import type { Settings } from '../workbook/settings';

/** The settings that a customer's page uses: the studio's name, and how to reach it. */
export type Studio = Pick<Settings, 'studioName' | 'studioAddress' | 'replyTo' | 'contact'>;

/**
 * A customer's page: plain HTML, no script, nothing from elsewhere (docs/design.md 4.10; it must work in Google's
 * frame).
 */
export interface Page {
  readonly title: string;
  readonly studio: Partial<Studio>;
  /** The HTML of the page's content. */
  readonly body: string;
}

/** Builds a page; `body` is already HTML, the other texts aren't. */
export const framePage = (title: string, studio: Partial<Studio>, body: string): Page => ({ title, studio, body });

/** A card with the page's main heading and HTML below it. */
export const card = (heading: string, html: string): string =>
  `<section class="card"><h1>${escapeHtml(heading)}</h1>${html}</section>`;

/** `Order ASDAR26-0001`, which never breaks at the hyphen. */
export const orderName = (number: string): string => `Order <span class="id">${escapeHtml(number)}</span>`;

const reach = ({ contact, replyTo }: Partial<Studio>): string => {
  if (contact) return `Questions? ${escapeHtml(contact)}`;
  if (!replyTo) return 'Questions? Reply to any of our emails.';
  const address = escapeHtml(replyTo);
  return `Questions? Email us at <a href="mailto:${address}">${address}</a>, or reply to any of our emails.`;
};

const foot = (studio: Partial<Studio>): string => {
  const address = linesOf(`${studio.studioName ?? ''}\n${studio.studioAddress ?? ''}`).map(escapeHtml);
  return `<p>${reach(studio)}</p>${address.length > 0 ? `<p>${address.join('<br>')}</p>` : ''}`;
};

/** Fills the frame of src/customers/page/, which has the styles. */
export const fillFrame = (frame: string, { title, studio, body }: Page): string => {
  const parts: Readonly<Record<string, string>> = {
    title: escapeHtml(title),
    studio: escapeHtml(studio.studioName ?? ''),
    body,
    foot: foot(studio),
  };
  return frame.replace(/\[\[(title|studio|body|foot)\]\]/g, (_, name: string) => parts[name] ?? '');
};

/** Shown for every link that doesn't work: wrong, expired and unknown ones look the same. */
export const notFoundPage = (studioName: string): Page =>
  framePage(
    'This link doesn’t work',
    { studioName },
    card(
      'This link doesn’t work',
      '<p>It may be incomplete or expired. Please use the link in the latest email we sent you.</p>',
    ),
  );

/** Shown for the bare address of the web app, where a cut-off link leads. */
export const nothingHerePage = (studioName: string): Page =>
  framePage(
    'Looking for your order?',
    { studioName },
    card(
      'Looking for your order?',
      '<p>Please use the link in the latest email we sent you. If you copied it, make sure you copied the whole link.</p>',
    ),
  );

/** Shown if something failed on our side, or the sheet is overloaded; nothing was recorded. */
export const errorPage = (studioName: string): Page =>
  framePage(
    'Please try again',
    { studioName },
    card('Please try again in a minute', '<p>Something went wrong on our side, and nothing was saved.</p>'),
  );
