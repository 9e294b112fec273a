import { ServiceError } from './service-error';

const LONGEST_KEY = 250;
const LARGEST_VALUE = 100 * 1024;
const LONGEST_LIFE = 21_600;
const MOST_ITEMS = 1000;
const KEPT_ITEMS = 900;

interface Item {
  value: string;
  expires: number;
}

/** CacheService: strings with an expiry, never durable (docs/google.md G12 and G13). Times are epoch milliseconds. */
export class CacheStore {
  private stores = new Map<string, Map<string, Item>>();

  get(store: string, key: string, now: number): string | null {
    const item = this.stores.get(store)?.get(key);
    return item && item.expires > now ? item.value : null;
  }

  /** @throws ServiceError when the key is over 250 characters or the value over 100 KB. */
  put(store: string, key: string, value: string, seconds: number, now: number): void {
    if (key.length > LONGEST_KEY) throw new ServiceError('Argument too large: key');
    if (Buffer.byteLength(value, 'utf8') > LARGEST_VALUE) throw new ServiceError('Argument too large: value');
    if (seconds < 1 || seconds > LONGEST_LIFE) throw new ServiceError('Invalid argument: expirationInSeconds');
    const items = this.stores.get(store) ?? new Map<string, Item>();
    items.set(key, { value, expires: now + seconds * 1000 });
    this.stores.set(store, items.size > MOST_ITEMS ? evict(items) : items);
  }

  remove(store: string, key: string): void {
    this.stores.get(store)?.delete(key);
  }

  /** Forgets everything, as Google may at any time. */
  evictAll(): void {
    this.stores.clear();
  }

  toJSON(): readonly (readonly [string, readonly (readonly [string, Readonly<Item>])[]])[] {
    return [...this.stores].map(([store, items]) => [store, [...items]]);
  }

  restore(state: ReturnType<CacheStore['toJSON']>): void {
    this.stores = new Map(state.map(([store, items]) => [store, new Map(items)]));
  }
}

const evict = (items: Map<string, Item>): Map<string, Item> =>
  new Map([...items].sort(([, a], [, b]) => b.expires - a.expires).slice(0, KEPT_ITEMS));
