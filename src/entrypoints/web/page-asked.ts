import type { PagePurpose } from '../../core/page-token';
import { single, type WebEvent } from './web-request';

/** Every page that a customer may open. docs/security.md has a row for each. */
export const PAGES: readonly PagePurpose[] = ['order', 'feedback', 'unsubscribe'];

/** The page that a request asks for; null when it asks for none. */
export const pageOf = (event: WebEvent | null | undefined): PagePurpose | null =>
  PAGES.find((page) => page === single(event, 'page')) ?? null;
