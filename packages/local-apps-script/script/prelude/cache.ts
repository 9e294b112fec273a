import { call } from './bridge';
import { hasDocument } from './properties';
import { expectTypes } from './signature';
import { Guarded, strict, strictClass } from './strict';

const DEFAULT_SECONDS = 600;

class Cache extends Guarded {
  readonly #store: string;

  constructor(store: string) {
    super();
    this.#store = store;
  }

  get(...args: [key: string]): string | null {
    expectTypes(args, 'CacheService.Cache.get', 'string');
    return call('Cache.get', this.#store, String(args[0])) as string | null;
  }

  getAll(...args: [keys: readonly string[]]): Record<string, string> {
    expectTypes(args, 'CacheService.Cache.getAll', 'array');
    return call('Cache.getAll', this.#store, args[0].map(String)) as Record<string, string>;
  }

  put(...args: [key: string, value: string, expirationInSeconds?: number]): null {
    expectTypes(args, 'CacheService.Cache.put', 'string', 'string', 'number?');
    call('Cache.put', this.#store, String(args[0]), String(args[1]), args[2] ?? DEFAULT_SECONDS);
    return null;
  }

  putAll(...args: [values: Record<string, unknown>, expirationInSeconds?: number]): null {
    expectTypes(args, 'CacheService.Cache.putAll', 'object', 'number?');
    const texts = Object.fromEntries(Object.entries(args[0]).map(([key, value]) => [key, String(value)]));
    call('Cache.putAll', this.#store, texts, args[1] ?? DEFAULT_SECONDS);
    return null;
  }

  remove(...args: [key: string]): null {
    expectTypes(args, 'CacheService.Cache.remove', 'string');
    call('Cache.remove', this.#store, String(args[0]));
    return null;
  }

  removeAll(...args: [keys: readonly string[]]): null {
    expectTypes(args, 'CacheService.Cache.removeAll', 'array');
    call('Cache.removeAll', this.#store, args[0].map(String));
    return null;
  }
}

strictClass(Cache, 'Cache');

/** `CacheService`: the document's cache is null where no document is open (docs/google.md G25). */
export const CacheService = strict(
  {
    getScriptCache: () => new Cache('script'),
    getUserCache: () => new Cache('user'),
    getDocumentCache: () => (hasDocument() ? new Cache('document') : null),
  },
  'CacheService',
);
