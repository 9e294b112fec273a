import { TextOutput } from './content';
import { DESCRIBE } from './describe';
import { HtmlOutput } from './html';

/** A returned value as it leaves the script; the host's `ScriptValue`. */
export type Returned =
  | { readonly type: 'text'; readonly mimeType: string; readonly content: string; readonly fileName: string | null }
  | ({ readonly type: 'html' } & ReturnType<HtmlOutput[typeof DESCRIBE]>)
  | { readonly type: 'json'; readonly value: unknown; readonly lost: boolean }
  | { readonly type: 'nothing' }
  | { readonly type: 'unsupported' };

/** Keys that end like this are dropped by google.script.run (docs/google.md G107). */
const VANISHING_KEY = /__$/;

const plain = (value: unknown, dates: { found: boolean }): unknown => {
  if (value instanceof Date) {
    dates.found = true;
    return null;
  }
  if (Array.isArray(value)) return Array.from(value, (item) => plain(item, dates));
  if (value !== null && typeof value === 'object') {
    const kept = Object.entries(value).filter(([key, item]) => !VANISHING_KEY.test(key) && carried(item));
    return Object.fromEntries(kept.map(([key, item]) => [key, plain(item, dates)]));
  }
  return carried(value) ? value : null;
};

const carried = (value: unknown): boolean => !['undefined', 'function', 'symbol', 'bigint'].includes(typeof value);

/** Tells the kinds of returned value apart, with the losses of google.script.run for plain ones. */
export const returned = (value: unknown): Returned => {
  if (value instanceof TextOutput) return { type: 'text', ...value[DESCRIBE]() };
  if (value instanceof HtmlOutput) return { type: 'html', ...value[DESCRIBE]() };
  if (value === undefined) return { type: 'nothing' };
  if (value instanceof Promise) value.catch(() => {});
  if (value instanceof Promise || typeof value === 'function') return { type: 'unsupported' };
  const dates = { found: false };
  const json = plain(value, dates);
  return { type: 'json', value: json, lost: dates.found };
};
