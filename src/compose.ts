import type { Ports } from './core/all-ports';
import { customerLinksOf, statusLinkOf } from './core/links';
import { headersInDoubt } from './core/moved-headers';
import { once } from './core/once';
import { NotInForce } from './core/ports';
import { areReadsShort } from './core/reads';
import { OPERATOR } from './core/roles';
import { isOutdated, OUTDATED } from './core/schema';
import { SheetHeaders } from './google/header-reader';
import { LedgerSheet } from './google/ledger-sheet';
import { LIVE_SPREADSHEET, LiveSpreadsheet } from './google/live-spreadsheet';
import { MailAppMailer } from './google/mail-app-mailer';
import { OrdersSheet } from './google/orders-sheet';
import { OutboxSheet } from './google/outbox-sheet';
import { RejectedSheet } from './google/rejected-sheet';
import { SheetRowAppender } from './google/row-appender';
import { ScratchSheet } from './google/scratch-sheet';
import { ScriptCache, ScriptLock, ScriptProperties, SheetClock, UtilitiesCrypto } from './google/script-services';
import { SheetsCommitter } from './google/sheets-committer';
import { SheetsReader } from './google/sheets-reader';
import { emailWriter, loadStaffBundle } from './google/side-bundles';
import { DeployedWebApp } from './google/web-app';
import { changeWorkbook } from './ledger/unit-of-work';

/**
 * The ports of an execution, wired to Google's services.
 * @param sends whether it may send email: the operator's may.
 * @param doubted headers of the Orders tab that name no column for now.
 */
export const wire = (
  properties: ScriptProperties,
  live: LiveSpreadsheet,
  sends: boolean,
  doubted = (): readonly string[] => headersInDoubt(properties),
): Composed => {
  const crypto = new UtilitiesCrypto();
  const webApp = new DeployedWebApp();
  const lock = new ScriptLock();
  const clock = new SheetClock(live);
  const books = {
    crypto,
    properties,
    clock,
    cache: new ScriptCache(),
    workbook: new SheetsReader(live, doubted, () => areReadsShort(properties, clock.now())),
    ledger: new LedgerSheet(live),
    orders: new OrdersSheet(live),
    outbox: new OutboxSheet(live),
    scratch: new ScratchSheet(live),
  };
  const committer = new SheetsCommitter(live, () => crypto.uuid());
  return {
    ...books,
    change: changeWorkbook({ ...books, lock, committer }),
    once: once({ lock, properties }),
    live,
    sends,
    headers: new SheetHeaders(live, doubted),
    rejected: new RejectedSheet(live),
    mailer: new MailAppMailer(),
    emails: emailWriter,
    webApp,
    statusLink: statusLinkOf({ crypto, properties, webApp }),
    customerLinks: customerLinksOf({ crypto, properties, webApp }),
    addressLook: (address, name) => rare().addressLook(address, name),
    tellOfStop: (text) => rare().tellOfStop(text),
    rows: new SheetRowAppender(live),
  };
};

/** In the staff bundle: few executions need these, and every one would carry them. */
const rare = () => loadStaffBundle() as Pick<Ports, 'addressLook' | 'tellOfStop'>;

/** The ports, wired to Google's services, and the spreadsheet that they work on. */
export interface Composed extends Ports {
  readonly live: LiveSpreadsheet;
}

/**
 * The ports of a web request. It runs as the operator, who deployed the web app.
 * @param by a `visitor` or `sender` can be anyone: they get properties that may be half a minute old, so that strangers can't use up
 * the quota (docs/design.md 3.8). Whoever has proved to be `known` gets the current ones.
 * @throws NotInForce in a copy, before set-up, and where a newer program has set up the sheet.
 */
export const composeWeb = (by: 'visitor' | 'sender' | 'known'): Composed => {
  const properties = new ScriptProperties(by !== 'known');
  try {
    const composed = wireWeb(properties);
    if (by === 'visitor') properties.keepCopy();
    return composed;
  } catch (error) {
    if (by !== 'known' && error instanceof NotInForce) properties.keepCopy();
    throw error;
  }
};

const wireWeb = (properties: ScriptProperties): Composed => {
  const id = properties.all()[LIVE_SPREADSHEET];
  const bound = activeSpreadsheet();
  if (!id || (bound && bound.getId() !== id)) throw new NotInForce(A_COPY);
  if (isOutdated(properties.all())) throw new NotInForce(OUTDATED);
  return wire(properties, new LiveSpreadsheet(id, () => bound ?? SpreadsheetApp.openById(id)), isOperator(properties));
};

const A_COPY =
  "This web app belongs to a copy of the live sheet, or to a sheet that isn't set up yet. To fix this, choose CPS Orders > Set up this sheet.";

/** Null if Google reports none. Whether it does outside the sheet is disputed (docs/google.md G27). */
const activeSpreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet | null => {
  try {
    return SpreadsheetApp.getActiveSpreadsheet();
  } catch {
    return null;
  }
};

/**
 * The ports of a trigger; null in a copy of the spreadsheet, where nothing acts (docs/design.md 3.5), and where a newer
 * program has set the sheet up. It runs as the person who installed it: `sends` says whether that is the operator.
 */
export const composeTrigger = (): Composed | null => {
  const properties = new ScriptProperties();
  const id = properties.all()[LIVE_SPREADSHEET];
  const bound = activeSpreadsheet();
  if (!id || (bound && bound.getId() !== id) || isOutdated(properties.all())) return null;
  return wire(properties, new LiveSpreadsheet(id, () => bound ?? SpreadsheetApp.openById(id)), isOperator(properties));
};

/**
 * Whether this execution runs as the operator: only then does it email (docs/design.md 3.4). Whoever set the sheet up is
 * it.
 */
const isOperator = (properties: ScriptProperties): boolean => {
  const operator = properties.all()[OPERATOR];
  return operator === undefined || operator === Session.getEffectiveUser().getEmail();
};
