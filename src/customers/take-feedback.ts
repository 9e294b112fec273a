import type { Ports } from '../core/all-ports';
import { pageLink } from '../core/links';
import { type Opinion, parseFeedbackText } from '../domain/feedback';
import { numberText } from '../domain/text/for-people';
import { textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import {
  alreadyPage,
  type FormOrder,
  type FormSettings,
  feedbackForm,
  missingPage,
  receivedPage,
  thankYouPage,
} from './feedback-page';
import type { Page } from './frame';
import { tellNotArrived } from './low-rating';
import { noteNotArrived } from './not-arrived';
import type { PageContext } from './page-context';
import { mayCorrect, setFeedback } from './set-feedback';

/** What a customer sent. */
export interface SentForm {
  /** The button pressed. */
  readonly action: string;
  /** The rating as sent: any number, or NaN. */
  readonly rating: number;
  readonly comment: string;
}

const DAY = 86_400_000;
const LONGEST_COMMENT = 2_000;
const STORED_NOT = 'We couldn’t save this just now. Nothing is lost. Please press the button again.';

const ratingOf = (value: number): number | null => (Number.isInteger(value) && value >= 1 && value <= 5 ? value : null);

/** An answer can be changed for a day, a limited number of times. */
const isClosed = (ports: Ports, { progress }: LedgerEntry): boolean =>
  progress.feedback !== undefined &&
  (ports.clock.now().getTime() - Date.parse(progress.feedback.at) > DAY || !mayCorrect(progress));

/** Everything the form shows, as plain values that can be cached. */
export interface FormFacts extends Opinion {
  readonly order: FormOrder;
  readonly settings: FormSettings;
  readonly action: string;
  readonly token: string;
  readonly isCorrection: boolean;
  /** Whether the answer can no longer be changed. */
  readonly isClosed: boolean;
}

/** Reads what the form shows, including an earlier answer. */
export const formFacts = (ports: Ports, context: PageContext): FormFacts => {
  const { entry, config, token, action } = context;
  const { fulfillment, number } = entry.order;
  return {
    ...{ order: { fulfillment, number }, settings: config.settings, token, action },
    ...answerOf(ports, context),
    isCorrection: entry.progress.feedback !== undefined,
    isClosed: isClosed(ports, entry),
  };
};

/**
 * The form when a visitor opens it.
 * @param stars the stars of the link that was followed, which are only preselected.
 */
export const showForm = ({ order, settings, rating, ...form }: FormFacts, stars: number): Page =>
  form.isClosed
    ? alreadyPage(settings)
    : feedbackForm(order, settings, { ...form, problem: '', rating: ratingOf(stars) ?? rating });

/** The customer's answer so far; the comment only if the form itself wrote it into column R. */
const answerOf = (ports: Ports, { view, entry }: PageContext): Opinion => {
  const { feedback } = entry.progress;
  if (!feedback) return { rating: null, comment: '' };
  const at = ports.orders.ids(view).indexOf(entry.order.id) + 2;
  const text = at > 1 ? textOf(ports.orders.rows(view, at, 1)[0]?.cells.Feedback) : '';
  const isOurs = text.startsWith(`${feedback.rating}/5 - "`);
  return { rating: feedback.rating ?? null, comment: isOurs ? (parseFeedbackText(text)?.comment ?? '') : '' };
};

/** Handles the form a customer sent. */
export const takeAnswer = (ports: Ports, context: PageContext, sent: SentForm): Page =>
  sent.action === 'missing' ? takeNotArrived(ports, context, sent) : takeRating(ports, context, sent);

/** The form again, with an error message and the customer's words. */
const again = ({ entry, config, token, action }: PageContext, { rating, comment }: SentForm, problem: string): Page =>
  feedbackForm(entry.order, config.settings, {
    action,
    token,
    problem,
    rating: ratingOf(rating),
    comment: comment.slice(0, LONGEST_COMMENT),
    isCorrection: entry.progress.feedback !== undefined,
  });

const takeRating = (ports: Ports, context: PageContext, sent: SentForm): Page => {
  const { view, config, entry, token, action } = context;
  if (isClosed(ports, entry)) return alreadyPage(config.settings);
  const rating = ratingOf(sent.rating);
  const { comment } = sent;
  if (rating === null) return again(context, sent, 'Please choose one to five stars.');
  if (comment.length > LONGEST_COMMENT)
    return again(context, sent, `Please shorten your comment to ${numberText(LONGEST_COMMENT)} characters.`);
  const feedback = { orderId: entry.order.id, orderNumber: '', rating, comment };
  const stored = setFeedback(ports, view, config, feedback, { by: 'customer' });
  if (!stored.ok && stored.code === 'TRANSITION_NOT_ALLOWED') return alreadyPage(config.settings);
  if (!stored.ok) return again(context, sent, STORED_NOT);
  const form = `${action}&t=${encodeURIComponent(token)}`;
  return stored.unchanged ? receivedPage(config.settings, form) : thankYouPage(rating, config.settings, form);
};

const takeNotArrived = (ports: Ports, context: PageContext, sent: SentForm): Page =>
  takeMissing(ports, context) ?? again(context, sent, STORED_NOT);

/** Records that a customer's prints haven't arrived and notifies the operator; null if it couldn't be stored. */
export const takeMissing = (ports: Ports, { view, config, entry }: PageContext): Page | null => {
  const outcome = noteNotArrived(ports, view, entry);
  if (outcome === 'failed') return null;
  if (outcome === 'noted') tellNotArrived(ports, view, config, entry);
  const orderLink = pageLink(ports, config.settings, 'order', entry, ports.clock.now().toISOString());
  return missingPage(config.settings, orderLink, outcome === 'known');
};
