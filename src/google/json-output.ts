/** An answer of the web app as JSON text; Apps Script serves it through a redirect (docs/google.md G15). */
export const jsonText = (text: string): GoogleAppsScript.Content.TextOutput =>
  ContentService.createTextOutput(text).setMimeType(ContentService.MimeType.JSON);

export const jsonOutput = (answer: object): GoogleAppsScript.Content.TextOutput => jsonText(JSON.stringify(answer));
