import type { Office, WebRequest } from 'local-apps-script';
import { authOf } from './set-up';

/** The pages behind a customer's links. Each checks the token in its link. */
const CUSTOMERS_PAGES = ['order', 'feedback', 'unsubscribe'];

const CLOSED =
  'In "open" mode the web app doesn\'t check who sends a request, so it never answers pages of other sites: any page you have open could read the orders. Send this from a program, or start the host with --auth signature or --auth key.';

/**
 * Whether a request goes to a customer's page, whose form comes out of a sandboxed frame without an origin (Google's
 * frame does the same). A request that could also be an order doesn't count.
 */
const isForCustomersPage = ({ method, query = '', body = '' }: WebRequest): boolean => {
  const [page, ...more] = new URLSearchParams(query).getAll('page');
  const mayBeOrder = method !== 'GET' && body.trimStart().startsWith('{');
  return page !== undefined && more.length === 0 && CUSTOMERS_PAGES.includes(page) && !mayBeOrder;
};

/** Why a page of another site gets no answer from the web app; null if it gets the usual one. */
export const closedToOtherSites = (office: Office, request: WebRequest): string | null =>
  authOf(office) === 'open' && !isForCustomersPage(request) ? CLOSED : null;
