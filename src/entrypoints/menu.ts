import { BACKUPS } from '../backup/methods';
import { VERSION } from '../core/version';
import { EMAIL_KINDS, KIND_FACTS } from '../domain/email-kind';
import type { Mark } from '../domain/marks';
import { holdEmails, releaseEmails } from '../email/staff/hold';
import { WHAT_WAITS } from '../email/staff/methods';
import { previewEmail } from '../email/staff/preview';
import { resendEmail, sendTest } from '../email/staff/send-again';
import { settleUnsure } from '../email/staff/settle-unsure';
import { testMode } from '../email/staff/test-mode';
import { HEALTH } from '../health/methods';
import { PRINT } from '../print/methods';
import { EXPORT } from '../privacy/export-methods';
import { ERASE } from '../privacy/methods';
import { rebuildMissing, repairDoubleRows } from '../repair/repair-menu';
import { REPORT } from '../reports/methods';
import { SET_UP } from '../set-up/methods';
import { BULK } from '../staff/bulk/methods';
import { EVENTS } from '../staff/events/methods';
import { NEW_ORDER } from '../staff/new-order/methods';
import { ORDER_CARD } from '../staff/order-card/methods';
import { PRICE_LIST } from '../staff/price-list/methods';
import { SELF_TEST } from '../staff/self-test/methods';
import { SETTINGS_FORM } from '../staff/settings/methods';
import { TODAY } from '../staff/today/methods';
import { markSelection, restoreSelection, stepBack } from '../statuses/on-menu';
import type { Acting, KeyboardPorts, MenuEntry } from './menu-item';
import { replayRejected } from './web/replay-rejected';

/** One order is marked right away; several are listed for confirmation first. */
const marks = (mark: Mark): Acting => ({
  does: (ports, open) => {
    const rows = ports.selection.orderRows().reduce((sum, { count }) => sum + count, 0);
    if (rows < 2) markSelection(ports, mark);
    else open({ ...BULK, title: `Mark as ${mark}` }, { mark });
  },
});

const paidAndShipped = marks('paid and shipped');

/** Every kind of email that can be previewed. */
const previews = EMAIL_KINDS.flatMap((kind) => {
  const { title: name, preview: handler } = KIND_FACTS[kind];
  return handler === null ? [] : [{ name, handler, does: (ports: KeyboardPorts) => previewEmail(ports, kind) }];
});

/**
 * The whole CPS Orders menu, each item once. Staff and docs know the names, and so do scripts that use the local host
 * (demo/old-menu.ts keeps a renamed item working there); menus that are open somewhere call the handlers. So change
 * neither lightly. The build gives Code.js only names and handlers (tools/build/surface.mjs), and checks that each handler
 * is written out here.
 */
export const MENU = [
  { name: 'Today', handler: 'App.showToday', opens: TODAY },
  { name: 'Find order', handler: 'App.showFindOrder', opens: ORDER_CARD },
  { name: 'New order', handler: 'App.showNewOrder', opens: NEW_ORDER },
  {
    name: 'Mark selection',
    items: [
      { name: 'paid', handler: 'App.markPaid', ...marks('paid') },
      { name: 'shipped', handler: 'App.markShipped', ...marks('shipped') },
      { name: 'picked up', handler: 'App.markPickedUp', ...marks('picked up') },
      { name: 'paid and shipped', handler: 'App.markPaidAndShipped', ...paidAndShipped },
      { name: 'paid and handed over', handler: 'App.markPaidAndShipped', ...paidAndShipped },
      { name: 'cancelled', handler: 'App.markCancelled', ...marks('cancelled') },
    ],
  },
  { name: 'Step back', handler: 'App.stepBack', does: stepBack },
  {
    name: 'Print',
    items: [
      { name: 'Envelopes', handler: 'App.printEnvelopes', opens: PRINT, with: { kinds: ['envelopes'] } },
      { name: 'Labels', handler: 'App.printLabels', opens: PRINT, with: { kinds: ['labels'] } },
      { name: 'Packing slips', handler: 'App.printSlips', opens: PRINT, with: { kinds: ['slips'] } },
      { name: 'Lab list', handler: 'App.printLabList', opens: PRINT, with: { kinds: ['lab'] } },
      { name: 'Print history', handler: 'App.openBatch', opens: PRINT, with: { page: 'batches' } },
      { name: 'Alignment page', handler: 'App.printAlignment', opens: PRINT, with: { page: 'alignment' } },
    ],
  },
  {
    name: 'Reports',
    items: [
      { name: 'Sales report', handler: 'App.showSalesReport', opens: REPORT, with: { about: 'report' } },
      {
        name: 'Export orders',
        handler: 'App.exportOrders',
        opens: REPORT,
        title: 'Export orders',
        with: { about: 'orders' },
      },
    ],
  },
  {
    name: 'Emails',
    items: [
      {
        name: 'Preview',
        items: previews,
      },
      { name: 'Send me a test email', handler: 'App.sendTestEmail', does: sendTest },
      { name: 'Resend an email', handler: 'App.resendEmail', does: resendEmail },
      { name: 'Hold emails for selected orders', handler: 'App.holdEmails', does: holdEmails },
      { name: 'Release held emails', handler: 'App.releaseEmails', does: releaseEmails },
      { name: 'Resolve uncertain emails', handler: 'App.settleUnsureEmails', does: settleUnsure },
      { name: 'Waiting emails', handler: 'App.whatWaits', opens: WHAT_WAITS },
      { name: 'Test mode', handler: 'App.setTestMode', does: testMode },
    ],
  },
  {
    name: 'Events and prices',
    items: [
      { name: 'Events', handler: 'App.showEvents', opens: EVENTS },
      { name: 'Price list', handler: 'App.showPriceList', opens: PRICE_LIST },
    ],
  },
  {
    name: 'Data',
    items: [
      { name: 'Backups', handler: 'App.showBackups', opens: BACKUPS },
      {
        name: 'Export all data',
        handler: 'App.showExport',
        opens: EXPORT,
        // The files are named after the day in the sheet's time zone.
        with: ({ clock }) => ({ day: clock.local(clock.now()).slice(0, 10), version: VERSION }),
      },
      { name: 'Erase a customer', handler: 'App.showErase', opens: ERASE },
      { name: 'Self-test', handler: 'App.showSelfTest', opens: SELF_TEST },
      { name: 'Rebuild missing rows', handler: 'App.rebuildMissingRows', does: rebuildMissing },
      { name: 'Repair double rows', handler: 'App.repairDoubleRows', does: repairDoubleRows },
      { name: 'Restore selected rows', handler: 'App.restoreSelectedRows', does: restoreSelection },
      {
        name: 'Replay rejected order',
        handler: 'App.replayRejected',
        does: (ports) => ports.prompts.tell('Replay rejected order', replayRejected(ports, ports.person || 'staff')),
      },
    ],
  },
  { name: 'Health', handler: 'App.showHealth', opens: HEALTH },
  { name: 'Settings', handler: 'App.showSettings', opens: SETTINGS_FORM },
  { name: 'Set up this sheet', handler: 'App.showSetUp', opens: SET_UP },
] as const satisfies readonly MenuEntry[];
