/**
 * The page bundle: what a customer's page needs. `main.ts` hands a request for one over; the build makes this file a bundle of
 * its own (dist/page-bundle.html), so that orders, edits and reads by the platform do not carry it. No logic here.
 */
import { composeWeb } from './compose';
import type { PagePurpose } from './core/page-token';
import { errorPage, fillFrame, type Page } from './customers/frame';
import { busyAnswer } from './entrypoints/web/busy-answer';
import {
  showPage as openPage,
  showNothingHere as sayWhereToLook,
  takeForm as takeAnswer,
} from './entrypoints/web/customer-page';
import type { WebEvent } from './entrypoints/web/web-request';
import { htmlOutput } from './google/html-output';
import { reportError } from './google/report-error';

type Output = GoogleAppsScript.HTML.HtmlOutput;

const output = (page: Page): Output => htmlOutput(page.title, (frame) => fillFrame(frame, page));

/** A customer's page; an unexpected error gets a page, too. */
const customerPage = (make: () => Page, where: string): Output => {
  try {
    return output(make());
  } catch (error) {
    if (!busyAnswer(error)) reportError(error, where);
    return output(errorPage(''));
  }
};

/** A page that a customer opens. */
export const showPage = (page: PagePurpose, event: WebEvent | null | undefined): Output =>
  customerPage(() => openPage(composeWeb('visitor'), page, event), 'doGet');

/** Shown for a link that was cut off. */
export const showNothingHere = (): Output => customerPage(() => sayWhereToLook(composeWeb('visitor')), 'doGet');

/** A form that a customer has sent. */
export const takeForm = (page: PagePurpose, event: WebEvent | null | undefined): Output =>
  customerPage(() => takeAnswer(composeWeb('visitor'), page, event, () => composeWeb('known')), 'doPost');
