/**
 * What people at the keyboard and chores work with, beside the ports of every execution (compose.ts): for the second
 * bundle only.
 */
import type { BackupPorts } from './backup/backup-ports';
import { type Composed, composeTrigger, wire } from './compose';
import type { Show } from './core/keyboard-ports';
import { movedIn } from './core/moved';
import { headersInDoubt } from './core/moved-headers';
import { OPERATOR } from './core/roles';
import { isOutdated, OUTDATED } from './core/schema';
import type { StaffPorts } from './core/staff-ports';
import { RELEASE } from './core/version';
import { lineWarnings } from './domain/address/check';
import { SheetActivityArchive } from './google/activity-archive';
import { BatchesSheet } from './google/batches-sheet';
import { SheetCellNotes } from './google/cell-notes';
import { SheetColumnFormats } from './google/column-formats';
import { DriveCopies } from './google/drive-copies';
import { ModalEmailPreview } from './google/email-preview';
import { ScriptInstallation } from './google/installation';
import { LIVE_SPREADSHEET, LiveSpreadsheet } from './google/live-spreadsheet';
import { MailAppMailer } from './google/mail-app-mailer';
import { MovingSpreadsheet } from './google/moving-sheets';
import { UserMemory } from './google/own-memory';
import { SheetPlatformProbe } from './google/platform-probe';
import { ReportLook } from './google/report-look';
import { SalesReportTab } from './google/sales-report-tab';
import { ScriptCache, ScriptProperties, UtilitiesCrypto } from './google/script-services';
import { SheetSelection } from './google/selection';
import { SheetGuards } from './google/sheet-guards';
import { SheetRoom } from './google/sheet-room';
import { SheetShow } from './google/sheet-show';
import { SheetTabBuilder } from './google/sheet-tab-builder';
import { sheetsApi } from './google/sheets-api';
import { SheetsReportSource } from './google/sheets-report-source';
import { SheetsSnapshots } from './google/snapshots';
import { SheetTabExport } from './google/tab-export';
import { SheetTabTexts } from './google/tab-texts';
import { timelineOf } from './google/timeline';
import { installTriggers, removeTriggers } from './google/triggers';
import { UiPrompts } from './google/ui-prompts';
import { UrlFetchCaller } from './google/web-caller';
import type { HealthPorts } from './health/read-health';
import { noteSweep } from './health/sweep-watch';
import { describeTakeOver, previewTakeOver, takeOverRows } from './import/take-over';
import type { MovingPorts } from './moving/moving-ports';
import { refillColumns } from './repair/refill-columns';
import { ForPeople } from './rpc/rpc';
import { jumpNumbers } from './set-up/jump-numbers';
import { lostLedger } from './set-up/lost-ledger';
import { makeRoom } from './set-up/make-room';
import { mendGuards } from './set-up/mend-guards';
import { ownHeadersBack } from './set-up/own-headers';
import { setUpTabs } from './set-up/set-up';
import { keepSettings } from './staff/settings/settings-form';
import { NOTE_TAB } from './workbook/moved-tab';

/**
 * The ports of a menu action, which runs as the person at the keyboard: what that person changes is stored, and emails
 * leave only when it is the operator (docs/design.md 3.4).
 * @param doubted headers of the Orders tab that name no column for now; as remembered unless told.
 * @throws ForPeople in a copy of the spreadsheet, where nothing acts, and where a newer program has set the sheet up.
 */
export const composeMenu = (doubted?: () => readonly string[]) => {
  const properties = new ScriptProperties();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (movedIn(properties.all())) throw new ForPeople(HAS_MOVED);
  if (properties.all()[LIVE_SPREADSHEET] !== spreadsheet.getId()) {
    throw new ForPeople("This is a copy of the live sheet, or it isn't set up yet. Nothing was changed.");
  }
  if (isOutdated(properties.all())) throw new ForPeople(OUTDATED);
  const person = Session.getEffectiveUser().getEmail();
  const sends = person !== '' && person === properties.all()[OPERATOR];
  const live = new LiveSpreadsheet(spreadsheet.getId(), () => spreadsheet);
  const hands = {
    prompts: new UiPrompts(spreadsheet),
    selection: new SheetSelection(live),
    preview: new ModalEmailPreview(),
  };
  return { ...withUpkeep(wire(properties, live, sends, doubted)), ...hands, person, addressLook: lineWarnings };
};

const HAS_MOVED =
  'This sheet is retired. Its business has moved to another one; see the Moved tab. Nothing was changed.';

/** What keeps tabs in order. */
const withUpkeep = <Given extends Composed>(ports: Given) => ({
  ...ports,
  activity: new SheetActivityArchive(ports.live),
  cellNotes: new SheetCellNotes(ports.live),
  formats: new SheetColumnFormats(ports.live),
});

/** The ports of a trigger that has more to do; null where triggers do nothing. */
export const composeChore = () => {
  const ports = composeTrigger();
  return ports && withUpkeep(ports);
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
    requireService: () => void sheetsApi().get(spreadsheet.getId(), { fields: 'spreadsheetId' }),
    tabBuilder: new SheetTabBuilder(spreadsheet),
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
    mendGuards: () => mendGuards({ ...composeMenu(), guards: new SheetGuards(spreadsheet.getId()) }),
    makeRoom: () => makeRoom({ ...composeMenu(), room: new SheetRoom(spreadsheet) }),
    ownHeaders: (orders: Parameters<typeof ownHeadersBack>[2]) =>
      ownHeadersBack(composeBackup(composeMenu()), new SheetTabBuilder(spreadsheet), orders),
    lostLedger: () => lostLedger(composeBackup(composeMenu())),
    takeOver: () => describeTakeOver(takeOverRows(composeMenu(), person)),
    previewTakeOver: () => previewTakeOver(composeMenu()),
    refill: (headers: readonly string[]) =>
      refillColumns(
        composeMenu(() => []),
        headers,
      ),
    emailsLeft: () => new MailAppMailer().remaining(),
  };
};

/** What a move from sheet to sheet works with, whatever the sheet in front of the person is. */
const composeMoving = (): MovingPorts => {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const properties = new ScriptProperties();
  if (isOutdated(properties.all())) throw new ForPeople(OUTDATED);
  const live = new LiveSpreadsheet(spreadsheet.getId(), () => spreadsheet);
  const { crypto, clock, workbook, outbox, change } = wire(properties, live, false);
  const here = new MovingSpreadsheet(spreadsheet, NOTE_TAB);
  return {
    ...{ properties, crypto, clock, workbook, outbox, change, here, builder: here.builder, release: RELEASE },
    person: Session.getEffectiveUser().getEmail(),
    removeProperties: (names) => new SheetRoom(spreadsheet).removeProperties(names),
    open: (id) => {
      try {
        return new MovingSpreadsheet(SpreadsheetApp.openById(id), NOTE_TAB);
      } catch {
        return null;
      }
    },
    installTriggers: () => void installTriggers(spreadsheet),
    removeTriggers,
    dress: () => void setUpTabs(here.builder),
    health: (url) => new UrlFetchCaller().get(`${url}?route=health`),
  };
};

/** What the tokens of dialogs are kept with, and who is at the keyboard. */
export const composeTokens = () => ({
  tokens: { cache: new ScriptCache(), crypto: new UtilitiesCrypto(), now: () => new Date() },
  person: Session.getEffectiveUser().getEmail(),
});

/** What reports work with, beside the ports of a trigger or a menu action. */
export const composeReports = <Given extends Pick<Composed, 'live' | 'properties'>>(ports: Given) => {
  const look = new ReportLook(ports.live);
  return {
    ...ports,
    source: new SheetsReportSource(look, () => headersInDoubt(ports.properties)),
    reportTab: new SalesReportTab(look),
  };
};

/** What staff's dialogs work with in the live sheet, all of it. @throws ForPeople in a copy. */
const composeLive = (openPage: OpenPage): StaffPorts => {
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
type OpenPage = Show['open'] & StaffPorts['openPage'];

/** What the methods of dialogs work with; each is made when it is first needed. */
export const composeBackstage = (openPage: OpenPage) => ({
  version: RELEASE,
  setUp: composeSetUp,
  moving: composeMoving,
  live: () => composeLive(openPage),
  selfTest: () => {
    const ports = composeTrigger();
    return ports && { ...ports, probe: new SheetPlatformProbe(ports.live.spreadsheet) };
  },
  copyProperties: () => new ScriptProperties(),
  health: () => {
    const ports = composeTrigger();
    return ports && composeHealth(ports, new UrlFetchCaller());
  },
});
