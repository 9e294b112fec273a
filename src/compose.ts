import type { BackupPorts } from './backup/backup-ports';
import type { Ports } from './core/all-ports';
import type { Show } from './core/keyboard-ports';
import { customerLinksOf, statusLinkOf } from './core/links';
import { once } from './core/once';
import { NotInForce } from './core/ports';
import { OPERATOR } from './core/roles';
import { isOutdated, OUTDATED } from './core/schema';
import { RELEASE } from './core/version';
import { SheetActivityArchive } from './google/activity-archive';
import { BatchesSheet } from './google/batches-sheet';
import { SheetCellNotes } from './google/cell-notes';
import { SheetColumnFormats } from './google/column-formats';
import { DriveCopies } from './google/drive-copies';
import { SheetHeaders } from './google/header-reader';
import { ScriptInstallation } from './google/installation';
import { SheetLaboratory } from './google/laboratory';
import { LedgerSheet } from './google/ledger-sheet';
import { LIVE_SPREADSHEET, LiveSpreadsheet } from './google/live-spreadsheet';
import { MailAppMailer } from './google/mail-app-mailer';
import { ModalMailPreview } from './google/mail-preview';
import { SheetOrderReader } from './google/order-reader';
import { OrdersSheet } from './google/orders-sheet';
import { OutboxSheet } from './google/outbox-sheet';
import { UserMemory } from './google/own-memory';
import { RejectedSheet } from './google/rejected-sheet';
import { ReportLook } from './google/report-look';
import { SheetRowAppender } from './google/row-appender';
import { SalesReportTab } from './google/sales-report-tab';
import { ScratchSheet } from './google/scratch-sheet';
import { ScriptCache, ScriptLock, ScriptProperties, SheetClock, UtilitiesCrypto } from './google/script-services';
import { SheetSelection } from './google/selection';
import { SheetShow } from './google/sheet-show';
import { SheetWorkshop } from './google/sheet-workshop';
import { SheetsCommitter } from './google/sheets-committer';
import { SheetsReader } from './google/sheets-reader';
import { SheetsReportSource } from './google/sheets-report-source';
import { SheetsSnapshots } from './google/snapshots';
import { SheetTabExport } from './google/tab-export';
import { SheetTabTexts } from './google/tab-texts';
import { timelineOf } from './google/timeline';
import { installTriggers } from './google/triggers';
import { UiDesk } from './google/ui-desk';
import { DeployedWebApp } from './google/web-app';
import { UrlFetchCaller } from './google/web-caller';
import type { HealthPorts } from './health/read-health';
import { noteSweep } from './health/sweep-watch';
import { takenOverInWords, takeOverRows } from './import/take-over';
import { changeWorkbook } from './ledger/unit-of-work';
import { ForPeople } from './rpc/rpc';
import { jumpNumbers } from './setup/jump-numbers';
import { keepSettings } from './staff/settings/settings-form';

const wire = (properties: ScriptProperties, live: LiveSpreadsheet, sends: boolean): Composed => {
  const crypto = new UtilitiesCrypto();
  const webApp = new DeployedWebApp();
  const lock = new ScriptLock();
  const books = {
    crypto,
    properties,
    clock: new SheetClock(live),
    cache: new ScriptCache(),
    workbook: new SheetsReader(live),
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
    headers: new SheetHeaders(live),
    reader: new SheetOrderReader(live),
    rejected: new RejectedSheet(live),
    mailer: new MailAppMailer(),
    webApp,
    statusLink: statusLinkOf({ crypto, properties, webApp }),
    customerLinks: customerLinksOf({ crypto, properties, webApp }),
    activity: new SheetActivityArchive(live),
    rows: new SheetRowAppender(live),
    cellNotes: new SheetCellNotes(live),
    formats: new SheetColumnFormats(live),
  };
};

/** The ports, wired to Google's services, and the spreadsheet that they work on. */
export interface Composed extends Ports {
  readonly live: LiveSpreadsheet;
}

/**
 * The ports of a web request. It runs as the operator, who deployed the web app.
 * @throws NotInForce in a copy, before set-up, and where a newer program has set the sheet up.
 */
export const composeWeb = (): Composed => {
  const properties = new ScriptProperties();
  const id = properties.all()[LIVE_SPREADSHEET];
  const bound = activeSpreadsheet();
  if (!id || (bound && bound.getId() !== id)) throw new NotInForce(A_COPY);
  if (isOutdated(properties.all())) throw new NotInForce(OUTDATED);
  return wire(properties, new LiveSpreadsheet(id, () => bound ?? SpreadsheetApp.openById(id)), isOperator(properties));
};

const A_COPY =
  'This web app belongs to a copy of the live sheet, or to a sheet that is not set up: CPS Orders > Set up this sheet says what to do.';

/** Null where Google tells of none: outside the sheet that is disputed (platform-facts 2). */
const activeSpreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet | null => {
  try {
    return SpreadsheetApp.getActiveSpreadsheet();
  } catch {
    return null;
  }
};

/**
 * The ports of a trigger; null in a copy of the spreadsheet, where nothing acts (design.md 3, Only the
 * live sheet acts), and where a newer program has set the sheet up. It runs as the person who installed it: `sends` says whether that is the
 * operator.
 */
export const composeTrigger = (): Composed | null => {
  const properties = new ScriptProperties();
  const id = properties.all()[LIVE_SPREADSHEET];
  const bound = activeSpreadsheet();
  if (!id || (bound && bound.getId() !== id) || isOutdated(properties.all())) return null;
  return wire(properties, new LiveSpreadsheet(id, () => bound ?? SpreadsheetApp.openById(id)), isOperator(properties));
};

/** Whether this execution runs as the operator: only then does it mail (design.md 3). Whoever set the sheet up is it. */
const isOperator = (properties: ScriptProperties): boolean => {
  const operator = properties.all()[OPERATOR];
  return operator === undefined || operator === Session.getEffectiveUser().getEmail();
};

/**
 * The ports of a menu action, which runs as the person at the keyboard: what that person changes is stored, and mails
 * leave only when it is the operator (design.md 3, State by anyone).
 * @throws ForPeople in a copy of the spreadsheet, where nothing acts, and where a newer program has set the sheet up.
 */
export const composeMenu = () => {
  const properties = new ScriptProperties();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (properties.all()[LIVE_SPREADSHEET] !== spreadsheet.getId()) {
    throw new ForPeople('This is a copy of the live sheet, or it is not set up: nothing was done.');
  }
  if (isOutdated(properties.all())) throw new ForPeople(OUTDATED);
  const person = Session.getEffectiveUser().getEmail();
  const sends = person !== '' && person === properties.all()[OPERATOR];
  const live = new LiveSpreadsheet(spreadsheet.getId(), () => spreadsheet);
  const hands = { desk: new UiDesk(spreadsheet), selection: new SheetSelection(live), preview: new ModalMailPreview() };
  return { ...wire(properties, live, sends), ...hands, person };
};

/** What backups work with, beside the ports of a trigger or a menu action. */
export const composeBackup = <Given extends Composed>(ports: Given): Given & BackupPorts => ({
  ...ports,
  copies: new DriveCopies(ports.properties, ports.live.id),
  snapshots: new SheetsSnapshots(),
  liveId: ports.live.id,
});

/**
 * What the health check works with.
 * @param web calls the web app; null inside the web app itself.
 */
export const composeHealth = <Given extends Composed>(
  ports: Given,
  web: UrlFetchCaller | null,
): Given & HealthPorts => ({
  ...ports,
  installation: new ScriptInstallation(ports.live.id),
  version: RELEASE,
  callWebApp: web && ((url) => web.get(url)),
});

/**
 * What set-up works with: the spreadsheet in front of the person, the live one or not.
 * @throws ForPeople where a newer program has set the sheet up.
 */
export const composeSetUp = () => {
  const properties = new ScriptProperties();
  if (isOutdated(properties.all())) throw new ForPeople(OUTDATED);
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const person = Session.getEffectiveUser().getEmail();
  return {
    workshop: new SheetWorkshop(spreadsheet),
    properties,
    crypto: new UtilitiesCrypto(),
    spreadsheetId: spreadsheet.getId(),
    person,
    owner: spreadsheet.getOwner()?.getEmail() ?? '',
    installTriggers: () => {
      const installed = installTriggers(spreadsheet);
      // From now on the sweep is expected to run.
      if (installed > 0) noteSweep({ properties, clock: { now: () => new Date() } });
      return installed;
    },
    jumpNumbers: () => {
      SpreadsheetApp.flush();
      const ports = wire(properties, new LiveSpreadsheet(spreadsheet.getId(), () => spreadsheet), false);
      return jumpNumbers(ports.change, person) === 'landed';
    },
    takeOver: () => takenOverInWords(takeOverRows(composeMenu(), person)),
    mailsLeft: () => new MailAppMailer().left(),
  };
};

/** What the tokens of dialogs are kept with, and who is at the keyboard. */
export const composeTokens = () => ({
  tokens: { cache: new ScriptCache(), crypto: new UtilitiesCrypto(), now: () => new Date() },
  person: Session.getEffectiveUser().getEmail(),
});

/** What reports work with, beside the ports of a trigger or a menu action. */
export const composeReports = <Given extends { readonly live: LiveSpreadsheet }>(ports: Given) => {
  const look = new ReportLook(ports.live);
  return { ...ports, source: new SheetsReportSource(look), reportTab: new SalesReportTab(look) };
};

/** What staff's dialogs work with in the live sheet, all of it. @throws ForPeople in a copy. */
const composeLive = (openPage: OpenPage) => {
  const ports = composeBackup(composeReports(composeMenu()));
  const { spreadsheet } = ports.live;
  return {
    ...ports,
    openPage,
    show: new SheetShow(spreadsheet, openPage),
    web: new UrlFetchCaller(),
    timeline: (orderId: string) => timelineOf(spreadsheet, orderId),
    memory: new UserMemory(),
    batches: new BatchesSheet(ports.live),
    exports: new SheetTabExport(spreadsheet),
    texts: new SheetTabTexts(spreadsheet),
    writeSettings: (values: Readonly<Record<string, string>>) => keepSettings(ports, values),
  };
};

/** Shows another page in place of the one that asks for it. */
type OpenPage = Show['open'] & ((page: 'print' | 'bulk', options: object, title?: string) => void);

/** What the methods of dialogs work with; each is made when it is first needed. */
export const composeBackstage = (openPage: OpenPage) => ({
  version: RELEASE,
  setUp: composeSetUp,
  live: () => composeLive(openPage),
  selfTest: () => {
    const ports = composeTrigger();
    return ports && { ...ports, laboratory: new SheetLaboratory(ports.live.spreadsheet) };
  },
  copyProperties: () => new ScriptProperties(),
  health: () => {
    const ports = composeTrigger();
    return ports && composeHealth(ports, new UrlFetchCaller());
  },
});
