import type { Block } from './a1';
import { paintCell } from './cell-paint';
import { make } from './dom';
import type { CellView } from './sheet-rows';

/** What the frozen rows ask and tell. Rows and columns are counted from 1. */
export interface FrozenOwner {
  cell(row: number, column: number): CellView;
  select(block: Block): void;
}

/** The rows that stay on top. Their cells stand in the heads of the columns, below the letters. */
export class FrozenRows {
  private readonly cells: HTMLElement[][];

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
    return make('div', { className: 'column-head' }, make('div', { className: 'letter' }, title), ...cells);
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
