/**
 * The page bundle: what a customer's page needs. `main.ts` hands a request for one over; the build makes this file a bundle of
 * its own (dist/page-bundle.html), so that orders, edits and reads by the platform do not carry it. No logic here.
 */
import { composeWeb } from './compose';
import type { PagePurpose } from './core/page-token';
import { NotInForce } from './core/ports';
import { errorPage, fillFrame, type Page } from './customers/frame';
import { busyAnswer } from './entrypoints/web/busy-answer';
import {
  showPage as openPage,
  showNothingHere as sayWhereToLook,
  takeForm as takeAnswer,
} from './entrypoints/web/customer-page';
import { movedPage, type PassPorts, passOn as passRequestOn } from './entrypoints/web/pass-on';
import type { WebEvent } from './entrypoints/web/web-request';
import { htmlOutput } from './google/html-output';
import { linesOfTab } from './google/move-note';
import { reportError } from './google/report-error';
import { ScriptCache, ScriptProperties, UtilitiesCrypto } from './google/script-services';
import { UrlFetchCaller } from './google/web-caller';
import { NOTE_TAB } from './workbook/moved-tab';

type Output = GoogleAppsScript.HTML.HtmlOutput;

const output = (page: Page): Output => htmlOutput(page.title, (frame) => fillFrame(frame, page));

/** What a sheet that has moved works with. */
const passPorts = (): PassPorts => {
  const caller = new UrlFetchCaller();
  return {
    properties: new ScriptProperties(true),
    cache: new ScriptCache(),
    crypto: new UtilitiesCrypto(),
    clock: { now: () => new Date() },
    note: (id) => linesOfTab(SpreadsheetApp.openById(id), NOTE_TAB),
    ask: (url, body) => (body === null ? caller.get(url) : caller.post(url, body)),
  };
};

/** For a request from the platform that found this sheet inactive. */
export const passOn = (event: WebEvent | null | undefined): string | null => passRequestOn(passPorts(), event);

/** A customer's page; what nobody foresaw is a page too. */
const customerPage = (event: WebEvent | null | undefined, make: () => Page, where: string): Output => {
  try {
    return output(make());
  } catch (error) {
    const moved = error instanceof NotInForce ? movedPage(passPorts(), event) : null;
    if (moved) return output(moved);
    if (!busyAnswer(error)) reportError(error, where);
    return output(errorPage(''));
  }
};

/** A page that a customer opens. */
export const showPage = (page: PagePurpose, event: WebEvent | null | undefined): Output =>
  customerPage(event, () => openPage(composeWeb('visitor'), page, event), 'doGet');

/** What a link that lost its end shows. */
export const showNothingHere = (): Output => customerPage(null, () => sayWhereToLook(composeWeb('visitor')), 'doGet');

/** A form that a customer has sent. */
export const takeForm = (page: PagePurpose, event: WebEvent | null | undefined): Output =>
  customerPage(event, () => takeAnswer(composeWeb('visitor'), page, event, () => composeWeb('known')), 'doPost');
