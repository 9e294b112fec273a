// The HTML files of the script. A build to be pasted by hand keeps them in one file, and puts tools/build/paste.mjs here.

/** A page of ours, to be filled in and shown. */
export const pageTemplate = (page: string): GoogleAppsScript.HTML.HtmlTemplate =>
  HtmlService.createTemplateFromFile(page);

/** The text of a bundle that lies in the script as an HTML file. */
export const bundleText = (file: string): string => HtmlService.createTemplateFromFile(file).getRawContent();

/** What the customers' pages are put into. */
export const customerFrame = (): string => HtmlService.createTemplateFromFile('customer-page').getRawContent();
