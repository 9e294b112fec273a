import { serviceError } from './bridge';
import { argumentsOf } from './events';
import { returned } from './result';

interface Request {
  readonly function: string;
  readonly args: readonly unknown[];
}

const PATH = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

/** Finds `doPost` or `App.onSheetEdit`; what a method belongs to is its `this`. */
const find = (path: string): ((...args: readonly unknown[]) => unknown) => {
  const missing = serviceError(`Script function not found: ${path}`);
  if (!PATH.test(path)) throw missing;
  const [first = '', ...rest] = path.split('.');
  let owner: unknown;
  let value: unknown;
  try {
    value = evaluate(first);
  } catch {
    throw missing;
  }
  for (const name of rest) {
    owner = value;
    value = (owner as Record<string, unknown> | null | undefined)?.[name];
  }
  if (typeof value !== 'function') throw missing;
  return (...args) => Reflect.apply(value, owner, args);
};

/** Sees top-level `const` and `class` too, which aren't properties of the global object. */
// biome-ignore lint/security/noGlobalEval: names are checked before, and the context holds only the script itself.
const evaluate = (name: string): unknown => globalThis.eval(name);

const failure = (thrown: unknown) => {
  if (thrown instanceof Error) {
    const { name, message, stack } = thrown;
    return { name, message, stack: stack ?? '' };
  }
  return { name: 'Error', message: String(thrown), stack: '' };
};

/** Runs a function of the script: a JSON request to a JSON outcome. Never throws. */
export const invoke = (request: string): string => {
  try {
    const { function: path, args } = JSON.parse(request) as Request;
    const run = find(path);
    return JSON.stringify({ status: 'completed', value: returned(run(...argumentsOf(args))) });
  } catch (thrown) {
    return JSON.stringify({ status: 'failed', error: failure(thrown) });
  }
};
