import { columnLetters } from '../../../google/workbook/a1';
import { call, serviceError } from '../bridge';
import { Guarded } from '../strict';
import { fits } from './arguments';
import { make } from './makers';
import type { Range } from './range';
import type { RangeRef, SheetRef } from './refs';
import type { Sheet } from './sheet';

let readRef: (range: RangeBase) => RangeRef;

/** Where a range is, and how to get from it to others; nothing here reads or writes cells. */
export class RangeBase extends Guarded {
  readonly #ref: RangeRef;

  static {
    readRef = (range) => range.#ref;
  }

  constructor(ref: RangeRef) {
    super();
    this.#ref = ref;
  }

  getRow(): number {
    return this.#ref.row;
  }

  getColumn(): number {
    return this.#ref.column;
  }

  getRowIndex(): number {
    return this.#ref.row;
  }

  getNumRows(): number {
    return this.#ref.rows;
  }

  getNumColumns(): number {
    return this.#ref.columns;
  }

  getHeight(): number {
    return this.#ref.rows;
  }

  getWidth(): number {
    return this.#ref.columns;
  }

  getLastRow(): number {
    return this.#ref.row + this.#ref.rows - 1;
  }

  getLastColumn(): number {
    return this.#ref.column + this.#ref.columns - 1;
  }

  getGridId(): number {
    return this.#ref.sheet;
  }

  getA1Notation(): string {
    const { row, column, rows, columns, open } = this.#ref;
    if (open !== undefined) return open;
    const first = `${columnLetters(column)}${row}`;
    return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
  }

  getSheet(): Sheet {
    return make.sheet({ file: this.#ref.file, sheet: this.#ref.sheet });
  }

  /** A cell of this range by its place within it, 1-based. */
  getCell(...args: [row: number, column: number]): Range {
    fits('Range.getCell', args, ['number', 'number']);
    const [row, column] = args.map(Math.trunc) as [number, number];
    const { rows, columns } = this.#ref;
    if (row < 1 || row > rows || column < 1 || column > columns) throw serviceError('Cell reference out of range');
    const { open: _open, ...ref } = this.#ref;
    return make.range({
      ...ref,
      row: this.#ref.row + row - 1,
      column: this.#ref.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }

  offset(...args: [rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number]): Range {
    fits(
      'Range.offset',
      args,
      ['number', 'number'],
      ['number', 'number', 'number'],
      ['number', 'number', 'number', 'number'],
    );
    const [down, across, rows = this.#ref.rows, columns = this.#ref.columns] = args;
    return rangeAt(this.#ref, {
      row: this.#ref.row + Math.trunc(down),
      column: this.#ref.column + Math.trunc(across),
      rows: Math.trunc(rows),
      columns: Math.trunc(columns),
    });
  }
}

/** What a range stands for, for calls. */
export const rangeRef = (range: RangeBase): RangeRef => readRef(range);

/** A range of a tab, checked against the tab's size. */
export const rangeAt = ({ file, sheet }: SheetRef, range: string | Omit<RangeRef, keyof SheetRef>): Range =>
  make.range(call('Sheet.getRange', { file, sheet }, range) as RangeRef);
