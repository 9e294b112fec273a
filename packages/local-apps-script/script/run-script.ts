import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import type { Outcome } from '../google/execution';
import type { Json } from '../google/operations';
import { refusedIn } from '../google/refusal';
import { besideTheScript } from './beside/index';
import { declareBuiltIns } from './built-ins';
import { htmlFile } from './html-file';
import { type Loader, loadScript } from './load';
import type { Running } from './running';

/** One run of a function of the script: plain data, so that it can be sent to a worker. */
export interface ScriptJob {
  /** The script's folder: its `.js` (or `.gs`) and `.html` files. */
  readonly folder: string;
  /** The built prelude, a path. */
  readonly prelude: string;
  readonly loader: Loader;
  readonly function: string;
  readonly args: readonly Json[];
  /** Only functions declared at top level may be called: google.script.run (docs/google.md G28 and G29). */
  readonly topLevelOnly: boolean;
  readonly running: Running;
}

/** What the runner needs from outside: service calls, the log, the clock. */
export interface ScriptHost {
  /** A JSON request to Google's side, a JSON reply. */
  call(request: string): string;
  log(line: string): void;
  /** The script asked for what is not here: `Range.foo`. */
  refuse(what: string): void;
  /** Epoch milliseconds. */
  now(): number;
}

const preludes = new Map<string, Script>();

const preludeFrom = (path: string): Script => {
  const known = preludes.get(path);
  if (known) return known;
  const script = new Script(readFileSync(path, 'utf8'), { filename: 'prelude.js' });
  preludes.set(path, script);
  return script;
};

const bodies = new Map<string, Script>();

/** Function bodies that are kept compiled: a product has a few, a test run those of its planted bugs. */
const MOST_BODIES = 8;

const compiledBody = (body: string): Script => {
  const script = bodies.get(body) ?? new Script(`(function anonymous(\n) {\n${body}\n})`, { filename: 'evaluated.js' });
  bodies.delete(body);
  bodies.set(body, script);
  const [oldest] = bodies.keys();
  if (bodies.size > MOST_BODIES && oldest !== undefined) bodies.delete(oldest);
  return script;
};

const templates = new Map<string, Script>();

/** Templates that are kept compiled. */
const MOST_TEMPLATES = 16;

/** On the template's own lines, so that an error in it has its place. */
const compiledTemplate = (name: string | null, parameters: string, body: string): Script => {
  const code = `(function anonymous(${parameters}) {${body}})`;
  const filename = name === null ? 'evaluated.js' : `${name.replace(/\.html$/, '')}.html`;
  const key = `${filename} ${code}`;
  const script = templates.get(key) ?? new Script(code, { filename });
  templates.delete(key);
  templates.set(key, script);
  const [oldest] = templates.keys();
  if (templates.size > MOST_TEMPLATES && oldest !== undefined) templates.delete(oldest);
  return script;
};

/** Evaluated, not called, so that promises of the script are carried on before the execution is over. */
const INVOKE = new Script(`{
  const invoke = __invoke;
  const request = __request;
  delete globalThis.__invoke;
  delete globalThis.__request;
  invoke(request);
}`);

/** Answers a call that needs no Google, in the same JSON as Google's side; a long text comes beside the request. */
const answerBeside = (request: string, text: string | undefined, host: ScriptHost): string => {
  const { name, args } = JSON.parse(request) as { name: string; args: Json[] };
  try {
    return JSON.stringify({ result: besideTheScript(name, text === undefined ? args : [text, ...args]) });
  } catch (error) {
    const { message } = error as Error;
    const refused = refusedIn(message);
    if (refused !== null) host.refuse(refused);
    return JSON.stringify({ error: { name: 'Exception', message } });
  }
};

const failed = (name: string, message: string, stack = ''): Outcome => ({
  status: 'failed',
  error: { name, message, stack },
});

/**
 * Runs one function in a fresh context: the prelude first, then the script's files.
 * Never throws; an error while loading is the execution's failure, as it is on Google's side.
 */
export const runScript = (job: ScriptJob, host: ScriptHost): Outcome => {
  let invoke: (request: string) => string = () => '';
  const context = createContext(
    {
      __host: {
        call: (request: string) => host.call(request),
        compile: (body: string) => compiledBody(body).runInContext(context),
        template: (name: string | null, parameters: string, body: string) =>
          compiledTemplate(name, parameters, body).runInContext(context),
        file: (name: string) => htmlFile(job.folder, name),
        local: (request: string, text?: string) => answerBeside(request, text, host),
        log: (line: string) => host.log(line),
        refuse: (what: string) => host.refuse(what),
        now: () => host.now(),
        ready: (given: (request: string) => string) => {
          invoke = given;
        },
        running: JSON.stringify(job.running),
      },
    },
    { microtaskMode: 'afterEvaluate' },
  );
  try {
    preludeFrom(job.prelude).runInContext(context);
    declareBuiltIns(context, job.folder);
    const services = new Set(Object.keys(context));
    loadScript(job.folder, context, job.loader);
    if (job.topLevelOnly) {
      const refusal = refused(job.function, context, services);
      if (refusal) return failed('Exception', refusal);
    }
  } catch (error) {
    const { name, message, stack } = error as Error;
    return failed(name ?? 'Error', message ?? String(error), stack);
  }
  Object.assign(context, { __invoke: invoke, __request: JSON.stringify({ function: job.function, args: job.args }) });
  return JSON.parse(INVOKE.runInContext(context) as string) as Outcome;
};

/** Why google.script.run may not call this name; null when it may. */
const refused = (name: string, context: Record<string, unknown>, services: ReadonlySet<string>): string | null => {
  const declared = Object.hasOwn(context, name) && typeof context[name] === 'function' && !services.has(name);
  if (!declared) return `Script function not found: ${name}`;
  return name.endsWith('_') ? `Script function not accessible: ${name}` : null;
};
