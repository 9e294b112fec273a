/**
 * The staff bundle: what menu items, dialogs and chores do. `main.ts` passes these calls on; the build turns this file into
 * a separate bundle (dist/staff-bundle.html), so that requests and edits don't have to load it. No logic here.
 */
import { backupDue, nightlyBackup } from './backup/nightly';
import { composeWeb } from './compose';
import {
  composeBackstage,
  composeBackup,
  composeChore,
  composeHealth,
  composeMenu,
  composeReports,
  composeSetUp,
  composeTokens,
} from './compose-staff';
import type { Ports } from './core/all-ports';
import { onConfigEdit } from './core/check-config';
import { SET_UP_FIRST } from './core/words';
import { lineWarnings } from './domain/address/check';
import { onEmailsEdit } from './email/on-emails-edit';
import { type Chore, runChores } from './entrypoints/chores';
import { DIALOGS, METHODS, type PageName } from './entrypoints/dialogs';
import { MENU } from './entrypoints/menu';
import { itemsOf, type OpenPage, runMenuItem } from './entrypoints/menu-item';
import { type Looked, goOnSweeping as sweepOn } from './entrypoints/sweep-whole';
import { showPage } from './google/dialogs';
import { reportError } from './google/report-error';
import { ScriptProperties } from './google/script-services';
import { UrlFetchCaller } from './google/web-caller';
import { checkHealth, healthTroubles, type Troubles } from './health/methods';
import { tellOfStop as tellNow } from './health/tell-of-stop';
import { toldOfHeaders as headersTold } from './repair/check-headers';
import { sendDigest } from './reports/digest';
import { mintToken, useToken } from './rpc/dialog-token';
import { guardMenu } from './rpc/guard-menu';
import { answerRpc, type RpcAnswer } from './rpc/rpc';
import { runSetUp } from './set-up/run-set-up';
import { noteTrigger } from './staff/self-test/self-test';
import { emailMorningList } from './staff/today/email-morning-list';
import { TABS } from './workbook/tabs';
import type { WorkbookView } from './workbook/view';

/** What each time trigger of the staff bundle has to do, in this order; one that fails doesn't stop the others. */
type Chores = readonly Chore<NonNullable<ReturnType<typeof composeChore>>>[];
const NIGHTLY: Chores = [
  { name: 'the backup', run: (ports) => nightlyBackup(composeBackup(ports)) },
  { name: 'the health check', run: (ports) => checkHealth(composeHealth(ports, new UrlFetchCaller())) },
];
const MORNING: Chores = [
  { name: 'the morning list', run: emailMorningList },
  { name: 'the weekly digest', run: (ports) => sendDigest(composeReports(ports)) },
];

const doChores = (name: string, chores: Chores): void => {
  const ports = composeChore();
  if (ports) runChores(ports, name, chores, reportError);
};

/** Time trigger, at about 3 AM. */
export const nightly = (): void => doChores('nightly', NIGHTLY);

/** For the sweep: there is something to do. It gets new ports, as Code.js has its own error classes. */
export const goOnSweeping = (looked: Looked): void => {
  const ports = composeChore();
  if (ports) sweepOn(ports, looked);
};

/** For whoever notices that the sweep has stopped. */
export const tellOfStop: Ports['tellOfStop'] = (text) => {
  const ports = composeChore();
  if (ports) tellNow(ports, text);
};

/** For the intake: what to check in an unusual address. */
export const addressLook = lineWarnings;

/** An edit of a tab where staff set something. @returns what is wrong, for the editor; blank if nothing is. */
export const toldOfSetting = (sheetName: string): string => {
  const ports = composeChore();
  if (!ports) return '';
  return sheetName === TABS.emails.name ? onEmailsEdit(ports) : (onConfigEdit(ports)[0] ?? '');
};

/** An edit of the header row of the Orders tab. @returns what is wrong with it, for the editor; blank if nothing is. */
export const toldOfHeaders = (): string => {
  const ports = composeChore();
  const problem = ports ? headersTold(ports) : '';
  return problem && `${problem} Until that is fixed, status changes are ignored: undo it, or ${SET_UP_FIRST}`;
};

/** For the sweep: a requested backup, or one that was missed at night. */
export const makeDueBackup = (): void => {
  const ports = composeChore();
  if (ports) backupDue(composeBackup(ports));
};

/** Time trigger, at about 7 AM. */
export const morning = (): void => doChores('morning', MORNING);

/** For the build: what Code.js shows of the menu, and the pages that dialogs need. */
export { DIALOGS, MENU };

/** Opens one of our pages for the user at the keyboard. */
const open: OpenPage = (look, options) => {
  const { tokens, person } = composeTokens();
  showPage(look, options, mintToken(tokens, person));
};

/** The same for a dialog that another one leads to. */
const openNamed = (page: PageName, options: object, title?: string): void => {
  const look = DIALOGS.find((each) => each.page === page);
  if (look) open({ ...look, title: title ?? look.title }, options);
};

/** A call of a dialog: token, method, arguments. */
export const rpc = (...call: readonly unknown[]): RpcAnswer => {
  const { tokens, person } = composeTokens();
  const guard = {
    isOpen: (token: unknown) => useToken(tokens, token, person),
    backstage: () => composeBackstage(openNamed),
    report: reportError,
  };
  return answerRpc(METHODS, guard, call);
};

const methodName = (handler: string): string => handler.replace('App.', '');

/** A menu item was chosen, by the method of App that it names. */
export const menu = (handler: string): void =>
  guardMenu(
    methodName(handler),
    () => {
      const item = itemsOf(MENU).find((each) => each.handler === handler);
      if (item) runMenuItem(item, composeMenu, open);
    },
    reportError,
  );

/** The set-up without its dialog: for a new sheet with nothing to ask about. */
export const setUp = (): void => guardMenu('setUp', () => void runSetUp(composeSetUp()), reportError);

/** A trigger of the self-test has run: store that and delete the trigger, in case no one waits for the answer anymore. */
export const selfTestNoted = (which: 'rang' | 'changed'): void => {
  const active = SpreadsheetApp.getActiveSpreadsheet() ? 'works' : 'is empty';
  const lock = LockService.getDocumentLock() ? 'has it' : 'does not have it';
  noteTrigger({ properties: new ScriptProperties() }, which, [active, lock]);
  composeBackstage(openNamed).selfTest()?.probe.noted(which);
};

/** For a signed GET health: what needs attention, as sentences. It runs as the operator. */
export const troubles = (view: WorkbookView): Troubles =>
  healthTroubles(composeHealth(composeWeb('known'), null), view);
