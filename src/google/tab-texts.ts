import type { PlacedText, TabTexts } from '../core/file-ports';
import { NUMBER_FORMATS } from '../workbook/requests';
import { typedText } from './typed-text';

const textsOf = (values: readonly (readonly unknown[])[]): string[][] =>
  values.map((cells) => cells.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? `${cell}` : '')));

/** What may be read as a formula even in a cell of the format `@` (docs/google.md G61). */
const FORMULA = /^[=+]/;

/** The texts of a grid that are not blank, with their places. */
const placedIn = (grid: readonly (readonly string[])[]): PlacedText[] =>
  grid.flatMap((cells, row) =>
    cells.flatMap((text, column) => (text === '' ? [] : [{ row: row + 1, column: column + 1, text }])),
  );

/** Any tab as texts; dates are left out. */
export class SheetTabTexts implements TabTexts {
  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  names(): readonly string[] {
    return this.spreadsheet.getSheets().map((sheet) => sheet.getName());
  }

  block(tab: string, from: number, count: number): readonly (readonly string[])[] {
    const sheet = this.spreadsheet.getSheetByName(tab);
    const rows = Math.min(count, (sheet?.getLastRow() ?? 0) - from + 1);
    const columns = sheet?.getLastColumn() ?? 0;
    return sheet && rows > 0 && columns > 0 ? textsOf(sheet.getRange(from, 1, rows, columns).getValues()) : [];
  }

  formulas(tab: string, row: number): ReadonlyMap<string, string> {
    const sheet = this.spreadsheet.getSheetByName(tab);
    const columns = sheet?.getLastColumn() ?? 0;
    const [formulas = []] = sheet && columns > 0 ? sheet.getRange(row, 1, 1, columns).getFormulas() : [];
    const [headers = []] = this.block(tab, 1, 1);
    return new Map(
      headers.flatMap((header, column): [string, string][] =>
        formulas[column] ? [[header.trim(), formulas[column]]] : [],
      ),
    );
  }

  replace(tab: string, row: number, before: readonly string[], after: readonly string[]): boolean {
    const sheet = this.spreadsheet.getSheetByName(tab);
    const [now = []] = this.block(tab, row, 1);
    if (!sheet || before.some((text, column) => text !== (now[column] ?? ''))) return false;
    const [formats = []] = sheet.getRange(row, 1, 1, after.length).getNumberFormats();
    after.forEach((text, column) => {
      const isText = formats[column] === NUMBER_FORMATS.text.pattern && !FORMULA.test(text);
      if (text !== before[column]) sheet.getRange(row, column + 1).setValue(isText ? text : typedText(text));
    });
    return true;
  }

  notes(tab: string): readonly PlacedText[] {
    return placedIn(this.whole(tab)?.getNotes() ?? []);
  }

  helps(tab: string): readonly PlacedText[] {
    const rules = this.whole(tab)?.getDataValidations() ?? [];
    const seen = new Set<string>();
    return placedIn(
      rules.map((cells) =>
        cells.map((rule) => {
          if (!rule) return '';
          const text = [rule.getHelpText() ?? '', ...rule.getCriteriaValues().flat().filter(isText)].join('\n').trim();
          if (seen.has(text)) return '';
          seen.add(text);
          return text;
        }),
      ),
    );
  }

  replaceNote(tab: string, { row, column, text }: PlacedText, after: string): boolean {
    const cell = this.spreadsheet.getSheetByName(tab)?.getRange(row, column);
    if (!cell || cell.getNote() !== text) return false;
    cell.setNote(after);
    return true;
  }

  /** All of a tab: a note may be where no cell holds anything. */
  private whole(tab: string): GoogleAppsScript.Spreadsheet.Range | null {
    const sheet = this.spreadsheet.getSheetByName(tab);
    return sheet ? sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()) : null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
