import { running } from './bridge';
import { ScriptApp } from './script-app';
import { rangeFrom, spreadsheetFrom } from './spreadsheet/index';

/** An event as the host sends it: plain data, with references where the script gets objects. */
interface PlainEvent {
  readonly [key: string]: unknown;
  readonly rangeRef?: Parameters<typeof rangeFrom>[0];
  readonly source?: string;
  readonly authMode?: keyof typeof ScriptApp.AuthMode;
  readonly user?: string;
}

const TRIGGER_KINDS = ['simple trigger', 'edit trigger', 'change trigger', 'open trigger', 'time trigger'];

const userOf = (email: string) => ({
  getEmail: () => email,
  email,
  nickname: email.split('@')[0] ?? '',
  toString: () => email,
});

/** The objects that a trigger's handler gets, from the plain event. Other executions get their arguments as sent. */
export const argumentsOf = (args: readonly unknown[]): readonly unknown[] => {
  if (!TRIGGER_KINDS.includes(running.kind)) return args;
  const { rangeRef, source, authMode, user, ...rest } = (args[0] ?? {}) as PlainEvent;
  const event: Record<string, unknown> = { ...rest };
  if (authMode) event.authMode = ScriptApp.AuthMode[authMode];
  if (source) event.source = spreadsheetFrom(source);
  if (rangeRef) event.range = rangeFrom(rangeRef);
  if (user !== undefined) event.user = userOf(user);
  return [event];
};
