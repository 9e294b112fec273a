import { type Opinion, RATING_WORDS, RATINGS } from '../domain/feedback';
import { escapeHtml } from '../domain/html';
import type { Order } from '../domain/order';
import type { Settings } from '../workbook/settings';
import { card, framePage, orderName, type Page } from './frame';

/** A star that doesn't depend on a font. */
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
  /** An error message about the last attempt; blank at first. */
  readonly problem: string;
  /** Whether this replaces an earlier answer. */
  readonly isCorrection: boolean;
}

/** What the form needs to know about the order. */
export type FormOrder = Pick<Order, 'number' | 'fulfillment'>;
/** What it needs to know about the studio. */
export type FormSettings = Parameters<typeof framePage>[1] & Pick<Settings, 'feedbackQuestion'>;

/** The form. A star link in an email only preselects a rating; nothing is recorded until the form is sent. */
export const feedbackForm = (order: FormOrder, settings: FormSettings, form: FeedbackForm): Page => {
  const title = settings.feedbackQuestion;
  const problem = form.problem ? `<p role="alert" class="due">${escapeHtml(form.problem)}</p>` : '';
  const known = form.isCorrection ? '<p>We got your answer. You can change it until tomorrow.</p>' : '';
  // A pickup has arrived by definition.
  const missing =
    order.fulfillment === 'ship'
      ? '<p class="or"><button class="quiet" name="action" value="missing">My prints haven’t arrived</button></p>'
      : '';
  const stars = [...RATINGS].reverse().map((rating) => star(rating, form.rating));
  return framePage(
    title,
    settings,
    `<section class="card"><p class="about">${orderName(order.number)}</p><h1>${escapeHtml(title)}</h1>${known}${problem}` +
      `<form method="post" action="${escapeHtml(form.action)}" target="_blank">` +
      `<input type="hidden" name="t" value="${escapeHtml(form.token)}">` +
      `<fieldset><legend>Your rating</legend><div class="stars">${stars.join('')}</div></fieldset>` +
      '<p><label class="block" for="comment">Anything you’d like to add? (optional)</label>' +
      `<textarea id="comment" name="comment" maxlength="2000" rows="4">${escapeHtml(form.comment)}</textarea></p>` +
      `<p><button name="action" value="rate">${form.isCorrection ? 'Change my answer' : 'Send'}</button></p>` +
      `${missing}</form></section>`,
  );
};

/**
 * The response to a rating. A happy customer gets a link to leave a public review, if there is one.
 * @param again the address of the form, to correct the answer.
 */
export const thankYouPage = (rating: number, settings: Settings, again: string): Page => {
  const happy = rating >= 4;
  const text = happy ? settings.thanksHappy : settings.thanksUnhappy;
  const review =
    happy && settings.reviewUrl
      ? `<p><a class="button" href="${escapeHtml(settings.reviewUrl)}" rel="noopener noreferrer">Leave a review</a></p>`
      : '';
  const given = `<p class="given" role="img" aria-label="${rating} of 5 stars">${STAR.repeat(rating)}</p>`;
  const change = `<p class="muted">Tapped the wrong star? You can <a href="${escapeHtml(again)}">change your answer</a> until tomorrow.</p>`;
  return framePage('Thank you', settings, card('Thank you!', `${given}<p>${escapeHtml(text)}</p>${review}${change}`));
};

/**
 * The response to an answer that was already received: a sent form opens in a new tab (docs/google.md G35), so the old
 * one can be sent again.
 * @param again the address of the form, to correct the answer.
 */
export const receivedPage = (settings: Settings, again: string): Page =>
  framePage(
    'Already received',
    settings,
    card(
      'Already received',
      `<p>We already have your answer. Thank you! You can close this page.</p><p class="muted">You can <a href="${escapeHtml(again)}">change your answer</a> until tomorrow.</p>`,
    ),
  );

/**
 * The response to "My prints haven’t arrived": staff will look into it, and no rating is recorded.
 * @param orderLink the page of the order, with its tracking.
 * @param isRepeat whether the customer already reported it.
 */
export const missingPage = (settings: Settings, orderLink: string, isRepeat: boolean): Page => {
  const before = isRepeat ? '<p>We already got your message.</p>' : '';
  const link = orderLink ? `<p><a href="${escapeHtml(orderLink)}">Check your order</a></p>` : '';
  return framePage(
    'We’re looking into it',
    settings,
    card('We’re looking into it', `${before}<p>${escapeHtml(settings.notArrivedAnswer)}</p>${link}`),
  );
};

/** Shown when an answer can no longer be changed. */
export const alreadyPage = (settings: FormSettings): Page =>
  framePage(
    'Thank you',
    settings,
    card('Thank you! We have your answer', '<p>Want to add something? Just reply to our email.</p>'),
  );

/** The first of two steps: email scanners open links, but only a customer will press the button. */
export const unsubscribeForm = (settings: Settings, action: string, token: string): Page =>
  framePage(
    'Stop feedback requests?',
    settings,
    card(
      'Stop feedback requests?',
      '<p>We won’t ask you for feedback anymore. You’ll still get emails about your orders.</p>' +
        `<form method="post" action="${escapeHtml(action)}" target="_blank"><input type="hidden" name="t" value="${escapeHtml(token)}">` +
        '<p><button name="action" value="unsubscribe">Stop feedback requests</button></p></form>',
    ),
  );

/** @param isRepeat whether the customer already unsubscribed. */
export const unsubscribedPage = (settings: Settings, isRepeat: boolean): Page =>
  framePage(
    'You’re unsubscribed',
    settings,
    card(
      'You’re unsubscribed',
      `<p>${isRepeat ? 'You were already unsubscribed. ' : ''}We won’t ask you for feedback anymore. You’ll still get emails about your orders.</p>`,
    ),
  );
