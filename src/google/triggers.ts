type Builder = GoogleAppsScript.Script.TriggerBuilder;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const daily = (builder: Builder, hour: number, spreadsheet: Spreadsheet) =>
  builder.timeBased().everyDays(1).atHour(hour).inTimezone(spreadsheet.getSpreadsheetTimeZone()).create();

/** Every trigger of the operator: the method it calls, and when. Hours are the spreadsheet's. */
const TRIGGERS: Readonly<Record<string, (builder: Builder, spreadsheet: Spreadsheet) => unknown>> = {
  'App.onSheetEdit': (builder, spreadsheet) => builder.forSpreadsheet(spreadsheet).onEdit().create(),
  'App.sweep': (builder) => builder.timeBased().everyMinutes(5).create(),
  'App.nightly': (builder, spreadsheet) => daily(builder, 3, spreadsheet),
  'App.morning': (builder, spreadsheet) => daily(builder, 7, spreadsheet),
};

/** The methods that the operator's triggers call. */
export const HANDLERS: readonly string[] = Object.keys(TRIGGERS);

/**
 * Installs the current user's triggers, once: a second run adds none (docs/google.md G49).
 * @returns how many it added.
 */
export const installTriggers = (spreadsheet: Spreadsheet): number => {
  const installed = new Set(ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()));
  const missing = Object.entries(TRIGGERS).filter(([handler]) => !installed.has(handler));
  for (const [handler, install] of missing) install(ScriptApp.newTrigger(handler), spreadsheet);
  return missing.length;
};
