import { LedgerSheet } from './google/ledger-sheet';
import { LIVE_SPREADSHEET, LiveSpreadsheet } from './google/live-spreadsheet';
import { MailAppMailer } from './google/mail-app-mailer';
import { SheetOrderReader } from './google/order-reader';
import { OrdersSheet } from './google/orders-sheet';
import { SheetOutboxClaims } from './google/outbox-claims';
import { OutboxSheet } from './google/outbox-sheet';
import { RejectedSheet } from './google/rejected-sheet';
import { ScriptCache, ScriptLock, ScriptProperties, SheetClock, UtilitiesCrypto } from './google/script-services';
import { SheetWorkshop } from './google/sheet-workshop';
import { SheetsCommitter } from './google/sheets-committer';
import { SheetsReader } from './google/sheets-reader';

const wire = (properties: ScriptProperties, live: LiveSpreadsheet, sends: boolean) => {
  const crypto = new UtilitiesCrypto();
  return {
    live,
    properties,
    crypto,
    sends,
    clock: new SheetClock(live),
    lock: new ScriptLock(),
    cache: new ScriptCache(),
    workbook: new SheetsReader(live),
    ledger: new LedgerSheet(live),
    orders: new OrdersSheet(live),
    reader: new SheetOrderReader(live),
    rejected: new RejectedSheet(live),
    committer: new SheetsCommitter(live, () => crypto.uuid()),
    mailer: new MailAppMailer(),
    outbox: new OutboxSheet(live),
    claims: new SheetOutboxClaims(live),
  };
};

/** All features' ports, wired to Google's services, once per execution. */
export type Composed = ReturnType<typeof wire>;

/**
 * The ports of a web request. It runs as the operator, who deployed the web app; the spreadsheet is opened by its
 * stored id (platform-facts 2).
 * @throws Error when the sheet is not set up.
 */
export const composeWeb = (): Composed => {
  const properties = new ScriptProperties();
  const id = properties.all()[LIVE_SPREADSHEET];
  if (!id) throw new Error('This spreadsheet is not set up. Run CPS Orders > Set up this sheet.');
  return wire(properties, new LiveSpreadsheet(id, () => SpreadsheetApp.openById(id)), true);
};

/**
 * The ports of a trigger, which runs as the operator who installed it; null in a copy of the spreadsheet, where
 * nothing acts (design.md 3, Only the live sheet acts).
 */
export const composeTrigger = (): Composed | null => {
  const properties = new ScriptProperties();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return properties.all()[LIVE_SPREADSHEET] === spreadsheet.getId()
    ? wire(properties, new LiveSpreadsheet(spreadsheet.getId(), () => spreadsheet), true)
    : null;
};

/** What set-up works with: the spreadsheet in front of the person. */
export const composeSetUp = () => {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return {
    workshop: new SheetWorkshop(spreadsheet),
    properties: new ScriptProperties(),
    crypto: new UtilitiesCrypto(),
    spreadsheet,
  };
};
