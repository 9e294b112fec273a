import type { WebCaller } from '../core/set-up-ports';

/** UrlFetchApp: follows the redirect to the answer, as the platform's client does. */
export class UrlFetchCaller implements WebCaller {
  post(url: string, body: string): string {
    return UrlFetchApp.fetch(url, {
      method: 'post',
      contentType: 'application/json',
      payload: body,
      muteHttpExceptions: true,
    }).getContentText();
  }

  get(url: string): string {
    return UrlFetchApp.fetch(url, { muteHttpExceptions: true }).getContentText();
  }
}
