import { newGeneration } from '../api/read-cache';
import { single, type WebEvent } from '../api/web-request';
import { entryOf } from '../intake/ledger-lookup';
import type { ReconcilePorts } from '../lifecycle/reconcile-ports';
import { setFeedback } from '../lifecycle/set-feedback';
import { addToAlert } from '../mail/alert-operator';
import { trackingOf } from '../mail/tracking';
import type { Cache } from '../ports';
import { type Config, LAST_GOOD, readConfig } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import { SETTINGS } from '../workbook/settings';
import type { WorkbookView } from '../workbook/view';
import {
  alreadyPage,
  feedbackForm,
  missingPage,
  thankYouPage,
  unsubscribedPage,
  unsubscribeForm,
} from './feedback-page';
import { errorPage, notFoundPage, type Page } from './frame';
import { type LinkPorts, pageLink } from './links';
import { noteNotArrived } from './not-arrived';
import { orderPage } from './order-page';
import { orderOfToken, PAGE_SECRET, type PagePurpose } from './page-token';
import { unsubscribe } from './unsubscribed';

export interface PagePorts extends LinkPorts, ReconcilePorts {
  readonly cache: Cache;
}

/** Every page that a customer may open. docs/security.md has a row for each. */
export const PAGES: readonly PagePurpose[] = ['order', 'feedback', 'unsubscribe'];

/** The page that a request asks for; null when it asks for none. */
export const pageOf = (event: WebEvent | null | undefined): PagePurpose | null =>
  PAGES.find((page) => page === single(event, 'page')) ?? null;

/** An order that a genuine token opened, with what its page needs. */
interface Opened {
  readonly view: WorkbookView;
  readonly config: Config;
  readonly entry: LedgerEntry;
  readonly token: string;
}

/** The studio's name without reading the sheet: a stranger's wrong link costs next to nothing. */
const studioName = (ports: PagePorts): string => {
  const label = SETTINGS.studioName.key;
  try {
    const kept = JSON.parse(ports.properties.all()[LAST_GOOD] ?? '{}') as { settings?: Record<string, string> };
    return kept.settings?.[label] || SETTINGS.studioName.fallback;
  } catch {
    return SETTINGS.studioName.fallback;
  }
};

const open = (ports: PagePorts, page: PagePurpose, token: string): Opened | null => {
  const properties = ports.properties.all();
  const orderId = orderOfToken(ports.crypto, properties[PAGE_SECRET] ?? '', page, token, ports.clock.now());
  if (orderId === null) return null;
  const view = ports.workbook.read();
  const entry = entryOf(ports.ledger.find(view, 'Order ID', orderId));
  return entry ? { view, config: readConfig(view, properties[LAST_GOOD]), entry, token } : null;
};

/** A page as a visitor opens it. It never records anything: mail scanners open every link (platform-facts 9). */
export const showPage = (ports: PagePorts, page: PagePurpose, event: WebEvent | null | undefined): Page => {
  const opened = open(ports, page, single(event, 't'));
  if (!opened) return notFoundPage(studioName(ports));
  const { config, entry, token } = opened;
  const { settings } = config;
  switch (page) {
    case 'order': {
      const event = config.events.get(entry.order.eventCode.toUpperCase()) ?? null;
      return orderPage({ entry, event, settings, trackingLink: trackingOf(entry.progress.trackingNumber ?? '').link });
    }
    case 'feedback': {
      const stars = Number(single(event, 'stars'));
      const chosen = Number.isInteger(stars) && stars >= 1 && stars <= 5 ? stars : 0;
      if (isClosed(ports, entry)) return alreadyPage(settings);
      return feedbackForm(entry, settings, {
        action: actionOf(ports, opened, page),
        token,
        chosen,
        comment: '',
        problem: '',
      });
    }
    case 'unsubscribe':
      return unsubscribeForm(settings, actionOf(ports, opened, page), token);
    default:
      return page satisfies never;
  }
};

const actionOf = (ports: PagePorts, { config }: Opened, page: PagePurpose): string =>
  `${config.settings.webAppUrl || ports.webApp.url()}?page=${page}`;

const DAY = 86_400_000;

/** An answer can be corrected for a day. */
const isClosed = (ports: PagePorts, { progress }: LedgerEntry): boolean =>
  progress.feedback !== undefined && ports.clock.now().getTime() - Date.parse(progress.feedback.at) > DAY;

/** A sent form: form-encoded, with its token (design.md 4). Answers with a page, whatever happens. */
export const takeForm = (ports: PagePorts, page: PagePurpose, event: WebEvent | null | undefined): Page => {
  const opened = page === 'order' ? null : open(ports, page, single(event, 't'));
  if (!opened) return notFoundPage(studioName(ports));
  if (page === 'unsubscribe') {
    unsubscribe(ports, opened.entry.order.customer.email);
    return unsubscribedPage(opened.config.settings);
  }
  return single(event, 'action') === 'missing' ? takeNotArrived(ports, opened) : takeRating(ports, opened, event);
};

const LONGEST_COMMENT = 2_000;

const takeRating = (ports: PagePorts, opened: Opened, event: WebEvent | null | undefined): Page => {
  const { view, config, entry, token } = opened;
  const { settings } = config;
  if (isClosed(ports, entry)) return alreadyPage(settings);
  const rating = Number(single(event, 'rating'));
  const comment = single(event, 'comment').trim();
  const again = (problem: string) =>
    feedbackForm(entry, settings, {
      action: actionOf(ports, opened, 'feedback'),
      token,
      chosen: 0,
      comment: comment.slice(0, LONGEST_COMMENT),
      problem,
    });
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) return again('Please choose one to five stars.');
  if (comment.length > LONGEST_COMMENT) return again(`Please shorten your comment to ${LONGEST_COMMENT} characters.`);
  const stored = setFeedback(
    ports,
    view,
    config,
    { orderId: entry.order.id, orderNumber: '', rating, comment },
    { by: 'customer' },
  );
  if (!stored.ok) return errorPage(settings.studioName);
  newGeneration(ports.cache, ports.crypto);
  if (rating <= 3 && !stored.unchanged) tellLowRating(ports, config, entry, stored.feedback);
  return thankYouPage(rating, settings);
};

const tellLowRating = (ports: PagePorts, { settings }: Config, entry: LedgerEntry, text: string): void => {
  const link = pageLink(ports, settings, 'order', entry.order.id, entry.order.createdAt);
  addToAlert(ports, 'FEEDBACK', {
    subject: 'A customer is not happy',
    text: `${entry.order.customer.name} says of ${entry.order.number}: ${text}\n${entry.order.customer.email}\n${link}`,
  });
};

const takeNotArrived = (ports: PagePorts, { view, config, entry }: Opened): Page => {
  const outcome = noteNotArrived(ports, view, config, entry);
  if (outcome === 'failed') return errorPage(config.settings.studioName);
  if (outcome === 'noted') {
    addToAlert(ports, 'FEEDBACK', {
      subject: 'A customer waits for prints',
      text: `The prints of ${entry.order.number} have not arrived, says ${entry.order.customer.name}.\n${entry.order.customer.email}\n${pageLink(ports, config.settings, 'order', entry.order.id, entry.order.createdAt)}`,
    });
  }
  return missingPage(config.settings);
};
