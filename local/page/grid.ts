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
  SelectRangeModule,
  Tabulator,
} from 'tabulator-tables';
import { type Block, letters } from './a1';
import { cellEditor } from './cell-editor';
import { paintCell } from './cell-paint';
import { type FittedCell, fittingWidth } from './column-width';
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

/** A tab's size, how many of its rows stay on top, and the widths in pixels of those columns that have one of their own. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly frozen: number;
  readonly widths: readonly (number | null)[];
}

/** What the grid needs to know and tells. Rows and columns are counted from 1, as in the sheet. */
export interface GridOwner {
  cell(row: number, column: number): CellView;
  /** A person finished typing into a cell. */
  typed(row: number, column: number, text: string): void;
  /** A person selected cells. */
  selected(block: Block): void;
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
  private rows: number;
  private widened = false;
  private firstText: string | undefined;
  private selection: Block = { top: 1, left: 1, bottom: 1, right: 1 };

  constructor(
    holder: HTMLElement,
    { rows, columns, frozen, widths }: GridSize,
    private readonly owner: GridOwner,
  ) {
    this.rows = rows;
    this.columns = columns;
    this.frozen = new FrozenRows(frozen, {
      cell: (row, column) => owner.cell(row, column),
      select: (block) => this.select(block),
    });
    this.widths = widths;
    this.table = new Tabulator(holder, {
      data: numbered(frozen + 1, rows),
      index: 'n',
      height: '100%',
      layout: 'fitData',
      rowHeight: ROW_HEIGHT,
      renderVerticalBuffer: 8 * ROW_HEIGHT,
      columns: Array.from({ length: columns }, (_, index) => this.column(index + 1)),
      columnDefaults: { resizable: 'header' },
      rowHeader: {
        width: 52,
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
        resolve();
      }),
    );
    const changed = (range: RangeComponent): void => this.rangeChanged(range);
    this.table.on('rangeAdded', changed);
    this.table.on('rangeChanged', changed);
  }

  /** What is selected. */
  get selected(): Block {
    return this.selection;
  }

  /** The rows that can be seen, frozen ones included. */
  shownRows(): number[] {
    const frozen = Array.from({ length: this.frozen.count }, (_, index) => index + 1);
    return [...frozen, ...this.table.getRows('visible').map((row) => row.getData().n)];
  }

  /** Draws again what can be seen of the rows `first` to `last`. */
  redraw(first: number, last: number): void {
    if (first <= this.frozen.count) this.frozen.paint();
    if (!this.widened) this.widen(Math.max(first, this.frozen.count + 1), last);
    for (const row of this.table.getRows('visible')) {
      const { n } = row.getData();
      if (n < first || n > last) continue;
      for (const cell of row.getCells()) this.paint(cell);
    }
  }

  /** Makes the grid as long as the tab has become. */
  async resize(rows: number): Promise<void> {
    const before = this.rows;
    if (rows === before) return;
    this.rows = rows;
    await this.ready;
    if (rows > before) await this.table.addData(numbered(before + 1, rows));
    else await this.table.replaceData(numbered(this.frozen.count + 1, rows));
  }

  /** Begins to edit the selected cell, with `text` in place of its content when a person just began to type. */
  edit(text?: string): void {
    const { top, left } = this.selection;
    const row = top > this.frozen.count ? this.table.getRow(top) : false;
    if (!row) return;
    this.firstText = text;
    row.getCell(letters(left)).edit(true);
  }

  /** Selects the cell that is `rows` below and `columns` right of the selected one. */
  move(rows: number, columns: number): void {
    const row = Math.min(Math.max(this.selection.top + rows, this.frozen.count + 1), this.rows);
    const column = Math.min(Math.max(this.selection.left + columns, 1), this.columns);
    const component = this.table.getRow(row);
    const [range] = this.table.getRanges();
    if (component && range) range.setBounds(component.getCell(letters(column)));
  }

  destroy(): void {
    this.table.destroy();
  }

  private column(number: number): ColumnDefinition {
    return {
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
    this.owner.selected(block);
    this.frozen.mark(block);
  }

  /** Once, when the first content is there: columns as wide as what stands in them. */
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
  }
}

const numbered = (first: number, last: number): { n: number }[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({ n: first + index }));

/** The number of a column from its letters; 0 for the row numbers. */
const columnOf = (field = ''): number => {
  let column = 0;
  for (const letter of field) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
};
