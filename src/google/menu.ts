import { hasSweepStopped } from '../health/sweep-watch';
import { VERSION } from '../version';
import { LIVE_SPREADSHEET } from './live-spreadsheet';

/** Puts the CPS Orders menu into the sheet. Its items name methods of `App` (design.md 3, Doors). */
export const showMenu = (): void => {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu(`CPS Orders ${VERSION}${trouble()}`)
    .addItem('Today', 'App.showToday')
    .addItem('Find order', 'App.showFindOrder')
    .addItem('New order', 'App.showNewOrder')
    .addSubMenu(
      ui
        .createMenu('Mark selection')
        .addItem('paid', 'App.markPaid')
        .addItem('shipped', 'App.markShipped')
        .addItem('picked up', 'App.markPickedUp')
        .addItem('paid and shipped', 'App.markPaidAndShipped')
        .addItem('paid and handed over', 'App.markPaidAndShipped')
        .addItem('cancelled', 'App.markCancelled'),
    )
    .addItem('Step back', 'App.stepBack')
    .addSubMenu(
      ui
        .createMenu('Print')
        .addItem('Envelopes', 'App.printEnvelopes')
        .addItem('Labels', 'App.printLabels')
        .addItem('Packing slips', 'App.printSlips')
        .addItem('Lab list', 'App.printLabList')
        .addItem('Open a batch', 'App.openBatch')
        .addItem('Alignment page', 'App.printAlignment'),
    )
    .addSubMenu(
      ui
        .createMenu('Reports')
        .addItem('Sales report', 'App.showSalesReport')
        .addItem('Export orders', 'App.exportOrders'),
    )
    .addSubMenu(
      ui
        .createMenu('Emails')
        .addSubMenu(
          ui
            .createMenu('Preview')
            .addItem('Order received', 'App.previewReceipt')
            .addItem('Payment received', 'App.previewPaid')
            .addItem('Shipped', 'App.previewShipped')
            .addItem('Cancelled', 'App.previewCancelled')
            .addItem('Feedback request', 'App.previewFeedback'),
        )
        .addItem('Send me a test', 'App.sendTestMail')
        .addItem('Resend a mail', 'App.resendMail')
        .addItem('Hold mails of the selection', 'App.holdMails')
        .addItem('Release held mails', 'App.releaseMails')
        .addItem('Settle unsure mails', 'App.settleUnsureMails')
        .addItem('What waits', 'App.whatWaits')
        .addItem('Test mode', 'App.setTestMode'),
    )
    .addSubMenu(
      ui.createMenu('Events and prices').addItem('Events', 'App.showEvents').addItem('Price list', 'App.showPriceList'),
    )
    .addSubMenu(
      ui
        .createMenu('Data')
        .addItem('Backups', 'App.showBackups')
        .addItem('Export all data', 'App.showExport')
        .addItem('Erase a customer', 'App.showErase')
        .addItem('Self-test', 'App.showSelfTest')
        .addItem('Rebuild missing rows', 'App.rebuildMissingRows')
        .addItem('Repair double rows', 'App.repairDoubleRows')
        .addItem('Restore selected rows', 'App.restoreSelectedRows')
        .addItem('Replay rejected order', 'App.replayRejected'),
    )
    .addItem('Health', 'App.showHealth')
    .addItem('Settings', 'App.showSettings')
    .addItem('Set up this sheet', 'App.showSetUp')
    .addToUi();
};

/** What the menu's title says when the sweep of this sheet has stopped. It runs with few rights and must not fail. */
const trouble = (): string => {
  try {
    const properties = PropertiesService.getScriptProperties().getProperties();
    const isLive = properties[LIVE_SPREADSHEET] === SpreadsheetApp.getActiveSpreadsheet().getId();
    return isLive && hasSweepStopped(properties, new Date()) ? ': please look at Health' : '';
  } catch {
    return '';
  }
};
