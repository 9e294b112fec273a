import { isFor, keepId } from './trigger-ids';

type Builder = GoogleAppsScript.Script.TriggerBuilder;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Trigger = GoogleAppsScript.Script.Trigger;

const daily = (builder: Builder, hour: number, spreadsheet: Spreadsheet) =>
  builder.timeBased().everyDays(1).atHour(hour).inTimezone(spreadsheet.getSpreadsheetTimeZone()).create();

/** Every trigger of the operator: the method it calls, and when. Hours are the spreadsheet's. */
const TRIGGERS: Readonly<Record<string, (builder: Builder, spreadsheet: Spreadsheet) => Trigger>> = {
  'App.onSheetEdit': (builder, spreadsheet) => builder.forSpreadsheet(spreadsheet).onEdit().create(),
  'App.sweep': (builder) => builder.timeBased().everyMinutes(5).create(),
  'App.nightly': (builder, spreadsheet) => daily(builder, 3, spreadsheet),
  'App.morning': (builder, spreadsheet) => daily(builder, 7, spreadsheet),
};

/** The methods that the operator's triggers call. */
const HANDLERS: readonly string[] = Object.keys(TRIGGERS);
/** All that a trigger of the program may call, those of a self-test and a check of the account included. */
const KNOWN: readonly string[] = [...HANDLERS, 'App.selfTestRang', 'App.selfTestChanged', 'App.accountRang'];

/**
 * Which of the operator's triggers the current user lacks. Where Google names the handlers in a way that nobody knows again,
 * and there are as many as should be, none is missing: triggers never multiply (docs/google.md G121).
 */
export const missingTriggers = (): readonly string[] => {
  const triggers = ScriptApp.getProjectTriggers();
  const missing = HANDLERS.filter((handler) => !triggers.some((trigger) => isFor(trigger, handler)));
  const unknown = triggers.filter((trigger) => !KNOWN.some((handler) => isFor(trigger, handler)));
  return unknown.length >= HANDLERS.length ? [] : missing;
};

/**
 * Installs the current user's triggers, once: a second run adds none (docs/google.md G49).
 * @returns how many it added.
 */
export const installTriggers = (spreadsheet: Spreadsheet): number => {
  const missing = missingTriggers();
  for (const handler of missing) {
    const trigger = TRIGGERS[handler]?.(ScriptApp.newTrigger(handler), spreadsheet);
    if (trigger) keepId(handler, trigger);
  }
  return missing.length;
};

/** Removes the current user's triggers of the program: those of a retired sheet. */
export const removeTriggers = (): void => {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (KNOWN.some((handler) => isFor(trigger, handler))) ScriptApp.deleteTrigger(trigger);
};
