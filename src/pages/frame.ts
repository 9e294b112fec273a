import { escapeHtml } from '../domain/html';

/** A customer's page: plain HTML, no script, nothing from elsewhere (design.md 4; it must work in Google's frame). */
export interface Page {
  readonly title: string;
  readonly studioName: string;
  /** HTML of the page's inside. */
  readonly body: string;
}

/** Puts a page together; `body` is HTML already, the other texts are not. */
export const framePage = (title: string, studioName: string, body: string): Page => ({ title, studioName, body });

/** Fills the frame of src/ui/customer-page/, which carries the looks. */
export const fillFrame = (frame: string, { title, studioName, body }: Page): string => {
  const parts: Readonly<Record<string, string>> = { title: escapeHtml(title), studio: escapeHtml(studioName), body };
  return frame.replace(/\[\[(title|studio|body)\]\]/g, (_, name: string) => parts[name] ?? '');
};

/** What every link that does not open anything shows: wrong, expired and unknown look the same. */
export const notFoundPage = (studioName: string): Page =>
  framePage(
    'This link does not work',
    studioName,
    '<div class="card"><h1>This link does not work</h1>' +
      '<p>It may be incomplete or too old. Please open the newest mail that we sent you, or reply to it.</p></div>',
  );

/** Shown when something failed on our side; nothing was recorded. */
export const errorPage = (studioName: string): Page =>
  framePage(
    'Please try again',
    studioName,
    '<div class="card"><h1>Please try again in a minute</h1><p>Something went wrong on our side and nothing was stored.</p></div>',
  );
