import { escapeHtml } from '../domain/html';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { Settings } from '../workbook/settings';
import { framePage, type Page } from './frame';

const WORDS = ['', 'Not good', 'Could be better', 'All right', 'Good', 'Great'];
const RATINGS = [5, 4, 3, 2, 1];

const star = (rating: number, chosen: number): string =>
  `<label><input type="radio" name="rating" value="${rating}"${rating === chosen ? ' checked' : ''}>` +
  `<span class="s" aria-hidden="true">${'★'.repeat(rating)}${'☆'.repeat(5 - rating)}</span><span>${rating} of 5: ${WORDS[rating]}</span></label>`;

/**
 * The form. A star link in a mail only preselects; nothing is recorded before the form is sent.
 * @param action the web app's address, `?page=feedback` included.
 * @param problem a sentence about the last try; blank at first.
 */
export const feedbackForm = (
  entry: LedgerEntry,
  settings: Settings,
  form: {
    readonly action: string;
    readonly token: string;
    readonly chosen: number;
    readonly comment: string;
    readonly problem: string;
  },
): Page => {
  const title = `How do you like your prints?`;
  const problem = form.problem ? `<p role="alert" class="due">${escapeHtml(form.problem)}</p>` : '';
  return framePage(
    title,
    settings.studioName,
    `<h1>${title}</h1><p class="muted">Order ${escapeHtml(entry.order.number)}</p>${problem}` +
      `<form class="card" method="post" action="${escapeHtml(form.action)}" target="_top">` +
      `<input type="hidden" name="t" value="${escapeHtml(form.token)}">` +
      `<fieldset><legend>Your rating</legend><div class="stars">${RATINGS.map((rating) => star(rating, form.chosen)).join('')}</div></fieldset>` +
      '<p><label class="block" for="comment">A comment, if you like</label>' +
      `<textarea id="comment" name="comment" maxlength="2000">${escapeHtml(form.comment)}</textarea></p>` +
      '<p><button name="action" value="rate">Send</button></p>' +
      '<p><button class="quiet" name="action" value="missing">My prints have not arrived</button></p></form>',
  );
};

/** The answer to a sent rating. A happy customer is shown where a public review can be left, when there is such a place. */
export const thankYouPage = (rating: number, settings: Settings): Page => {
  const happy = rating >= 4;
  const text = happy ? settings.thanksHappy : settings.thanksUnhappy;
  const review =
    happy && settings.reviewUrl
      ? `<p><a href="${escapeHtml(settings.reviewUrl)}" rel="noopener">Tell others about us</a></p>`
      : '';
  return framePage(
    'Thank you',
    settings.studioName,
    `<div class="card"><h1>Thank you!</h1><p>${escapeHtml(text)}</p>${review}</div>`,
  );
};

/** The answer to "My prints have not arrived": a person looks into it, and no rating is recorded. */
export const missingPage = (settings: Settings): Page =>
  framePage(
    'We look into it',
    settings.studioName,
    '<div class="card"><h1>We look into it</h1><p>We are sorry. We have been told and write to you soon.</p></div>',
  );

/** Shown once the day in which an answer can be corrected is over. */
export const alreadyPage = (settings: Settings): Page =>
  framePage(
    'Thank you',
    settings.studioName,
    '<div class="card"><h1>Thank you, we have your answer</h1><p>If you want to add something, please reply to our mail.</p></div>',
  );

/** The first of two steps: a person has to press the button, a mail scanner that opens links does not. */
export const unsubscribeForm = (settings: Settings, action: string, token: string): Page =>
  framePage(
    'No more questions?',
    settings.studioName,
    '<h1>No more questions about your prints?</h1>' +
      `<form class="card" method="post" action="${escapeHtml(action)}" target="_top"><input type="hidden" name="t" value="${escapeHtml(token)}">` +
      '<p>We will not ask you for feedback any more. Mails about your orders still reach you.</p>' +
      '<p><button name="action" value="unsubscribe">Do not ask me again</button></p></form>',
  );

export const unsubscribedPage = (settings: Settings): Page =>
  framePage(
    'Done',
    settings.studioName,
    '<div class="card"><h1>Done</h1><p>We will not ask you for feedback any more.</p></div>',
  );
