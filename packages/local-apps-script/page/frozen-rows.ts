import type { Block } from './a1';
import { paintCell } from './cell-paint';
import { button, make } from './dom';
import type { CellView } from './sheet-rows';

/** What the frozen rows ask and tell. Rows and columns are counted from 1. */
export interface FrozenOwner {
  cell(row: number, column: number): CellView;
  select(block: Block): void;
  /** The user asks for a column's filter. */
  filter(column: number): void;
}

/** The rows that stay on top. Their cells are in the heads of the columns, below the letters. */
export class FrozenRows {
  private readonly cells: HTMLElement[][];
  private readonly marks = new Map<number, HTMLElement>();
  private filtered: readonly number[] = [];

  constructor(
    readonly count: number,
    private readonly owner: FrozenOwner,
  ) {
    this.cells = Array.from({ length: count }, () => []);
  }

  /** A column's head: its letter, and below it its cells of the frozen rows; column 0 has the row numbers. */
  head(title: string, column: number): HTMLElement {
    const cells = this.cells.map((row, index) => {
      if (column === 0) return make('div', { className: 'frozen-cell' }, String(index + 1));
      const cell = make('div', { className: 'frozen-cell' });
      cell.addEventListener('mousedown', (event) => {
        event.stopPropagation();
        this.owner.select({ top: index + 1, left: column, bottom: index + 1, right: column });
      });
      row[column - 1] = cell;
      return cell;
    });
    const letter = make('div', { className: 'letter' }, title);
    if (column > 0) letter.append(this.filterMark(title, column));
    return make('div', { className: 'column-head' }, letter, ...cells);
  }

  /** Marks the columns that are filtered. */
  showFiltered(columns: readonly number[]): void {
    this.filtered = columns;
    for (const [column, mark] of this.marks) mark.hidden = !columns.includes(column);
  }

  /** The element of a cell in these rows. */
  element(row: number, column: number): HTMLElement | undefined {
    return this.cells[row - 1]?.[column - 1];
  }

  private filterMark(title: string, column: number): HTMLElement {
    const mark = button('▼', () => this.owner.filter(column), 'filter-mark');
    mark.setAttribute('aria-label', `Filter of column ${title}`);
    mark.addEventListener('mousedown', (event) => event.stopPropagation());
    mark.hidden = !this.filtered.includes(column);
    this.marks.set(column, mark);
    return mark;
  }

  paint(): void {
    this.each((cell, row, column) => paintCell(cell, this.owner.cell(row, column)));
  }

  /** Marks the selected cell, if it is one of these. */
  mark({ top, left, bottom }: Block): void {
    this.each((cell, row, column) =>
      cell.classList.toggle('selected', top === row && bottom <= this.count && left === column),
    );
  }

  private each(work: (cell: HTMLElement, row: number, column: number) => void): void {
    for (const [index, row] of this.cells.entries())
      for (const [column, cell] of row.entries()) work(cell, index + 1, column + 1);
  }
}
