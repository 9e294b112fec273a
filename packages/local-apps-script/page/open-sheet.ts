import { a1, type Block, letters } from './a1';
import { api, type RowsAsked } from './api';
import type { Layout, Person, TabShown } from './contract';
import { askFilter } from './filter-dialog';
import { Grid } from './grid';
import { type CellView, SheetRows } from './sheet-rows';

/** What an open tab tells the page around it. */
export interface SheetOwner {
  person(): Person;
  selected(block: Block): void;
  /** The content of the selected cell may have changed. */
  painted(): void;
  failed(error: unknown): void;
}

const SELECT_DELAY = 120;
const MOST_FROZEN = 5;

/** The tab that is open: its rows, its grid, and what the user does in it. */
export class OpenSheet {
  private grid: Grid | null = null;
  private readonly rows: SheetRows;
  private selecting: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  private constructor(
    readonly tab: string,
    private holder: HTMLElement,
    private readonly owner: SheetOwner,
  ) {
    this.rows = new SheetRows(
      tab,
      (first, last) => {
        this.grid?.redraw(first, last);
        owner.painted();
      },
      (error) => owner.failed(error),
    );
  }

  /** Draws a tab as the host described it. */
  static async open({ name, ...shown }: TabShown, holder: HTMLElement, owner: SheetOwner): Promise<OpenSheet> {
    const sheet = new OpenSheet(name, holder, owner);
    sheet.draw(shown.layout);
    await sheet.take(shown);
    return sheet;
  }

  /** From which rows on the host is asked for `BLOCK` rows each, so that everything visible is loaded again. */
  get wanted(): readonly number[] {
    return this.rows.firstRows(this.grid?.shownRows() ?? [1]);
  }

  get selection(): Block {
    return this.grid?.selected ?? { top: 1, left: 1, bottom: 1, right: 1 };
  }

  /** Whether the user has selected anything yet. */
  get hasSelection(): boolean {
    return this.grid?.hasSelection ?? false;
  }

  /** The selection's first cell. */
  get cell(): CellView {
    return this.rows.cell(this.selection.top, this.selection.left);
  }

  /** Where the selection's first cell is on the screen; null when it cannot be seen. */
  get place(): DOMRect | null {
    return this.grid?.placeOf(this.selection.top, this.selection.left) ?? null;
  }

  /** Shows what the host has sent again. */
  async take({ layout, pieces, charts }: Omit<TabShown, 'name'>): Promise<void> {
    if (this.grid?.isOutgrown(layout)) this.redraw(layout);
    await this.grid?.rearrange(layout);
    if (this.closed) return;
    this.rows.take(pieces, this.grid?.shownRows() ?? []);
    await this.grid?.showCharts(charts);
  }

  /** Types or pastes `values` from the selection's first cell on; one value that is pasted fills the selection. */
  enter(values: readonly (readonly string[])[], isPaste = false): void {
    const { top, left, bottom, right } = this.selection;
    const isOne = values.length === 1 && values[0]?.length === 1;
    const range = isPaste && isOne ? a1({ top, left, bottom, right }) : `${letters(left)}${top}`;
    this.edit(range, values, isPaste);
  }

  /** Empties every selected cell. */
  clear(): void {
    this.edit(a1(this.selection), [['']]);
  }

  /** Copies the selection's first row into its others; the row above it when only one is selected. */
  fillDown(): void {
    const { top, left, bottom, right } = this.selection;
    const isOneRow = top === bottom;
    const from = isOneRow ? top - 1 : top;
    if (from < 1) return;
    const line = Array.from({ length: right - left + 1 }, (_, index) => this.rows.cell(from, left + index).typed);
    const values = Array.from({ length: bottom - from }, () => line);
    this.edit(a1({ top: from + 1, left, bottom, right }), values, true);
  }

  insertRows(where: 'above' | 'below'): void {
    const { top, bottom } = this.selection;
    this.change({ action: 'insert', row: where === 'above' ? top : bottom + 1, count: bottom - top + 1 });
  }

  deleteRows(): void {
    const { top, bottom } = this.selection;
    this.change({ action: 'delete', row: top, count: bottom - top + 1 });
  }

  sort(ascending: boolean): void {
    this.change({ action: 'sort', column: letters(this.selection.left), ascending });
  }

  /** Lets the user choose which values of a column are shown. */
  async filter(column = this.selection.left): Promise<void> {
    const values = await api.columnValues(this.tab, column);
    const title = this.rows.cell(1, column).display || `column ${letters(column)}`;
    const hide = await askFilter(title, values);
    if (hide !== null) this.change({ action: 'filter', column: letters(column), hide });
    this.focus();
  }

  showAllRows(): void {
    this.change({ action: 'unfilter' });
  }

  /** The selected cells as they are shown, for the clipboard; rows that a filter hides stay out. */
  async copied(): Promise<string> {
    const { top, left, bottom, right } = this.selection;
    const part = await api.copied(this.tab, top, bottom - top + 1);
    return part.display
      .filter((_, index) => !part.hiddenRows.includes(top + index))
      .map((row) => row.slice(left - 1, right).join('\t'))
      .join('\n');
  }

  /** Begins to edit the selected cell. */
  startTyping(text?: string): void {
    this.grid?.edit(text);
  }

  /** Moves the selection. */
  move(rows: number, columns: number): void {
    this.grid?.move(rows, columns);
  }

  goTo(row: number, column: number): Promise<void> {
    return this.grid?.goTo(row, column) ?? Promise.resolve();
  }

  focus(): void {
    this.grid?.focus();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.selecting);
    this.grid?.destroy();
  }

  private edit(range: string, values: readonly (readonly string[])[], isPaste = false): void {
    api.edit(this.tab, range, values, this.owner.person(), isPaste).catch((error) => this.owner.failed(error));
  }

  private change(asked: Omit<RowsAsked, 'sheet' | 'user'>): void {
    api.rows({ sheet: this.tab, user: this.owner.person(), ...asked }).catch((error) => this.owner.failed(error));
  }

  private draw(layout: Layout): void {
    const frozen = Math.min(layout.frozenRows, layout.rows - 1, MOST_FROZEN);
    this.grid = new Grid(
      this.holder,
      { layout, frozen, widths: layout.columnWidths },
      {
        cell: (row, column) => this.rows.cell(row, column),
        typed: (row, column, text) => this.edit(`${letters(column)}${row}`, [[text]]),
        selected: (block) => this.select(block),
        filter: (column) => void this.filter(column).catch((error) => this.owner.failed(error)),
      },
    );
  }

  /** Columns have come or gone. */
  private redraw(layout: Layout): void {
    const holder = document.createElement('div');
    holder.id = this.holder.id;
    this.grid?.destroy();
    this.holder.replaceWith(holder);
    this.holder = holder;
    this.draw(layout);
  }

  private select(block: Block): void {
    this.owner.selected(block);
    clearTimeout(this.selecting);
    this.selecting = setTimeout(() => {
      api.select(this.tab, a1(block), this.owner.person()).catch((error) => this.owner.failed(error));
    }, SELECT_DELAY);
  }
}
