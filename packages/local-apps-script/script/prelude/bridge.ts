import { refusalText } from '../../google/refusal';
import type { Running } from '../running';

/**
 * The one way out of the script: each service call crosses as JSON through one host object.
 * The host puts `__host` into the context; it is taken away again before the script is loaded.
 */
interface Host {
  /** Google's side, through the gate: a JSON request, a JSON reply. */
  call(request: string): string;
  /** The text of one of the script's own HTML files; null when there is none of that name. */
  file(name: string): string | null;
  /** A function without parameters whose body is the text, of the script's realm, compiled once for all executions. */
  compile(body: string): (...args: unknown[]) => unknown;
  /** The same for a template of the file `name`, with parameters. */
  template(name: string | null, parameters: string, body: string): (...args: unknown[]) => unknown;
  /** What needs no Google: digests and date formats. */
  local(request: string, text?: string): string;
  /** The script asked for what is not here. */
  refuse(what: string): void;
  /** One line for the execution's log. */
  log(line: string): void;
  /** Epoch milliseconds on the world's clock. */
  now(): number;
  /** Hands the host the function that runs a function of the script. */
  ready(invoke: (request: string) => string): void;
  /** {@link Running} as JSON. */
  readonly running: string;
}

const scope = globalThis as unknown as { __host?: Host };
const host = scope.__host as Host;
delete scope.__host;

/** The execution that this context was made for. */
export const running = JSON.parse(host.running) as Running;

/** Epoch milliseconds on the world's clock. */
export const now = (): number => host.now();

/** Writes a line to the execution's log. */
export const log = (line: string): void => host.log(line);

/** Hands the host the function that runs a function of the script. */
export const ready = (invoke: (request: string) => string): void => host.ready(invoke);

interface Reply {
  readonly result?: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly details?: unknown };
}

/** An error as services throw it: `name` is `Exception`, `message` without a prefix. Made in the script's realm. */
export const serviceError = (message: string, name = 'Exception', details?: unknown): Error => {
  const error = new Error(message);
  error.name = name;
  if (details !== undefined) Object.assign(error, { details });
  return error;
};

/**
 * The error for what is not here: `not available in the local Apps Script: Range.foo`. It is in the execution's record
 * from now on, whatever the script does with the error.
 */
export const refused = (what: string): Error => {
  host.refuse(what);
  return serviceError(refusalText(what));
};

const open = (answer: string): unknown => {
  const reply = JSON.parse(answer) as Reply;
  if (reply.error) throw serviceError(reply.error.message, reply.error.name, reply.error.details);
  return reply.result;
};

/** The text of one of the script's own HTML files, as it is: a text belongs to no realm. Null when there is none of that name. */
export const htmlFile = (name: string): string | null => host.file(name);

/** What cannot be compiled is an error of the script's realm, with the place that it names. */
const ofThisRealm = <T>(compiled: () => T): T => {
  try {
    return compiled();
  } catch (thrown) {
    const { message, stack } = thrown as Error;
    throw Object.assign(new SyntaxError(message), { stack });
  }
};

/** What `new Function(body)` makes, compiled once for all executions. @throws SyntaxError */
export const compile = (body: string): ((...args: unknown[]) => unknown) => ofThisRealm(() => host.compile(body));

/** A function of these parameters whose body is a template's code, and whose errors name the template's file. @throws SyntaxError */
export const compileTemplate = (
  name: string | null,
  parameters: readonly string[],
  body: string,
): ((...args: unknown[]) => unknown) => ofThisRealm(() => host.template(name, parameters.join(', '), body));

/** Calls Google's side and waits for the answer. Undefined arguments arrive as null. */
export const call = (name: string, ...args: unknown[]): unknown => open(host.call(JSON.stringify({ name, args })));

/** Calls a helper that runs beside the script and never reaches Google's side; neither counted nor costed. */
export const local = (name: string, ...args: unknown[]): unknown => open(host.local(JSON.stringify({ name, args })));

/** The same for a helper whose first argument is a long text, which crosses as it is: a text belongs to no realm. */
export const localWith = (text: string, name: string, ...args: unknown[]): unknown =>
  open(host.local(JSON.stringify({ name, args }), text));
