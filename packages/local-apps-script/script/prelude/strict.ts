import { refused } from './bridge';

/** Names that language machinery asks of any object: they answer undefined instead of throwing. */
const ASKED_BY_THE_LANGUAGE = new Set([
  'toJSON',
  'then',
  'constructor',
  'length',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
]);

/** Where an object that is guarded has its name. */
const NAME = Symbol('name');

/** What a guarded object is called: `Folder`; undefined for any other object. */
export const nameOf = (object: object): string | undefined => (object as { readonly [NAME]?: string })[NAME];

/** What is asked for beyond all that an object has; one for all objects, since making one for each takes its time. */
const GUARD = new Proxy(Object.create(Object.prototype) as object, {
  get(target, key, receiver: { readonly [NAME]: string }) {
    if (key === 'toString') return () => receiver[NAME];
    if (typeof key === 'symbol' || key in target || ASKED_BY_THE_LANGUAGE.has(key)) {
      return Reflect.get(target, key, receiver);
    }
    throw refused(`${receiver[NAME]}.${key}`);
  },
});

/**
 * What every class of Google's extends: any unknown member of an instance throws `not available in the local Apps Script:
 * Range.foo`. The guard sits at the end of the prototype chain: known members cost nothing, `instanceof` and `#private`
 * work. It is there from the class's own beginning, since another prototype afterward takes V8 a while, in each execution.
 */
export const Guarded = Object.assign(function Guarded() {}, { prototype: GUARD }) as unknown as new () => object;

/** Names a class, as its refusals and `String(instance)` do. */
export const strictClass = (type: { readonly prototype: object }, name: string): void => {
  Object.defineProperty(type.prototype, NAME, { value: name });
};

/** The same for a plain object, such as a service (`SpreadsheetApp`); returns the object itself. */
export const strict = <T extends object>(service: T, name: string): T =>
  Object.setPrototypeOf(Object.defineProperty(service, NAME, { value: name }), GUARD) as T;
