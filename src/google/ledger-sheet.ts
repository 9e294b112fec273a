import { type LedgerBook, type SheetRow, Unreadable } from '../core/ports';
import { columnLetters } from '../workbook/a1';
import { type Cell, type Layout, layoutOf, rowOf, textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import { type Places, type TabPlace, tabProblem } from '../workbook/view';
import type { LiveSpreadsheet } from './live-spreadsheet';

const FIRST_ROW = 2;
/** How often a row is looked for that moves while it is read. */
const MOST_SEARCHES = 5;
/** More rows than this are read as one block from the first to the last of them. */
const MOST_SINGLE_READS = 3;

const rowsFrom = (layout: Layout, values: readonly Cell[][], from: number): SheetRow[] =>
  values.map((cells, index) => ({ at: from + index, cells: rowOf(layout, cells) }));

/** The Ledger tab through SpreadsheetApp: newest row first. */
export class LedgerSheet implements LedgerBook {
  constructor(private readonly live: LiveSpreadsheet) {}

  newest(view: Places, rows: number): readonly SheetRow[] {
    const { layout } = placeOf(view);
    const columns = (layout.columns.get('Head') ?? TABS.ledger.columns.length - 1) + 1;
    const last = columnLetters(columns - 1);
    return rowsFrom(layout, this.values(`A${FIRST_ROW}:${last}${FIRST_ROW + rows - 1}`), FIRST_ROW).filter(
      (row) => row.cells['Order ID'] !== '' || row.cells.Head !== '',
    );
  }

  find(view: Places, header: string, text: string): SheetRow | null {
    return this.search(view, [header], [text]);
  }

  findContent(
    view: Places,
    fingerprints: readonly string[],
    headers: readonly string[] = ['Fingerprint', 'Replaces'],
  ): SheetRow | null {
    return this.search(view, headers, [...new Set(fingerprints)]);
  }

  glance(orderId: string): SheetRow | null {
    const sheet = this.live.tab('ledger');
    const at =
      sheet &&
      finder(sheet.getRange(`A${FIRST_ROW}:A`), [orderId])
        .findNext()
        ?.getRow();
    if (!sheet || !at) return null;
    const [values = []] = sheet.getRange(at, 1, 1, FIRST_LAYOUT.columns.size).getValues() as Cell[][];
    const cells = rowOf(FIRST_LAYOUT, values);
    return textOf(cells['Order ID']) === orderId ? { at, cells } : null;
  }

  /**
   * One search over some columns and whatever is between them: no other cell holds such a text. Without the lock
   * the found row may move on before it is read, so what was read is compared, and searched for again.
   * @throws Error when the row would not be in place.
   */
  private search(view: Places, headers: readonly string[], texts: readonly string[]): SheetRow | null {
    const { layout } = placeOf(view);
    const sheet = this.live.needTab('ledger');
    const columns = headers.map((header) => layout.columns.get(header) ?? 0);
    const [first, last] = [Math.min(...columns), Math.max(...columns)].map(columnLetters);
    const area = `${first}${FIRST_ROW}:${last}`;
    const range = sheet.getRange(area);
    const wanted = texts.map((text) => text.trim());
    const isFound = (cell: unknown): boolean => wanted.includes(textOf(cell as Cell));
    const find = (): number | undefined => {
      // A finder goes on from its last match, so each search has its own.
      if (!this.live.areReadsLate) return finder(range, texts).findNext()?.getRow();
      const place = this.values(area).findIndex((cells) => cells.some(isFound));
      return place < 0 ? undefined : FIRST_ROW + place;
    };
    for (let tries = 0; tries < MOST_SEARCHES; tries++) {
      const at = find();
      if (at === undefined) return null;
      const [cells = {}] = this.rows(layout, at, 1).map((row) => row.cells);
      if (headers.some((header) => isFound(cells[header]))) return { at, cells };
    }
    throw new Error('The Ledger is changing too fast to read.');
  }

  index(view: Places): readonly SheetRow[] {
    return this.upTo(view, 'Accepted At');
  }

  upToProgress(view: Places): readonly SheetRow[] {
    return this.upTo(view, 'Progress');
  }

  /** By A1, so that no row count is asked for: an order that arrives in the meantime would push the oldest one out of it. */
  private upTo(view: Places, header: string): readonly SheetRow[] {
    const { layout } = placeOf(view);
    const last = columnLetters(layout.columns.get(header) ?? 0);
    const values = this.values(`A${FIRST_ROW}:${last}`);
    const id = layout.columns.get('Order ID') ?? 0;
    // The blank rows below are many, and are not looked at any further.
    return values.flatMap((cells, index) =>
      (cells[id] ?? '') === '' ? [] : [{ at: FIRST_ROW + index, cells: rowOf(layout, cells) }],
    );
  }

  whole(view: Places, rows: readonly number[]): readonly SheetRow[] {
    const { layout } = placeOf(view);
    const read = (from: number, count: number): SheetRow[] => this.rows(layout, from, count);
    if (rows.length <= MOST_SINGLE_READS) return rows.flatMap((row) => read(row, 1));
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const wanted = new Set(rows);
    return read(first, last - first + 1).filter((row) => wanted.has(row.at));
  }

  block(view: Places, from: number, count: number): readonly SheetRow[] {
    const { layout } = placeOf(view);
    const sheet = this.live.needTab('ledger');
    const rows = Math.min(count, sheet.getMaxRows() - from + 1);
    if (rows < 1) return [];
    return this.rows(layout, from, rows);
  }

  column(view: Places, header: string): readonly Cell[] {
    const { layout } = placeOf(view);
    return this.values(columnBelow(layout.columns.get(header) ?? 0)).map(([cell = '']) => cell);
  }

  private rows(layout: Layout, from: number, count: number): SheetRow[] {
    const last = columnLetters(layout.columns.size - 1);
    return rowsFrom(layout, this.values(`A${from}:${last}${from + count - 1}`), from);
  }

  private values(range: string): readonly Cell[][] {
    this.live.needTab('ledger');
    return this.live.values('ledger', range) as readonly Cell[][];
  }
}

/** Looks for cells that hold exactly one of these texts. Several are fingerprints: hex digits, so no pattern hides in them. */
const finder = (
  range: GoogleAppsScript.Spreadsheet.Range,
  texts: readonly string[],
): GoogleAppsScript.Spreadsheet.TextFinder => {
  const found = range.createTextFinder(texts.join('|')).matchEntireCell(true).matchCase(true);
  return texts.length > 1 ? found.useRegularExpression(true) : found;
};

/** The Ledger as set-up makes it. */
const FIRST_LAYOUT = layoutOf(
  'ledger',
  TABS.ledger.columns.map(({ header }) => header),
);

const placeOf = (view: Places): TabPlace => {
  const place = view.places.ledger;
  const problem = tabProblem(view, 'ledger');
  if (!place || problem) throw new Unreadable(problem);
  return place;
};

/** A whole column below its header, in A1. */
export const columnBelow = (index: number): string => {
  const letters = columnLetters(index);
  return `${letters}${FIRST_ROW}:${letters}`;
};

/** A whole column below its header, by A1 so that no row count has to be asked for. */
export const columnRange = (
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  index: number,
): GoogleAppsScript.Spreadsheet.Range => sheet.getRange(columnBelow(index));
