import type { LinkTarget } from '../workbook/ledger-row';
import type { Settings } from '../workbook/settings';
import type { Ports } from './all-ports';
import { PAGE_SECRET, type PagePurpose, pageToken } from './page-token';
import type { CustomerLinks, Properties } from './ports';
import { LIVE } from './roles';

/** What making a link needs from the world. */
export type LinkPorts = Pick<Ports, 'crypto' | 'properties' | 'webApp'>;

/** The page on which a customer sees an order, for the answer to the platform and for emails. */
export const statusLinkOf =
  (ports: LinkPorts) =>
  (settings: Settings, entry: LinkTarget): string =>
    pageLink(ports, settings, 'order', entry, entry.order.createdAt);

/** The pages that the emails of an order link to. */
export const customerLinksOf =
  (ports: LinkPorts): CustomerLinks =>
  (settings, entry, from) => ({
    statusLink: pageLink(ports, settings, 'order', entry, from),
    feedbackLink: pageLink(ports, settings, 'feedback', entry, from),
    unsubscribeLink: pageLink(ports, settings, 'unsubscribe', entry, from),
  });

/** The address of the live sheet, for emails to its staff. */
export const sheetLink = (properties: Properties): string =>
  `https://docs.google.com/spreadsheets/d/${properties.all()[LIVE]}/edit`;

/**
 * The address of a customer's page; blank while the web app has no address or the sheet has no secret, and for an
 * imported order whose date is unknown.
 * @param from ISO 8601: when the link's lifetime starts.
 */
export const pageLink = (
  { crypto, properties, webApp }: LinkPorts,
  settings: Settings,
  purpose: PagePurpose,
  { order, progress }: LinkTarget,
  from: string,
): string => {
  const base = settings.webAppUrl || forEverybody(webApp.url());
  const secret = properties.all()[PAGE_SECRET] ?? '';
  if (!base || !secret || from === '') return '';
  return `${base}?page=${purpose}&t=${encodeURIComponent(pageToken(crypto, secret, purpose, order.id, from, progress.links))}`;
};

/** An address that ends in `/dev` opens for the script's editors alone (docs/google.md G32): no link is better than that one. */
const forEverybody = (url: string): string => (url.endsWith('/dev') ? '' : url);
