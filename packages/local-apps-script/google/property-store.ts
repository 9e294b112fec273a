import { ServiceError } from './service-error';

const LONGEST_VALUE = 9 * 1024;
const LARGEST_STORE = 500 * 1024;

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Properties by store id (`script:<file>`, `user:<file>:<email>`, `document:<file>`); docs/google.md G2 and G94. */
export class PropertyStore {
  private stores = new Map<string, Map<string, string>>();

  read(store: string): Record<string, string> {
    return Object.fromEntries(this.stores.get(store) ?? []);
  }

  /** @throws ServiceError when a value is over 9 KB or the store would be over 500 KB; then nothing is written. */
  write(store: string, values: Readonly<Record<string, string>>, deleteOthers = false): void {
    const next = new Map(deleteOthers ? [] : this.stores.get(store));
    for (const [key, value] of Object.entries(values)) {
      if (bytes(value) > LONGEST_VALUE) throw new ServiceError('Argument too large: value');
      next.set(key, value);
    }
    let size = 0;
    for (const [key, value] of next) size += bytes(key) + bytes(value);
    if (size > LARGEST_STORE) throw new ServiceError('Argument too large: value');
    this.stores.set(store, next);
  }

  delete(store: string, key: string): void {
    this.stores.get(store)?.delete(key);
  }

  /** Puts one store's values into another. */
  copy(from: string, to: string): void {
    this.stores.set(to, new Map(this.stores.get(from)));
  }

  clear(store: string): void {
    this.stores.delete(store);
  }

  toJSON(): Record<string, Record<string, string>> {
    return Object.fromEntries([...this.stores].map(([id, values]) => [id, Object.fromEntries(values)]));
  }

  restore(state: Record<string, Record<string, string>>): void {
    this.stores = new Map(Object.entries(state).map(([id, values]) => [id, new Map(Object.entries(values))]));
  }
}
