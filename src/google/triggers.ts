const EDIT_HANDLER = 'App.onSheetEdit';
const SWEEP_HANDLER = 'App.sweep';
const SWEEP_MINUTES = 5;

/** Installs the current user's triggers, once: a second run adds none (platform-facts 3). @returns how many it added. */
export const installTriggers = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): number => {
  const installed = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
  if (!installed.includes(EDIT_HANDLER))
    ScriptApp.newTrigger(EDIT_HANDLER).forSpreadsheet(spreadsheet).onEdit().create();
  if (!installed.includes(SWEEP_HANDLER))
    ScriptApp.newTrigger(SWEEP_HANDLER).timeBased().everyMinutes(SWEEP_MINUTES).create();
  return [EDIT_HANDLER, SWEEP_HANDLER].filter((handler) => !installed.includes(handler)).length;
};
