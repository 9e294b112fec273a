/**
 * What Google calls, by name. `doGet`, `doPost`, `onOpen`, `rpc` and `checkThisAccount` are declared at top level by the build; triggers and
 * menu items name methods (`App.onSheetEdit`). No logic here: what runs all day is wired below. What only people, chores
 * and a sweep that has something to do need is handed to the staff bundle (staff-bundle.ts), a customer's page to the page
 * bundle (page-bundle.ts): bundles of their own that are read when they are needed.
 */

import { isBackupDue } from './backup/nightly';
import { composeTrigger, composeWeb } from './compose';
import { NotInForce } from './core/ports';
import { onEdit } from './entrypoints/on-edit';
import { onSweep } from './entrypoints/on-sweep';
import { busyAnswer } from './entrypoints/web/busy-answer';
import { handleGet } from './entrypoints/web/handle-get';
import { handlePost } from './entrypoints/web/handle-post';
import { internalError } from './entrypoints/web/internal-error';
import { isBareVisit, pageOf } from './entrypoints/web/page-asked';
import type { WebEvent } from './entrypoints/web/web-request';
import { checkAccount, isOwnRun, noteAccountRang } from './google/check-account';
import { type EditEvent, readEditEvent } from './google/edit-event';
import { jsonOutput, jsonText } from './google/json-output';
import { menuHandlers, showMenu } from './google/menu';
import { reportError } from './google/report-error';
import { loadPageBundle, loadStaffBundle } from './google/side-bundles';
import { toastText } from './google/toast';
import { hasSweepStopped, watchSweep } from './health/sweep-watch';
import type * as PageBundle from './page-bundle';
import { CLOSED, type RpcAnswer } from './rpc/rpc';
import type * as StaffBundle from './staff-bundle';
import { toldOfEdit } from './statuses/report';
import { CONFIG_TABS } from './workbook/config';
import { TABS } from './workbook/tabs';

/** What cannot be done now is said in a sentence; what nobody foresaw is noted, and only its reference told. */
const failure = (error: unknown, where: string): object =>
  busyAnswer(error) ?? internalError(reportError(error, where));

/** The page bundle, read and evaluated: for customers' pages, not for what the platform asks. */
const pageBundle = (): typeof PageBundle => loadPageBundle() as typeof PageBundle;

/** The answer of the sheet that this one has moved to; null if it hasn't moved. */
const passedOn = (error: unknown, event: WebEvent | null | undefined): GoogleAppsScript.Content.TextOutput | null => {
  const text = error instanceof NotInForce ? pageBundle().passOn(event) : null;
  return text === null ? null : jsonText(text);
};

type WebOutput = GoogleAppsScript.Content.TextOutput | GoogleAppsScript.HTML.HtmlOutput;

export const doPost = (event?: WebEvent | null): WebOutput => {
  try {
    const page = pageOf(event);
    if (page) return pageBundle().takeForm(page, event);
    return jsonOutput(handlePost(composeWeb('sender'), event));
  } catch (error) {
    return passedOn(error, event) ?? jsonOutput(failure(error, 'doPost'));
  }
};

export const doGet = (event?: WebEvent | null): WebOutput => {
  try {
    const page = pageOf(event);
    if (page) return pageBundle().showPage(page, event);
    if (isBareVisit(event)) return pageBundle().showNothingHere();
    return jsonText(handleGet({ ...composeWeb('visitor'), troubles: (view) => staffBundle().troubles(view) }, event));
  } catch (error) {
    return passedOn(error, event) ?? jsonOutput(failure(error, 'doGet'));
  }
};

export const onOpen = (): void =>
  showMenu((properties) => (hasSweepStopped(properties, new Date()) ? ': please look at Health' : ''));

/** The staff bundle, read and evaluated: for people at the keyboard and for chores, not for posts and edits. */
const staffBundle = (): typeof StaffBundle => loadStaffBundle() as typeof StaffBundle;

/** Whether the caller has the sheet in front of it: a page of the web app has not (docs/google.md G26). */
const isInSheet = (): boolean => {
  try {
    SpreadsheetApp.getUi();
    return true;
  } catch {
    return false;
  }
};

/** Dialogs call the program through this one function: token, method, arguments. Strangers do not get as far as that. */
export const rpc = (...call: readonly unknown[]): RpcAnswer => (isInSheet() ? staffBundle().rpc(...call) : CLOSED);

/** Tabs in which staff set what the program goes by. */
const SETTING_TABS = [...CONFIG_TABS, 'emails'] as const;

/**
 * An edit or a sweep that has to stop until the next minute, or until staff have done something (Health says what), hasn't
 * failed: the next sweep continues. Anything else fails, so that Google notifies the operator. Matched by name, because each bundle
 * has its own classes.
 */
const unlessStopped = (work: () => void, tell: (text: string) => void): void => {
  try {
    work();
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'ReadsUsedUp') tell('The sheet is busy right now. This edit will be checked within five minutes.');
    else if (name === 'ServiceOff') tell(message);
    else throw error;
  }
};

/** Installable edit trigger. Acts on the sheet's contents; the event is a hint (docs/design.md 3.2). */
export const onSheetEdit = (event?: EditEvent): void => unlessStopped(() => lookAtEdit(event), toastText);

const lookAtEdit = (event?: EditEvent): void => {
  const edit = readEditEvent(event);
  // Before anything is read: from then on a header in doubt names no column.
  if (edit?.rowStart === 1 && edit.sheetName === TABS.orders.name) toastText(staffBundle().toldOfHeaders());
  const ports = edit && composeTrigger();
  if (!edit || !ports) return;
  toastText(toldOfEdit(onEdit(ports, edit)));
  if (SETTING_TABS.some((tab) => TABS[tab].name === edit.sheetName))
    toastText(staffBundle().toldOfSetting(edit.sheetName));
  watchSweep(ports);
};

/** Time trigger, every 5 minutes. */
export const sweep = (): void => unlessStopped(sweepNow, () => {});

const sweepNow = (): void => {
  const ports = composeTrigger();
  if (!ports) return;
  onSweep(ports, (looked) => staffBundle().goOnSweeping(looked));
  if (ports.sends && isBackupDue(ports.properties.all(), ports.clock.now())) staffBundle().makeDueBackup();
};

/** Time trigger, about 3 o'clock at night. */
export const nightly = (): void => staffBundle().nightly();

/** Time trigger, about 7 o'clock in the morning. */
export const morning = (): void => staffBundle().morning();

/** A menu method begins with `getUi()`, which fails outside the sheet (docs/design.md 3.9). */
const atTheKeyboard = (): typeof StaffBundle => {
  SpreadsheetApp.getUi();
  return staffBundle();
};

/** What the items of the menu call (entrypoints/menu.ts): the build gives these methods to App. */
export const menuMethods: Readonly<Record<string, () => void>> = Object.fromEntries(
  menuHandlers().map((handler) => [handler.replace('App.', ''), () => atTheKeyboard().menu(handler)]),
);

/** The set-up without its dialog: for a new sheet that has nothing to ask about. */
export const setUp = (): void => atTheKeyboard().setUp();

/**
 * Run from the script editor where menus fail, or what lies behind them: writes into the log what this account does not do.
 * A visitor of the web app gets nothing and changes nothing.
 */
export const checkThisAccount = (): void => {
  if (isInSheet() || isOwnRun()) for (const line of checkAccount()) console.log(line);
};

/** The trigger of that check; at any other time it does nothing. */
export const accountRang = (): void => noteAccountRang();

/** Triggers of a self-test that is under way; at any other time they do nothing. */
export const selfTestRang = (): void => staffBundle().selfTestNoted('rang');
export const selfTestChanged = (): void => staffBundle().selfTestNoted('changed');
