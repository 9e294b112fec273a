import { compile } from './bridge';

/** Characters from which on a text is worth being kept compiled. */
const LONG = 20_000;

const isLong = (args: readonly unknown[]): args is readonly [string] =>
  args.length === 1 && typeof args[0] === 'string' && args[0].length > LONG;

/**
 * A script that evaluates a long text by `new Function(text)`, such as a bundle that it keeps in an HTML file, gets a function
 * that the host has compiled once: the same function of the same realm, but not parsed again in each execution.
 */
export const keepLongFunctions = (): void => {
  const native = globalThis.Function;
  const made = (args: readonly unknown[], instead: () => object): object => {
    if (!isLong(args)) return instead();
    try {
      return compile(args[0]);
    } catch {
      // What isn't a function body is an error of the script's own realm.
      return instead();
    }
  };
  const kept: FunctionConstructor = new Proxy(native, {
    apply: (target, self, args): object => made(args, () => Reflect.apply(target, self, args)),
    construct: (target, args, asked): object =>
      asked === kept ? made(args, () => Reflect.construct(target, args)) : Reflect.construct(target, args, asked),
  });
  Object.defineProperty(native.prototype, 'constructor', { value: kept, writable: true, configurable: true });
  globalThis.Function = kept;
};
