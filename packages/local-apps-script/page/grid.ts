import {
  type CellComponent,
  type ColumnDefinition,
  EditModule,
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  KeybindingsModule,
  type RangeComponent,
  ResizeColumnsModule,
  ResizeTableModule,
  type RowComponent,
  SelectRangeModule,
  Tabulator,
} from 'tabulator-tables';
import { type Block, letters } from './a1';
import { cellEditor } from './cell-editor';
import { paintCell } from './cell-paint';
import { Charts } from './charts';
import { type FittedCell, fittingWidth } from './column-width';
import type { Layout, SheetChart } from './contract';
import { FrozenRows } from './frozen-rows';
import type { CellView } from './sheet-rows';

Tabulator.registerModule([
  EditModule,
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  KeybindingsModule,
  ResizeColumnsModule,
  ResizeTableModule,
  SelectRangeModule,
]);

const ROW_HEIGHT = 26;
const ROW_HEADER = 52;

/** How a tab is drawn: its layout, how many of its rows stay on top, and the widths in pixels of those columns that have one of their own. */
export interface GridSize {
  readonly layout: Layout;
  readonly frozen: number;
  readonly widths: readonly (number | null)[];
}

/** What the grid needs to know and tells. Rows and columns are counted from 1, as in the sheet. */
export interface GridOwner {
  cell(row: number, column: number): CellView;
  /** The user finished typing into a cell. */
  typed(row: number, column: number, text: string): void;
  /** The user selected cells. */
  selected(block: Block): void;
  /** The user asks for a column's filter. */
  filter(column: number): void;
}

/**
 * One tab, drawn by Tabulator: column letters, row numbers, frozen rows as part of the header, and below them only
 * those rows that can be seen. The cells' content comes from the owner each time a row is drawn.
 */
export class Grid {
  private readonly table: Tabulator;
  private readonly ready: Promise<void>;
  private readonly columns: number;
  private readonly frozen: FrozenRows;
  private readonly widths: readonly (number | null)[];
  private readonly charts = new Charts((row, column) => this.cornerOf(row, column));
  private layout: Layout;
  private readonly shown = new Set<number>();
  private widened = false;
  private isSelected = false;
  private firstText: string | undefined;
  private selection: Block = { top: 1, left: 1, bottom: 1, right: 1 };

  constructor(
    holder: HTMLElement,
    { layout, frozen, widths }: GridSize,
    private readonly owner: GridOwner,
  ) {
    this.layout = layout;
    const columns = layout.columns;
    this.columns = columns;
    this.frozen = new FrozenRows(frozen, {
      cell: (row, column) => owner.cell(row, column),
      select: (block) => this.select(block),
      filter: (column) => owner.filter(column),
    });
    this.frozen.showFiltered(layout.filtered);
    this.widths = widths;
    this.table = new Tabulator(holder, {
      data: this.rowsFrom(frozen + 1),
      index: 'n',
      height: '100%',
      layout: 'fitData',
      rowHeight: ROW_HEIGHT,
      renderVerticalBuffer: 8 * ROW_HEIGHT,
      columns: Array.from({ length: columns }, (_, index) => this.column(index + 1)),
      columnDefaults: { resizable: 'header' },
      rowHeader: {
        width: ROW_HEADER,
        frozen: true,
        hozAlign: 'center',
        resizable: false,
        cssClass: 'row-number',
        titleFormatter: () => this.frozen.head('', 0),
        formatter: (cell: CellComponent) => String(cell.getData().n),
      },
      selectableRange: 1,
      selectableRangeColumns: true,
      selectableRangeRows: true,
      selectableRangeInitializeDefault: false,
      editTriggerEvent: 'dblclick',
      placeholder: '',
    });
    this.ready = new Promise((resolve) =>
      this.table.on('tableBuilt', () => {
        this.describe();
        const scrolled = this.table.element.querySelector('.tabulator-tableholder');
        if (scrolled) this.charts.standIn(scrolled);
        resolve();
      }),
    );
    // The right button selects a cell, too, when none is selected.
    holder.addEventListener('mousedown', (event) => this.firstCell(event), { capture: true });
    this.table.on('columnResized', () => this.charts.arrange());
    const changed = (range: RangeComponent): void => this.rangeChanged(range);
    this.table.on('rangeAdded', changed);
    this.table.on('rangeChanged', changed);
  }

  /** What is selected. */
  get selected(): Block {
    return this.selection;
  }

  /** Whether the user has selected anything yet; until then it is A1. */
  get hasSelection(): boolean {
    return this.isSelected;
  }

  /** The rows that are drawn, those just outside the view and frozen ones included. */
  shownRows(): number[] {
    const frozen = Array.from({ length: this.frozen.count }, (_, index) => index + 1);
    return [...frozen, ...this.drawnRows().map((row) => row.getData().n)];
  }

  /** Draws again what is drawn of the rows `first` to `last`. */
  redraw(first: number, last: number): void {
    if (first <= this.frozen.count) this.frozen.paint();
    if (!this.widened) this.widen(Math.max(first, this.frozen.count + 1), last);
    for (const row of this.drawnRows()) {
      const { n } = row.getData();
      if (n < first || n > last) continue;
      for (const cell of row.getCells()) this.paint(cell);
    }
  }

  /** Shows what happened to the tab: its length, and which rows are hidden. */
  async rearrange(layout: Layout): Promise<void> {
    const before = this.layout;
    this.layout = layout;
    await this.ready;
    this.frozen.showFiltered(layout.filtered);
    const sameHidden = JSON.stringify(before.hiddenRows) === JSON.stringify(layout.hiddenRows);
    if (sameHidden && layout.rows === before.rows) return;
    if (sameHidden && layout.rows > before.rows) await this.table.addData(this.rowsFrom(before.rows + 1));
    else await this.table.replaceData(this.rowsFrom(this.frozen.count + 1));
    this.charts.arrange();
  }

  /** Whether the tab has changed so that it must be drawn again. */
  isOutgrown({ columns, frozenRows, hiddenColumns }: Layout): boolean {
    const { layout } = this;
    return (
      columns !== layout.columns ||
      frozenRows !== layout.frozenRows ||
      JSON.stringify(hiddenColumns) !== JSON.stringify(layout.hiddenColumns)
    );
  }

  /** Puts the keyboard into the grid; selects a cell when none is selected. */
  focus(): void {
    this.table.element.querySelector<HTMLElement>('.tabulator-tableholder')?.focus({ preventScroll: true });
  }

  /** Selects one cell and brings it into view. */
  async goTo(row: number, column: number): Promise<void> {
    await this.ready;
    const component = this.rowOf(row);
    if (!component) return;
    await this.table.scrollToRow(row, 'center', false).catch(() => {});
    const holder = this.table.element.querySelector('.tabulator-tableholder');
    const width = holder?.clientWidth ?? 0;
    const cell = component.getCell(letters(column));
    const place = cell.getElement().offsetLeft;
    if (holder && (place < holder.scrollLeft + ROW_HEADER || place > holder.scrollLeft + width - 160))
      holder.scrollLeft = Math.max(0, place - width / 2);
    this.setRange(cell);
    this.focus();
  }

  /** Where a cell is on the screen; null when it cannot be seen. */
  placeOf(row: number, column: number): DOMRect | null {
    if (row <= this.frozen.count) return this.frozen.element(row, column)?.getBoundingClientRect() ?? null;
    const component = this.table.getRows('visible').find((each) => each.getData().n === row);
    return component?.getCell(letters(column)).getElement().getBoundingClientRect() ?? null;
  }

  /** Begins to edit the selected cell, with `text` in place of its content when the user just began to type. */
  edit(text?: string): void {
    const { top, left } = this.selection;
    const row = this.rowOf(top);
    if (!row) return;
    this.firstText = text;
    row.getCell(letters(left)).edit(true);
  }

  /** Selects the cell that is `rows` below and `columns` right of the selected one; hidden rows are passed over. */
  move(rows: number, columns: number): void {
    const column = Math.min(Math.max(this.selection.left + columns, 1), this.columns);
    const first = this.frozen.count + 1;
    let row = Math.min(Math.max(this.selection.top + rows, first), this.layout.rows);
    while (rows !== 0 && !this.shown.has(row) && row > first && row < this.layout.rows) row += Math.sign(rows);
    const component = this.rowOf(row);
    if (component) this.setRange(component.getCell(letters(column)));
  }

  /** Draws the charts that are over the cells. */
  async showCharts(charts: readonly SheetChart[]): Promise<void> {
    await this.ready;
    this.charts.show(charts);
  }

  destroy(): void {
    this.charts.destroy();
    this.table.destroy();
  }

  /** Where a cell's upper left corner is in what is scrolled. */
  private cornerOf(row: number, column: number): { left: number; top: number } {
    let left = ROW_HEADER;
    for (const each of this.table.getColumns()) {
      const number = columnOf(each.getField());
      if (number > 0 && number < column && !this.layout.hiddenColumns.includes(number)) left += each.getWidth();
    }
    let above = 0;
    for (const shown of this.shown) if (shown < row) above += 1;
    return { left, top: above * ROW_HEIGHT };
  }

  /** The rows from `first` on that are not hidden; remembers which those are. */
  private rowsFrom(first: number): { n: number }[] {
    const rows = shownOf(this.layout, first);
    if (first === this.frozen.count + 1) this.shown.clear();
    for (const { n } of rows) this.shown.add(n);
    return rows;
  }

  /** Tabulator's own list of visible rows leaves out those that it has drawn ahead. */
  private drawnRows(): RowComponent[] {
    const numbers = this.table.element.querySelectorAll('.tabulator-row > .row-number');
    return [...numbers].flatMap((element) => this.rowOf(Number(element.textContent)) || []);
  }

  private rowOf(row: number): RowComponent | false {
    return this.shown.has(row) && this.table.getRow(row);
  }

  private setRange(cell: CellComponent): void {
    const [range] = this.table.getRanges();
    if (range) range.setBounds(cell);
    else this.table.addRange(cell);
  }

  private column(number: number): ColumnDefinition {
    return {
      visible: !this.layout.hiddenColumns.includes(number),
      field: letters(number),
      title: letters(number),
      width: this.widths[number - 1] ?? 100,
      titleFormatter: () => this.frozen.head(letters(number), number),
      formatter: (cell) => {
        setTimeout(() => this.paint(cell));
        return '';
      },
      editor: cellEditor({
        content: (cell) => {
          const text = this.firstText;
          this.firstText = undefined;
          const view = this.owner.cell(cell.getData().n, number);
          return { text: text ?? view.typed, choices: view.choices };
        },
        done: (cell, text, rows, columns) => {
          if (text !== null && text !== this.owner.cell(cell.getData().n, number).typed) {
            this.owner.typed(cell.getData().n, number, text);
          }
          setTimeout(() => {
            this.paint(cell);
            if (rows !== 0 || columns !== 0) this.move(rows, columns);
          });
        },
      }),
    };
  }

  /** Roles for those who hear the sheet: what can be focused is the group of the rows. */
  private describe(): void {
    const holder = this.table.element.querySelector('.tabulator-tableholder');
    holder?.setAttribute('role', 'rowgroup');
    holder?.querySelector('.tabulator-table')?.setAttribute('role', 'presentation');
    holder?.setAttribute('aria-label', 'Cells');
    holder?.setAttribute(
      'aria-description',
      'Arrow keys move, F6 leaves the sheet, Shift+F10 opens the menu of a cell.',
    );
    holder?.addEventListener('focus', () => {
      if (this.table.getRanges().length === 0) this.move(0, 0);
    });
  }

  private firstCell({ button, target }: MouseEvent): void {
    if (button !== 2 || this.table.getRanges().length > 0) return;
    const element = (target as HTMLElement).closest<HTMLElement>('.tabulator-cell');
    const field = element?.getAttribute('tabulator-field');
    const row = this.table.getRows('visible').find((each) => each.getElement() === element?.parentElement);
    if (field && columnOf(field) > 0 && row) this.setRange(row.getCell(field));
  }

  private paint(cell: CellComponent): void {
    const column = columnOf(cell.getField());
    const element = cell.getElement();
    if (column === 0 || element.classList.contains('tabulator-editing')) return;
    paintCell(element, this.owner.cell(cell.getData().n, column));
  }

  private rangeChanged(range: RangeComponent): void {
    const rows = range.getRows();
    const columns = range.getColumns().map((column) => columnOf(column.getField()));
    const [top, bottom] = [rows[0]?.getData().n, rows.at(-1)?.getData().n];
    const [left, right] = [columns.find((column) => column > 0), columns.at(-1)];
    if (top && bottom && left && right) this.select({ top, left, bottom, right });
  }

  private select(block: Block): void {
    this.selection = block;
    this.isSelected = true;
    this.owner.selected(block);
    this.frozen.mark(block);
  }

  /** Once, when the first content is there: columns as wide as what is in them. */
  private widen(first: number, last: number): void {
    this.widened = true;
    for (const column of this.table.getColumns()) {
      const number = columnOf(column.getField());
      if (number === 0 || this.widths[number - 1]) continue;
      const cells: FittedCell[] = [];
      for (let row = 1; row <= Math.min(last, first + 60); row += 1) {
        const isFrozen = row <= this.frozen.count;
        if (isFrozen || row >= first) cells.push({ view: this.owner.cell(row, number), isBold: isFrozen });
      }
      column.setWidth(fittingWidth(cells));
    }
    this.charts.arrange();
  }
}

/** The rows from `first` on that are not hidden. */
const shownOf = ({ rows, hiddenRows }: Layout, first: number): { n: number }[] => {
  const hidden = new Set<number>();
  for (const [from, to] of hiddenRows) for (let row = from; row <= to; row += 1) hidden.add(row);
  const shown: { n: number }[] = [];
  for (let n = first; n <= rows; n += 1) if (!hidden.has(n)) shown.push({ n });
  return shown;
};

/** The number of a column from its letters; 0 for the row numbers. */
const columnOf = (field = ''): number => {
  let column = 0;
  for (const letter of field) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
};
