import { type Opinion, RATING_WORDS, RATINGS } from '../domain/feedback';
import { escapeHtml } from '../domain/html';
import type { Order } from '../domain/order';
import type { Settings } from '../workbook/settings';
import { card, framePage, orderName, type Page } from './frame';

/** A star that needs no font. */
const STAR =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 1.8l3.1 6.6 7.1.9-5.2 5 1.3 7.1L12 17.9l-6.3 3.5L7 14.3 1.8 9.3l7.1-.9z"/></svg>';

const star = (rating: (typeof RATINGS)[number], chosen: number | null): string =>
  `<label><input type="radio" name="rating" value="${rating}"${rating === chosen ? ' checked' : ''}>${STAR}` +
  `<span>${rating} of 5: ${RATING_WORDS[rating]}</span></label>`;

/** What the form shows, and where it goes. */
export interface FeedbackForm extends Opinion {
  /** The web app's address, `?page=feedback` included. */
  readonly action: string;
  readonly token: string;
  /** A sentence about the last try; blank at first. */
  readonly problem: string;
  /** Whether there is an answer already, which this one takes the place of. */
  readonly isCorrection: boolean;
}

/** What the form says of the order. */
export type FormOrder = Pick<Order, 'number' | 'fulfillment'>;
/** What it says of the studio. */
export type FormSettings = Parameters<typeof framePage>[1] & Pick<Settings, 'feedbackQuestion'>;

/** The form. A star link in an email only preselects; nothing is recorded before the form is sent. */
export const feedbackForm = (order: FormOrder, settings: FormSettings, form: FeedbackForm): Page => {
  const title = settings.feedbackQuestion;
  const problem = form.problem ? `<p role="alert" class="due">${escapeHtml(form.problem)}</p>` : '';
  const known = form.isCorrection ? '<p>We have your answer. You can change it until tomorrow.</p>' : '';
  // What was picked up has arrived.
  const missing =
    order.fulfillment === 'ship'
      ? '<p class="or"><button class="quiet" name="action" value="missing">My prints have not arrived</button></p>'
      : '';
  const stars = [...RATINGS].reverse().map((rating) => star(rating, form.rating));
  return framePage(
    title,
    settings,
    `<section class="card"><p class="about">${orderName(order.number)}</p><h1>${escapeHtml(title)}</h1>${known}${problem}` +
      `<form method="post" action="${escapeHtml(form.action)}" target="_blank">` +
      `<input type="hidden" name="t" value="${escapeHtml(form.token)}">` +
      `<fieldset><legend>Your stars</legend><div class="stars">${stars.join('')}</div></fieldset>` +
      '<p><label class="block" for="comment">A few words, if you like</label>' +
      `<textarea id="comment" name="comment" maxlength="2000" rows="4">${escapeHtml(form.comment)}</textarea></p>` +
      `<p><button name="action" value="rate">${form.isCorrection ? 'Change my answer' : 'Send'}</button></p>` +
      `${missing}</form></section>`,
  );
};

/**
 * The answer to a sent rating. A happy customer is shown where a public review can be left, when there is such a place.
 * @param again the address of the form, to correct the answer.
 */
export const thankYouPage = (rating: number, settings: Settings, again: string): Page => {
  const happy = rating >= 4;
  const text = happy ? settings.thanksHappy : settings.thanksUnhappy;
  const review =
    happy && settings.reviewUrl
      ? `<p><a class="button" href="${escapeHtml(settings.reviewUrl)}" rel="noopener noreferrer">Tell others about us</a></p>`
      : '';
  const given = `<p class="given" role="img" aria-label="${rating} of 5 stars">${STAR.repeat(rating)}</p>`;
  const change = `<p class="muted">Pressed the wrong star? <a href="${escapeHtml(again)}">Change your answer</a> until tomorrow.</p>`;
  return framePage('Thank you', settings, card('Thank you!', `${given}<p>${escapeHtml(text)}</p>${review}${change}`));
};

/**
 * The answer to what has been received before: sent forms open in a new tab (docs/google.md G35), so the old one is still
 * there to be sent again.
 * @param again the address of the form, to correct the answer.
 */
export const receivedPage = (settings: Settings, again: string): Page =>
  framePage(
    'Already received',
    settings,
    card(
      'Already received',
      `<p>We have your answer: thank you! You can close this page.</p><p class="muted"><a href="${escapeHtml(again)}">Change your answer</a> until tomorrow.</p>`,
    ),
  );

/**
 * The answer to "My prints have not arrived": a person looks into it, and no rating is recorded.
 * @param orderLink where the parcel and the order can be seen.
 * @param isRepeat whether the customer has said so before.
 */
export const missingPage = (settings: Settings, orderLink: string, isRepeat: boolean): Page => {
  const before = isRepeat ? '<p>We already received your message.</p>' : '';
  const link = orderLink ? `<p><a href="${escapeHtml(orderLink)}">See where your order stands</a></p>` : '';
  return framePage(
    'We look into it',
    settings,
    card('We look into it', `${before}<p>${escapeHtml(settings.notArrivedAnswer)}</p>${link}`),
  );
};

/** Shown once the day in which an answer can be corrected is over. */
export const alreadyPage = (settings: FormSettings): Page =>
  framePage(
    'Thank you',
    settings,
    card('Thank you, we have your answer', '<p>If you want to add something, please reply to our email.</p>'),
  );

/** The first of two steps: a person has to press the button, an email scanner that opens links does not. */
export const unsubscribeForm = (settings: Settings, action: string, token: string): Page =>
  framePage(
    'No more questions?',
    settings,
    card(
      'No more questions about your prints?',
      '<p>We won’t ask you for feedback anymore. You’ll still get emails about your orders.</p>' +
        `<form method="post" action="${escapeHtml(action)}" target="_blank"><input type="hidden" name="t" value="${escapeHtml(token)}">` +
        '<p><button name="action" value="unsubscribe">Do not ask me again</button></p></form>',
    ),
  );

/** @param isRepeat whether the customer has asked for it before. */
export const unsubscribedPage = (settings: Settings, isRepeat: boolean): Page =>
  framePage(
    'Done',
    settings,
    card('Done', `<p>${isRepeat ? 'We already received this: we' : 'We'} will not ask you for feedback any more.</p>`),
  );
