import type { PagePurpose } from '../../core/page-token';
import { parameterNames, single, type WebEvent } from './web-request';

/** Every page that a customer may open. docs/security.md has a row for each. */
export const PAGES: readonly PagePurpose[] = ['order', 'feedback', 'unsubscribe'];

/** The page that a request asks for; null when it asks for none. */
export const pageOf = (event: WebEvent | null | undefined): PagePurpose | null =>
  PAGES.find((page) => page === single(event, 'page')) ?? null;

/** What programs say with a read: which one, or who they are. */
const ASKED_BY_PROGRAMS = ['route', 'key', 'webhook-id', 'webhook-timestamp', 'webhook-signature'];

/**
 * Whether a GET request is from someone whose link was cut off: it names no page and no route, and has no credentials.
 */
export const isBareVisit = (event: WebEvent | null | undefined): boolean =>
  !parameterNames(event).some((name) => ASKED_BY_PROGRAMS.includes(name));
