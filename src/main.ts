/**
 * What Google calls, by name. `doGet`, `doPost`, `onOpen` and `rpc` are declared at top level by the build; triggers and
 * menu items name methods (`App.onSheetEdit`). No logic here.
 */
import { handleGet } from './api/handle-get';
import { handlePost } from './api/handle-post';
import { internalError } from './api/internal-error';
import { replayRejected as replay } from './api/replay-rejected';
import type { WebEvent } from './api/web-request';
import { composeBackstage, composeMenu, composeSetUp, composeTokens, composeTrigger, composeWeb } from './compose';
import { type DialogPage, showPage } from './google/dialogs';
import { type EditEvent, readEditEvent } from './google/edit-event';
import { htmlOutput } from './google/html-output';
import { jsonOutput, jsonText } from './google/json-output';
import { showMenu } from './google/menu';
import { reportError } from './google/report-error';
import { toastReport, toastText } from './google/toast';
import type { Mark } from './lifecycle/mark-orders';
import { onEdit } from './lifecycle/on-edit';
import { markSelection, restoreSelection, stepBack as takeStepBack } from './lifecycle/on-menu';
import { onSweep } from './lifecycle/on-sweep';
import { rebuildMissing, repairDoubleRows as repairDoubles } from './lifecycle/repair-menu';
import { onEmailsEdit } from './mail/on-emails-edit';
import { holdMails as hold, releaseMails as release } from './mail/staff/hold';
import { previewMail } from './mail/staff/preview';
import { resendMail as resend, sendTest } from './mail/staff/send-again';
import { settleUnsure } from './mail/staff/settle-unsure';
import { testMode } from './mail/staff/test-mode';
import { whatWaits as showWhatWaits } from './mail/staff/what-waits';
import { errorPage, type Page } from './pages/frame';
import { showPage as openPage, pageOf, takeForm } from './pages/handle-page';
import { onConfigEdit } from './setup/check-config';
import { runSetUp } from './setup/run-set-up';
import { TABS } from './workbook/tabs';
import { useToken } from './workspace/dialog-token';
import { METHODS } from './workspace/methods';
import { answerRpc, type RpcAnswer } from './workspace/rpc';

/** A customer's page; what nobody foresaw is a page too. */
const customerPage = (make: () => Page, where: string): GoogleAppsScript.HTML.HtmlOutput => {
  try {
    return htmlOutput(make());
  } catch (error) {
    reportError(error, where);
    return htmlOutput(errorPage(''));
  }
};

type WebOutput = GoogleAppsScript.Content.TextOutput | GoogleAppsScript.HTML.HtmlOutput;

export const doPost = (event?: WebEvent | null): WebOutput => {
  const page = pageOf(event);
  if (page) return customerPage(() => takeForm(composeWeb(), page, event), 'doPost');
  try {
    return jsonOutput(handlePost(composeWeb(), event));
  } catch (error) {
    return jsonOutput(internalError(reportError(error, 'doPost')));
  }
};

export const doGet = (event?: WebEvent | null): WebOutput => {
  const page = pageOf(event);
  if (page) return customerPage(() => openPage(composeWeb(), page, event), 'doGet');
  try {
    return jsonText(handleGet(composeWeb(), event));
  } catch (error) {
    return jsonOutput(internalError(reportError(error, 'doGet')));
  }
};

export const onOpen = (): void => showMenu();

/** Dialogs call the program through this one function: token, method, arguments. */
export const rpc = (...call: readonly unknown[]): RpcAnswer => {
  const { tokens, person } = composeTokens();
  const guard = {
    isOpen: (token: unknown) => useToken(tokens, token, person),
    backstage: composeBackstage,
    report: reportError,
  };
  return answerRpc(METHODS, guard, call);
};

/** Installable edit trigger. Acts on what stands in the sheet; the event is a hint (design.md 3). */
export const onSheetEdit = (event?: EditEvent): void => {
  const edit = readEditEvent(event);
  const ports = edit && composeTrigger();
  if (!edit || !ports) return;
  toastReport(onEdit(ports, edit));
  if (edit.sheetName === TABS.emails.name) toastText(onEmailsEdit(ports));
  toastText(onConfigEdit(ports, edit.sheetName)[0] ?? '');
};

/** Time trigger, every 5 minutes. */
export const sweep = (): void => {
  const ports = composeTrigger();
  if (ports) onSweep(ports);
};

/** Opens one of our pages for the person at the keyboard. */
const openDialog = (page: DialogPage, title: string): void => {
  SpreadsheetApp.getUi();
  const { tokens, person } = composeTokens();
  showPage(page, title, {}, tokens, person);
};

/** Menu: Set up this sheet. The dialog runs the set-up and shows what is left to do. */
export const showSetUp = (): void => openDialog('set-up', 'Set up this sheet');

/** Menu: Today. */
export const showToday = (): void => openDialog('today', 'Today');

/** Menu: Find order. */
export const showFindOrder = (): void => openDialog('find-order', 'Find order');

/** Menu: Settings. */
export const showSettings = (): void => openDialog('settings', 'Settings');

/** The set-up without its dialog: for a new sheet that has nothing to ask about. */
export const setUp = (): void => {
  SpreadsheetApp.getUi();
  runSetUp(composeSetUp());
};

/** One order is marked at once; several are shown in a dry run first. */
const markSelected = (mark: Mark): void => {
  const ports = composeMenu();
  const rows = ports.selection.orderRows().reduce((sum, { count }) => sum + count, 0);
  if (rows < 2) markSelection(ports, mark);
  else showPage('bulk', `Mark as ${mark}`, { mark }, composeTokens().tokens, ports.person);
};

/** Menu: Mark selection > paid. */
export const markPaid = (): void => {
  SpreadsheetApp.getUi();
  markSelected('paid');
};

/** Menu: Mark selection > shipped. */
export const markShipped = (): void => {
  SpreadsheetApp.getUi();
  markSelected('shipped');
};

/** Menu: Mark selection > picked up. */
export const markPickedUp = (): void => {
  SpreadsheetApp.getUi();
  markSelected('picked up');
};

/** Menu: Mark selection > paid and shipped, or paid and handed over: both steps, one mail. */
export const markPaidAndShipped = (): void => {
  SpreadsheetApp.getUi();
  markSelected('paid and shipped');
};

/** Menu: Mark selection > cancelled. */
export const markCancelled = (): void => {
  SpreadsheetApp.getUi();
  markSelected('cancelled');
};

/** Menu: Step back. */
export const stepBack = (): void => {
  SpreadsheetApp.getUi();
  takeStepBack(composeMenu());
};

/** Menu: Emails > Preview > Order received. */
export const previewReceipt = (): void => {
  SpreadsheetApp.getUi();
  previewMail(composeMenu(), 'receipt');
};

/** Menu: Emails > Preview > Payment received. */
export const previewPaid = (): void => {
  SpreadsheetApp.getUi();
  previewMail(composeMenu(), 'paid');
};

/** Menu: Emails > Preview > Shipped. */
export const previewShipped = (): void => {
  SpreadsheetApp.getUi();
  previewMail(composeMenu(), 'shipped');
};

/** Menu: Emails > Preview > Cancelled. */
export const previewCancelled = (): void => {
  SpreadsheetApp.getUi();
  previewMail(composeMenu(), 'cancelled');
};

/** Menu: Emails > Preview > Feedback request. */
export const previewFeedback = (): void => {
  SpreadsheetApp.getUi();
  previewMail(composeMenu(), 'feedback');
};

/** Menu: Emails > Send me a test. */
export const sendTestMail = (): void => {
  SpreadsheetApp.getUi();
  sendTest(composeMenu());
};

/** Menu: Emails > Resend a mail. */
export const resendMail = (): void => {
  SpreadsheetApp.getUi();
  resend(composeMenu());
};

/** Menu: Emails > Hold mails of the selection. */
export const holdMails = (): void => {
  SpreadsheetApp.getUi();
  hold(composeMenu());
};

/** Menu: Emails > Release held mails. */
export const releaseMails = (): void => {
  SpreadsheetApp.getUi();
  release(composeMenu());
};

/** Menu: Emails > Settle unsure mails. */
export const settleUnsureMails = (): void => {
  SpreadsheetApp.getUi();
  settleUnsure(composeMenu());
};

/** Menu: Emails > What waits. */
export const whatWaits = (): void => {
  SpreadsheetApp.getUi();
  showWhatWaits(composeMenu());
};

/** Menu: Emails > Test mode. */
export const setTestMode = (): void => {
  SpreadsheetApp.getUi();
  testMode(composeMenu());
};

/** Menu: Data > Rebuild missing rows. */
export const rebuildMissingRows = (): void => {
  SpreadsheetApp.getUi();
  rebuildMissing(composeMenu());
};

/** Menu: Data > Repair double rows. */
export const repairDoubleRows = (): void => {
  SpreadsheetApp.getUi();
  repairDoubles(composeMenu());
};

/** Menu: Data > Restore selected rows. */
export const restoreSelectedRows = (): void => {
  SpreadsheetApp.getUi();
  restoreSelection(composeMenu());
};

/** Menu: Data > Replay rejected order. */
export const replayRejected = (): void => {
  const ui = SpreadsheetApp.getUi();
  const ports = composeMenu();
  ui.alert('Replay rejected order', replay(ports, ports.person || 'staff'), ui.ButtonSet.OK);
};
