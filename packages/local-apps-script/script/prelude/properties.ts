import { call, running } from './bridge';
import { expectTypes } from './signature';
import { Guarded, strict, strictClass } from './strict';

class Properties extends Guarded {
  readonly #store: string;

  constructor(store: string) {
    super();
    this.#store = store;
  }

  getProperty(...args: [key: string]): string | null {
    expectTypes(args, 'PropertiesService.Properties.getProperty', 'string');
    return call('Properties.getProperty', this.#store, String(args[0])) as string | null;
  }

  getProperties(): Record<string, string> {
    return call('Properties.getProperties', this.#store) as Record<string, string>;
  }

  getKeys(): string[] {
    return Object.keys(call('Properties.getKeys', this.#store) as object);
  }

  setProperty(...args: [key: string, value: string]): this {
    expectTypes(args, 'PropertiesService.Properties.setProperty', 'string', 'string');
    call('Properties.setProperty', this.#store, String(args[0]), String(args[1]));
    return this;
  }

  setProperties(...args: [values: Record<string, unknown>, deleteAllOthers?: boolean]): this {
    expectTypes(args, 'PropertiesService.Properties.setProperties', 'object', 'boolean?');
    const texts = Object.fromEntries(Object.entries(args[0]).map(([key, value]) => [key, String(value)]));
    call('Properties.setProperties', this.#store, texts, args[1] ?? false);
    return this;
  }

  deleteProperty(...args: [key: string]): this {
    expectTypes(args, 'PropertiesService.Properties.deleteProperty', 'string');
    call('Properties.deleteProperty', this.#store, String(args[0]));
    return this;
  }

  deleteAllProperties(): this {
    call('Properties.deleteAllProperties', this.#store);
    return this;
  }
}

strictClass(Properties, 'Properties');

/** `PropertiesService`: the document's store is null where no document is open (web app, time trigger). */
export const PropertiesService = strict(
  {
    getScriptProperties: () => new Properties('script'),
    getUserProperties: () => new Properties('user'),
    getDocumentProperties: () => (hasDocument() ? new Properties('document') : null),
  },
  'PropertiesService',
);

/** Whether the document's own services are there: not in a web app or a time trigger, unless a switch says so (docs/google.md G25). */
export const hasDocument = (): boolean =>
  running.documentEverywhere || !['doGet', 'doPost', 'time trigger', 'web page'].includes(running.kind);
