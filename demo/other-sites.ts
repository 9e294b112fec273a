import type { Office, WebRequest } from 'local-apps-script';
import { authOf } from './set-up';

/** The pages that a customer's link opens: each asks for the token in the link, whoever sends it. */
const CUSTOMERS_PAGES = ['order', 'feedback', 'unsubscribe'];

const CLOSED =
  'In mode "open" the web app asks nobody who they are, so it answers no page of another site: any page that you have open could read the orders. Send this from a program, or start the host with --auth signature or --auth key.';

/**
 * Whether a request goes to a customer's page, whose form comes out of a sandboxed frame without an origin (Google's
 * frame does the same). One that could also be read as a posted order does not count.
 */
const isForCustomersPage = ({ method, query = '', body = '' }: WebRequest): boolean => {
  const [page, ...more] = new URLSearchParams(query).getAll('page');
  const mayBeOrder = method !== 'GET' && body.trimStart().startsWith('{');
  return page !== undefined && more.length === 0 && CUSTOMERS_PAGES.includes(page) && !mayBeOrder;
};

/** Why a page of another site gets no answer from the web app; null: it gets the one that anybody gets. */
export const closedToOtherSites = (office: Office, request: WebRequest): string | null =>
  authOf(office) === 'open' && !isForCustomersPage(request) ? CLOSED : null;
