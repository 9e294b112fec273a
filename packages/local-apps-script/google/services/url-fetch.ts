import { looks, type Operations } from '../operations';
import { ServiceError } from '../service-error';
import type { FetchRequest } from '../world';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** UrlFetchApp: loopback only, so that a test or a trial never reaches the network. */
export const urlFetch: Operations = {
  'UrlFetchApp.fetch': looks('fetch', ({ world }, request: FetchRequest) => {
    let host: string;
    try {
      host = new URL(request.url).hostname;
    } catch {
      throw new ServiceError(`Invalid argument: ${request.url}`);
    }
    if (!LOOPBACK.has(host)) {
      throw new ServiceError(
        `not available in the local Apps Script: UrlFetchApp.fetch of ${host} (loopback addresses only)`,
      );
    }
    return world.fetch(request);
  }),
};
