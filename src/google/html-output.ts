import { customerFrame } from './page-files';

/**
 * A customer's page as Apps Script serves it: a viewport for phones has to be distinguished (HtmlService). Its frame is read as it
 * was pushed (docs/google.md G104): the content of an output is parsed and put together again.
 * @param fill puts the page into its frame, which carries the looks.
 */
export const htmlOutput = (title: string, fill: (frame: string) => string): GoogleAppsScript.HTML.HtmlOutput => {
  return HtmlService.createHtmlOutput(fill(customerFrame()))
    .setTitle(title)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
};
