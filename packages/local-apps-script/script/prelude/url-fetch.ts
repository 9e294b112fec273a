import { Blob } from './blob';
import { call, local, serviceError } from './bridge';
import { expectTypes } from './signature';
import { Guarded, strict, strictClass } from './strict';

interface PlainResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

class HTTPResponse extends Guarded {
  readonly #plain: PlainResponse;

  constructor(plain: PlainResponse) {
    super();
    this.#plain = plain;
  }

  getResponseCode(): number {
    return this.#plain.status;
  }

  getContentText(...args: [charset?: string]): string {
    expectTypes(args, 'UrlFetchApp.HTTPResponse.getContentText', 'string?');
    return this.#plain.body;
  }

  getHeaders(): Record<string, string> {
    return { ...this.#plain.headers };
  }

  getAllHeaders(): Record<string, string> {
    return this.getHeaders();
  }

  getBlob(): Blob {
    const type = this.#plain.headers['content-type'] ?? null;
    return new Blob(local('Utilities.encode', this.#plain.body, 'UTF-8') as number[], type, null);
  }

  getContent(): number[] {
    return this.getBlob().getBytes();
  }
}

strictClass(HTTPResponse, 'HTTPResponse');

const formEncoded = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');

/** `UrlFetchApp`: loopback addresses only; anything else is refused. */
export const UrlFetchApp = strict(
  {
    fetch(...args: [url: string, params?: Record<string, unknown>]) {
      expectTypes(args, 'UrlFetchApp.fetch', 'string', 'object?');
      const {
        method = 'get',
        payload,
        contentType,
        headers = {},
        followRedirects = true,
        muteHttpExceptions = false,
      } = args[1] ?? {};
      const isForm = payload !== null && typeof payload === 'object' && !Array.isArray(payload);
      const plain = call('UrlFetchApp.fetch', {
        url: args[0],
        method: String(method).toUpperCase(),
        body: payload === undefined ? null : isForm ? formEncoded(payload) : String(payload),
        contentType: contentType ?? (payload === undefined ? null : 'application/x-www-form-urlencoded'),
        headers,
        followRedirects,
      }) as PlainResponse;
      if (plain.status >= 400 && !muteHttpExceptions) {
        throw serviceError(
          `Request failed for ${args[0]} returned code ${plain.status}. Truncated server response: ${plain.body.slice(0, 500)} (use muteHttpExceptions option to examine full response)`,
        );
      }
      return new HTTPResponse(plain);
    },
  },
  'UrlFetchApp',
);
