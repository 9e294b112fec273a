/**
 * The back room: what menu items, dialogs and chores do. `main.ts` hands these calls over; the build makes this file a
 * bundle of its own (dist/back-room.html), so that posts and edits do not carry it. No logic here.
 */
import { replayRejected as replay } from './api/replay-rejected';
import { backupDue, nightlyBackup } from './backup/nightly';
import {
  composeBackstage,
  composeBackup,
  composeHealth,
  composeMenu,
  composeReports,
  composeSetUp,
  composeTokens,
  composeTrigger,
  composeWeb,
} from './compose';
import { type DialogPage, showPage } from './google/dialogs';
import { reportError } from './google/report-error';
import { ScriptProperties } from './google/script-services';
import { UrlFetchCaller } from './google/web-caller';
import { checkHealth, healthTroubles } from './health/methods';
import type { Mark } from './lifecycle/mark-orders';
import { markSelection, restoreSelection, stepBack as takeStepBack } from './lifecycle/on-menu';
import { rebuildMissing, repairDoubleRows as repairDoubles } from './lifecycle/repair-menu';
import { holdMails as hold, releaseMails as release } from './mail/staff/hold';
import { previewMail } from './mail/staff/preview';
import { resendMail as resend, sendTest } from './mail/staff/send-again';
import { settleUnsure } from './mail/staff/settle-unsure';
import { testMode } from './mail/staff/test-mode';
import { PRINT_METHODS } from './print/methods';
import { sendDigest } from './reports/digest';
import { noteTrigger } from './selftest/self-test';
import { runSetUp } from './setup/run-set-up';
import { VERSION } from './version';
import { type Chore, runChores } from './workspace/chores';
import { useToken } from './workspace/dialog-token';
import { guardMenu } from './workspace/guard-menu';
import { METHODS } from './workspace/methods';
import { answerRpc, type RpcAnswer } from './workspace/rpc';
import { mailMorningList } from './workspace/today/mail-morning-list';

/** What each time trigger of the back room has to do, in this order; one that fails does not stop the others. */
type Chores = readonly Chore<NonNullable<ReturnType<typeof composeTrigger>>>[];
const NIGHTLY: Chores = [
  { name: 'the backup', run: (ports) => nightlyBackup(composeBackup(ports)) },
  { name: 'the health check', run: (ports) => checkHealth(composeHealth(ports, new UrlFetchCaller())) },
];
const MORNING: Chores = [
  { name: 'the morning list', run: mailMorningList },
  { name: 'the weekly digest', run: (ports) => sendDigest(composeReports(ports)) },
];

const doChores = (name: string, chores: Chores): void => {
  const ports = composeTrigger();
  if (ports) runChores(ports, name, chores, reportError);
};

/** Time trigger, about 3 o'clock at night. */
export const nightly = (): void => doChores('nightly', NIGHTLY);

/** For the sweep: the backup that somebody asked for, or that a night has missed. */
export const makeDueBackup = (): void => {
  const ports = composeTrigger();
  if (ports) backupDue(composeBackup(ports));
};

/** Time trigger, about 7 o'clock in the morning. */
export const morning = (): void => doChores('morning', MORNING);

/** A call of a dialog: token, method, arguments. */
export const rpc = (...call: readonly unknown[]): RpcAnswer => {
  const { tokens, person } = composeTokens();
  const guard = {
    isOpen: (token: unknown) => useToken(tokens, token, person),
    backstage: composeBackstage,
    report: reportError,
  };
  return answerRpc({ ...METHODS, ...PRINT_METHODS }, guard, call);
};

/** The actions of the menu, so that none of them fails without a sentence. */
export const forTheMenu = <Room extends Readonly<Record<string, unknown>>>(room: Room): Room =>
  guardMenu(room, reportError);

/** Opens one of our pages for the person at the keyboard. */
const openDialog = (page: DialogPage, title: string, options: unknown = {}): void => {
  const { tokens, person } = composeTokens();
  showPage(page, title, options, tokens, person);
};

/** Menu: Set up this sheet. The dialog runs the set-up and shows what is left to do. */
export const showSetUp = (): void => openDialog('set-up', 'Set up this sheet');

/** Menu: Today. */
export const showToday = (): void => openDialog('today', 'Today');

/** Menu: Find order. */
export const showFindOrder = (): void => openDialog('find-order', 'Find order');

/** Menu: New order. */
export const showNewOrder = (): void => openDialog('new-order', 'New order');

/** Menu: Events and prices > Events. */
export const showEvents = (): void => openDialog('events', 'Events');

/** Menu: Events and prices > Price list. */
export const showPriceList = (): void => openDialog('price-list', 'Price list');

/** Menu: Data > Backups: making one, and restoring from one or from the Ledger. */
export const showBackups = (): void => openDialog('backups', 'Backups');

/** Menu: Data > Export all data. The files are named by the sheet's day. */
export const showExport = (): void => {
  const { tokens, person } = composeTokens();
  const day = composeMenu().clock.local(new Date()).slice(0, 10);
  showPage('export', 'Export all data', { day, version: VERSION }, tokens, person);
};

/** Menu: Data > Erase a customer. */
export const showErase = (): void => openDialog('erase', 'Erase a customer');

/** Menu: Data > Self-test. */
export const showSelfTest = (): void => openDialog('self-test', 'Self-test');

/** A trigger of the self-test has run: it is noted and taken away, in case nobody waits for the answer any more. */
export const selfTestNoted = (which: 'rang' | 'changed'): void => {
  const active = SpreadsheetApp.getActiveSpreadsheet() ? 'works' : 'is empty';
  noteTrigger({ properties: new ScriptProperties() }, which, active);
  composeBackstage().selfTest()?.laboratory.noted(which);
};

/** Menu: Health. */
export const showHealth = (): void => openDialog('health', 'Health');

/** For a signed GET health: what is not in order, as sentences. It runs as the operator. */
export const troubles = (): readonly string[] => healthTroubles(composeHealth(composeWeb(), null));

/** Menu: Settings. */
export const showSettings = (): void => openDialog('settings', 'Settings');

/** Menu: Reports > Sales report. */
export const showSalesReport = (): void => openDialog('report', 'Sales report', { about: 'report' });

/** Menu: Reports > Export orders. */
export const exportOrders = (): void => openDialog('report', 'Export orders', { about: 'orders' });

/** The set-up without its dialog: for a new sheet that has nothing to ask about. */
export const setUp = (): void => {
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
export const markPaid = (): void => markSelected('paid');

/** Menu: Mark selection > shipped. */
export const markShipped = (): void => markSelected('shipped');

/** Menu: Mark selection > picked up. */
export const markPickedUp = (): void => markSelected('picked up');

/** Menu: Mark selection > paid and shipped, or paid and handed over: both steps, one mail. */
export const markPaidAndShipped = (): void => markSelected('paid and shipped');

/** Menu: Mark selection > cancelled. */
export const markCancelled = (): void => markSelected('cancelled');

/** Menu: Step back. */
export const stepBack = (): void => takeStepBack(composeMenu());

/** Menu: Print > Envelopes. */
export const printEnvelopes = (): void => openDialog('print', 'Print', { kinds: ['envelopes'] });

/** Menu: Print > Labels. */
export const printLabels = (): void => openDialog('print', 'Print', { kinds: ['labels'] });

/** Menu: Print > Packing slips. */
export const printSlips = (): void => openDialog('print', 'Print', { kinds: ['slips'] });

/** Menu: Print > Lab list. */
export const printLabList = (): void => openDialog('print', 'Print', { kinds: ['lab'] });

/** Menu: Print > Open a batch. */
export const openBatch = (): void => openDialog('print', 'Print', { page: 'batches' });

/** Menu: Print > Alignment page. */
export const printAlignment = (): void => openDialog('print', 'Print', { page: 'alignment' });

/** Menu: Emails > Preview > Order received. */
export const previewReceipt = (): void => previewMail(composeMenu(), 'receipt');

/** Menu: Emails > Preview > Payment received. */
export const previewPaid = (): void => previewMail(composeMenu(), 'paid');

/** Menu: Emails > Preview > Shipped. */
export const previewShipped = (): void => previewMail(composeMenu(), 'shipped');

/** Menu: Emails > Preview > Cancelled. */
export const previewCancelled = (): void => previewMail(composeMenu(), 'cancelled');

/** Menu: Emails > Preview > Feedback request. */
export const previewFeedback = (): void => previewMail(composeMenu(), 'feedback');

/** Menu: Emails > Send me a test. */
export const sendTestMail = (): void => sendTest(composeMenu());

/** Menu: Emails > Resend a mail. */
export const resendMail = (): void => resend(composeMenu());

/** Menu: Emails > Hold mails of the selection. */
export const holdMails = (): void => hold(composeMenu());

/** Menu: Emails > Release held mails. */
export const releaseMails = (): void => release(composeMenu());

/** Menu: Emails > Settle unsure mails. */
export const settleUnsureMails = (): void => settleUnsure(composeMenu());

/** Menu: Emails > What waits. */
export const whatWaits = (): void => openDialog('waits', 'What waits');

/** Menu: Emails > Test mode. */
export const setTestMode = (): void => testMode(composeMenu());

/** Menu: Data > Rebuild missing rows. */
export const rebuildMissingRows = (): void => rebuildMissing(composeMenu());

/** Menu: Data > Repair double rows. */
export const repairDoubleRows = (): void => repairDoubles(composeMenu());

/** Menu: Data > Restore selected rows. */
export const restoreSelectedRows = (): void => restoreSelection(composeMenu());

/** Menu: Data > Replay rejected order. */
export const replayRejected = (): void => {
  const ui = SpreadsheetApp.getUi();
  const ports = composeMenu();
  ui.alert('Replay rejected order', replay(ports, ports.person || 'staff'), ui.ButtonSet.OK);
};
