import { log, now } from './bridge';
import { strict } from './strict';

const show = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (value === null || typeof value !== 'object') return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
};

/** `%s` and `%d` in a first text are filled from the arguments that follow, as `console` and `Logger` do. */
const fill = (args: readonly unknown[]): string => {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(show).join(' ');
  const filled = first.replace(/%[sdifoOj%]/g, (mark) =>
    mark === '%%' ? '%' : rest.length > 0 ? show(rest.shift()) : mark,
  );
  return [filled, ...rest.map(show)].join(' ');
};

const level =
  (name: string) =>
  (...args: unknown[]): void =>
    log(`${name}: ${fill(args)}`);

const timers = new Map<string, number>();

const console = strict(
  {
    log: level('DEBUG'),
    info: level('INFO'),
    warn: level('WARNING'),
    error: level('ERROR'),
    time: (label = 'default'): void => void timers.set(label, now()),
    timeEnd: (label = 'default'): void => log(`DEBUG: ${label}: ${now() - (timers.get(label) ?? now())}ms`),
  },
  'console',
);

const lines: string[] = [];

const Logger = strict(
  {
    log(...args: unknown[]) {
      const text = fill(args);
      lines.push(text);
      log(`INFO: ${text}`);
      return Logger;
    },
    getLog: (): string => lines.map((line) => `${line}\n`).join(''),
    clear: (): void => void lines.splice(0),
  },
  'Logger',
);

/** `console` and `Logger`: both write to the execution's log. */
export const consoleGlobals = (): Record<string, unknown> => ({ console, Logger });
