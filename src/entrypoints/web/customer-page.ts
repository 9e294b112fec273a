import type { Ports } from '../../core/all-ports';
import { linkOfToken, PAGE_SECRET, type PagePurpose } from '../../core/page-token';
import { ReadsUsedUp } from '../../core/ports';
import { cachedRead } from '../../core/read-cache';
import { unsubscribedPage, unsubscribeForm } from '../../customers/feedback-page';
import { errorPage, notFoundPage, nothingHerePage, type Page } from '../../customers/frame';
import { orderPage } from '../../customers/order-page';
import type { PageContext } from '../../customers/page-context';
import { formFacts, showForm, takeAnswer, takeMissing } from '../../customers/take-feedback';
import { isUnsubscribed, unsubscribe, withdrawRequests } from '../../customers/unsubscribed';
import { isHandedOver } from '../../domain/statuses';
import { trackingOf } from '../../email/tracking';
import { trackingNumberOf, typedTrackingNumbers } from '../../email/tracking-numbers';
import { entryOf } from '../../ledger/lookup';
import { configOf, LAST_GOOD } from '../../workbook/config';
import type { LedgerEntry } from '../../workbook/ledger-row';
import { SETTINGS } from '../../workbook/settings';
import { countPage } from './limits';
import { single, type WebEvent } from './web-request';

/** What a link that lost its end shows; nothing is read for it. */
export const showNothingHere = (ports: Ports): Page => nothingHerePage(studioName(ports));

/** The studio's name without reading the sheet: a stranger's wrong link costs next to nothing. */
const studioName = (ports: Ports): string => {
  const label = SETTINGS.studioName.key;
  try {
    const kept = JSON.parse(ports.properties.all()[LAST_GOOD] ?? '{}') as { settings?: Record<string, string> };
    return kept.settings?.[label] || SETTINGS.studioName.fallback;
  } catch {
    return SETTINGS.studioName.fallback;
  }
};

/** What a request asks to open: a page of an order, by the token of its link. */
interface Asked {
  readonly page: PagePurpose;
  readonly token: string;
  /** What it counts as. */
  readonly as: 'page' | 'form';
}

/** Makes the page for a genuine token; any other token gets the same error page, no matter what is wrong. */
const opened = (ports: Ports, { page, token, as }: Asked, make: (context: PageContext) => Page): Page => {
  const properties = ports.properties.all();
  const link = linkOfToken(ports.crypto, properties[PAGE_SECRET] ?? '', page, token, ports.clock.now());
  if (link === null) return notFoundPage(studioName(ports));
  if (!countPage(ports, as, token)) return errorPage(studioName(ports));
  try {
    const view = ports.workbook.read();
    const entry = entryOf(ports.ledger.find(view, 'Order ID', link.orderId));
    if (!entry || (entry.progress.links ?? 0) !== link.links) return notFoundPage(studioName(ports));
    const config = configOf(ports, view);
    const action = `${config.settings.webAppUrl || ports.webApp.url()}?page=${page}`;
    return make({ view, config, entry, token, action });
  } catch (error) {
    if (error instanceof ReadsUsedUp) return errorPage(studioName(ports));
    throw error;
  }
};

/** A page as a visitor opens it. It never records anything: email scanners open every link (docs/design.md 4.10). */
export const showPage = (ports: Ports, page: PagePurpose, event: WebEvent | null | undefined): Page => {
  switch (page) {
    case 'order':
      return showOrder(ports, event);
    case 'feedback':
      return showFeedback(ports, event);
    case 'unsubscribe':
      return opened(ports, { page, token: single(event, 't'), as: 'page' }, ({ config, action, token }) =>
        unsubscribeForm(config.settings, action, token),
      );
    default:
      return page satisfies never;
  }
};

/**
 * What a page shows; asked for again within half a minute it costs nothing, unless something has changed. Only what a
 * genuine token opened is kept: a stranger does not fill the cache.
 * @returns what was made, or the page that says why nothing was.
 */
const kept = <Shown>(
  ports: Ports,
  page: PagePurpose,
  event: WebEvent | null | undefined,
  make: (context: PageContext) => Shown,
): { readonly shown: Shown } | { readonly instead: Page } => {
  const token = single(event, 't');
  return JSON.parse(
    cachedRead(ports.cache, ports.crypto, `page ${token}`, () => {
      let found: { readonly shown: Shown } | null = null;
      const instead = opened(ports, { page, token, as: 'page' }, (context) => {
        found = { shown: make(context) };
        return notFoundPage('');
      });
      return { text: JSON.stringify(found ?? { instead }), keep: found !== null };
    }),
  );
};

const showOrder = (ports: Ports, event: WebEvent | null | undefined): Page => {
  const made = kept(ports, 'order', event, (context) => pageOfOrder(ports, context));
  return 'shown' in made ? made.shown : made.instead;
};

/** One link leads to the form with any number of stars: it is read once for all of them. */
const showFeedback = (ports: Ports, event: WebEvent | null | undefined): Page => {
  const made = kept(ports, 'feedback', event, (context) => formFacts(ports, context));
  return 'shown' in made ? showForm(made.shown, Number(single(event, 'stars'))) : made.instead;
};

const isOnItsWay = ({ status, order }: LedgerEntry): boolean => isHandedOver(status) && order.fulfillment === 'ship';

const pageOfOrder = (ports: Ports, { view, config, entry, action, token }: PageContext): Page => {
  const { id, eventCode } = entry.order;
  const typed = typedTrackingNumbers(ports.orders, view, isOnItsWay(entry) ? [id] : []).get(id);
  return orderPage({
    entry,
    event: config.events.get(eventCode.toUpperCase()) ?? null,
    settings: config.settings,
    tracking: trackingOf(trackingNumberOf(typed, entry)),
    formatDay: (moment) => shortDay(ports.clock.local(new Date(moment))),
    now: ports.clock.now().getTime(),
    action,
    token,
  });
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const shortDay = (local: string): string =>
  `${MONTHS[Number(local.slice(5, 7)) - 1]}\u00a0${Number(local.slice(8, 10))}`;

/**
 * A submitted form: form-encoded, with its token (docs/design.md 4.10). Always answers with a page. @param known the
 * ports for a verified customer, which read the properties fresh.
 */
export const takeForm = (
  ports: Ports,
  page: PagePurpose,
  event: WebEvent | null | undefined,
  known: () => Ports,
): Page => {
  switch (page) {
    case 'order':
      return opened(ports, { page, token: single(event, 't'), as: 'form' }, (it) =>
        single(event, 'action') === 'missing' && isOnItsWay(it.entry)
          ? (takeMissing(ports, it) ?? errorPage(it.config.settings.studioName))
          : pageOfOrder(ports, it),
      );
    case 'feedback':
      return opened(ports, { page, token: single(event, 't'), as: 'form' }, (it) =>
        takeAnswer(ports, it, {
          action: single(event, 'action'),
          rating: Number(single(event, 'rating')),
          comment: single(event, 'comment').trim(),
        }),
      );
    case 'unsubscribe':
      return opened(ports, { page, token: single(event, 't'), as: 'form' }, ({ view, config, entry }) => {
        const fresh = known();
        const isRepeat = isUnsubscribed(fresh, entry.order.customer.email);
        unsubscribe(fresh, entry.order.customer.email);
        withdrawRequests(ports, view, entry.order.customer.email);
        return unsubscribedPage(config.settings, isRepeat);
      });
    default:
      return page satisfies never;
  }
};
