/**
 * What Google calls, by name. `doGet`, `doPost`, `onOpen` and `rpc` are declared at top level by the build; triggers and
 * menu items name methods (`App.onSheetEdit`). No logic here.
 */
import { handleGet } from './api/handle-get';
import { handlePost } from './api/handle-post';
import { INTERNAL_ERROR } from './api/internal-error';
import type { WebEvent } from './api/web-request';
import { composeSetUp, composeTrigger, composeWeb } from './compose';
import { type EditEvent, readEditEvent } from './google/edit-event';
import { jsonOutput, jsonText } from './google/json-output';
import { showMenu } from './google/menu';
import { reportError } from './google/report-error';
import { toastReport } from './google/toast';
import { installTriggers } from './google/triggers';
import { onEdit } from './lifecycle/on-edit';
import { onSweep } from './lifecycle/on-sweep';
import { makeSecrets } from './setup/secrets';
import { setUpTabs } from './setup/set-up';

export const doPost = (event?: WebEvent): GoogleAppsScript.Content.TextOutput => {
  try {
    return jsonOutput(handlePost(composeWeb(), event));
  } catch (error) {
    reportError(error);
    return jsonOutput(INTERNAL_ERROR);
  }
};

export const doGet = (event?: WebEvent): GoogleAppsScript.Content.TextOutput => {
  try {
    return jsonText(handleGet(composeWeb(), event));
  } catch (error) {
    reportError(error);
    return jsonOutput(INTERNAL_ERROR);
  }
};

export const onOpen = (): void => showMenu();

/** Dialogs call the program through this one function; there are none yet. */
export const rpc = (): never => {
  throw new Error('This dialog is not open any more. Please open it again from the CPS Orders menu.');
};

/** Installable edit trigger. Acts on what stands in the sheet; the event is a hint (design.md 3). */
export const onSheetEdit = (event?: EditEvent): void => {
  const edit = readEditEvent(event);
  const ports = edit && composeTrigger();
  if (!edit || !ports) return;
  toastReport(onEdit(ports, edit));
};

/** Time trigger, every 5 minutes. */
export const sweep = (): void => {
  const ports = composeTrigger();
  if (ports) onSweep(ports);
};

/** Menu: Set up this sheet. */
export const setUp = (): void => {
  SpreadsheetApp.getUi();
  const { workshop, properties, crypto, spreadsheet } = composeSetUp();
  setUpTabs(workshop);
  makeSecrets(properties, crypto, spreadsheet.getId());
  installTriggers(spreadsheet);
};
