import type { PlatformProbe } from '../core/set-up-ports';
import { apostrophe, brokenName, copies, language, service, speed } from './probe-more';
import { type ApiError, sheetsApi } from './sheets-api';
import { loadStaffBundle } from './side-bundles';
import { isFor, keepId } from './trigger-ids';
import { typedText } from './typed-text';

const SCRATCH = 'Self-test scratch';
const REPORT = 'Self-test';
const RANG = 'App.selfTestRang';
const CHANGED = 'App.selfTestChanged';
const SECOND = 1_000;

type Batch = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;

/** Tries Google's services on a scratch tab of the live sheet. */
export class SheetPlatformProbe implements PlatformProbe {
  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  tryNow(): Readonly<Record<string, string>> {
    const id = this.spreadsheet.getId();
    // Without it nothing else can be tried: what is thrown says what to do.
    const on = service(id);
    const sheet = this.scratch();
    try {
      return {
        service: on,
        apostrophe: answer(() => apostrophe(sheet)),
        brokenName: answer(() => brokenName(this.spreadsheet)),
        ...copiesOr(() => copies(sheet, id)),
        speed: answer(() => speed(sheet, id)),
        language: answer(() => language(sheet)),
        textFormat: answer(() => this.textFormat(sheet)),
        flush: answer(() => this.flush(sheet)),
        apiValidation: answer(() => this.apiValidation(sheet)),
        ownRangeId: answer(() => this.ownRangeId(sheet)),
        unknownRange: answer(() => this.unknownRange(sheet)),
        apiSeen: answer(() => this.apiSeen(sheet)),
        rawContent: answer(rawContent),
        devUrl: answer(() => /exec$|dev$/.exec(ScriptApp.getService().getUrl() ?? '')?.[0] ?? 'none'),
      };
    } finally {
      this.spreadsheet.deleteSheet(sheet);
    }
  }

  begin(): string {
    this.end();
    const trigger = ScriptApp.newTrigger(RANG).timeBased().after(SECOND).create();
    keepId(RANG, trigger);
    keepId(CHANGED, ScriptApp.newTrigger(CHANGED).forSpreadsheet(this.spreadsheet).onChange().create());
    const sheet = this.scratch();
    SpreadsheetApp.flush();
    this.write(sheet, 0, 'changed by the Sheets service');
    return this.handlerName(trigger.getUniqueId());
  }

  /** As a list of triggers names it, not the one that was just made. */
  private handlerName(id: string): string {
    const found = ScriptApp.getProjectTriggers().find((trigger) => trigger.getUniqueId() === id);
    return found?.getHandlerFunction() || 'not at all';
  }

  end(): void {
    removeTriggers([RANG, CHANGED]);
    this.clear();
  }

  noted(which: 'rang' | 'changed'): void {
    removeTriggers([which === 'rang' ? RANG : CHANGED]);
    if (which === 'rang') this.clear();
  }

  report(lines: readonly (readonly string[])[]): void {
    const sheet =
      this.spreadsheet.getSheetByName(REPORT) ??
      this.spreadsheet.insertSheet(REPORT, this.spreadsheet.getSheets().length);
    sheet.clear();
    const values = lines.map((line) => line.map(typedText));
    sheet.getRange(1, 1, values.length, values[0]?.length ?? 1).setValues(values);
    for (const [index, width] of [320, 220, 150, 620].entries()) sheet.setColumnWidth(index + 1, width);
    sheet.getRange(1, 1, 2, 4).setFontWeight('bold');
  }

  private scratch(): GoogleAppsScript.Spreadsheet.Sheet {
    this.clear();
    return this.spreadsheet.insertSheet(SCRATCH, this.spreadsheet.getSheets().length);
  }

  /** Takes a scratch tab away that an earlier run has left. */
  private clear(): void {
    try {
      const left = this.spreadsheet.getSheetByName(SCRATCH);
      if (left) this.spreadsheet.deleteSheet(left);
    } catch {
      // It is gone already, and this run does not see it yet: that is one of the questions.
    }
  }

  private textFormat(sheet: GoogleAppsScript.Spreadsheet.Sheet): string {
    const cell = sheet.getRange('A1').setNumberFormat('@');
    SpreadsheetApp.flush();
    cell.setValue('=1+1');
    return cell.getFormula() === '' ? 'text' : 'formula';
  }

  private flush(sheet: GoogleAppsScript.Spreadsheet.Sheet): string {
    SpreadsheetApp.flush();
    sheet.getRange('A2').setValue('written');
    const { values = [] } = sheetsApi().Values.get(this.spreadsheet.getId(), `'${SCRATCH}'!A2`);
    SpreadsheetApp.flush();
    return values[0]?.[0] === 'written' ? 'sees it' : 'does not see it';
  }

  private apiValidation(sheet: GoogleAppsScript.Spreadsheet.Sheet): string {
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(['yes'], false).setAllowInvalid(false).build();
    sheet.getRange('A3').setDataValidation(rule);
    SpreadsheetApp.flush();
    return outcome(() => this.write(sheet, 2, 'no'), 'written', 'stopped');
  }

  private ownRangeId(sheet: GoogleAppsScript.Spreadsheet.Sheet): string {
    const id = 'cps_self_test';
    return outcome(
      () => {
        const range = { sheetId: sheet.getSheetId(), startRowIndex: 0, endRowIndex: 1 };
        this.batch([{ addNamedRange: { namedRange: { namedRangeId: id, name: id, range } } }]);
        this.batch([{ deleteNamedRange: { namedRangeId: id } }]);
      },
      'kept',
      'not kept',
    );
  }

  private unknownRange(sheet: GoogleAppsScript.Spreadsheet.Sheet): string {
    const requests = [cell(sheet, 4, 'late'), { deleteNamedRange: { namedRangeId: 'cps_self_test_unknown' } }];
    outcome(() => this.batch(requests), '', '');
    const { values = [] } = sheetsApi().Values.get(this.spreadsheet.getId(), `'${SCRATCH}'!A5`);
    return values.length === 0 ? 'nothing is written' : 'it is written';
  }

  private apiSeen(sheet: GoogleAppsScript.Spreadsheet.Sheet): string {
    this.write(sheet, 5, 'by the service');
    return sheet.getRange('A6').getValue() === 'by the service' ? 'seen' : 'not seen';
  }

  private write(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number, text: string): void {
    this.batch([cell(sheet, row, text)]);
  }

  private batch(requests: readonly object[]): void {
    sheetsApi().batchUpdate({ requests } as Batch, this.spreadsheet.getId());
  }
}

const removeTriggers = (handlers: readonly string[]): void => {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (handlers.some((handler) => isFor(trigger, handler))) ScriptApp.deleteTrigger(trigger);
};

const cell = (sheet: GoogleAppsScript.Spreadsheet.Sheet, rowIndex: number, stringValue: string): object => ({
  updateCells: {
    start: { sheetId: sheet.getSheetId(), rowIndex, columnIndex: 0 },
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: 'userEnteredValue',
  },
});

/** The staff bundle is read and evaluated once more. */
const rawContent = (): string => {
  const { rpc } = loadStaffBundle() as { readonly rpc?: unknown };
  return typeof rpc === 'function' ? 'whole' : 'not whole';
};

/** One answer for what goes through, another for what the Sheets service refuses. */
const outcome = (work: () => void, done: string, refused: string): string => {
  try {
    work();
    return done;
  } catch (thrown) {
    if ((thrown as ApiError).details?.code === 400) return refused;
    throw thrown;
  }
};

const copiesOr = (work: () => ReturnType<typeof copies>): Readonly<Record<string, string>> => {
  try {
    return work();
  } catch (error) {
    const failed = answer(() => {
      throw error;
    });
    return { copied: failed, copiedText: failed, readBack: failed };
  }
};

const answer = (work: () => string): string => {
  try {
    return work();
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`.slice(0, 200);
  }
};
