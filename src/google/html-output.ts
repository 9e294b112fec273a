import { fillFrame, type Page } from '../customers/frame';

/** A customer's page as Apps Script serves it: a viewport for phones has to be told apart (HtmlService). */
export const htmlOutput = (page: Page): GoogleAppsScript.HTML.HtmlOutput => {
  const frame = HtmlService.createHtmlOutputFromFile('customer-page').getContent();
  return HtmlService.createHtmlOutput(fillFrame(frame, page))
    .setTitle(page.title)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
};
