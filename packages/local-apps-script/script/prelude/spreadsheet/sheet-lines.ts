import { call } from '../bridge';
import { fits, type Signature } from './arguments';
import { SheetBase, sheetRef } from './sheet-base';

type Lines = readonly [position: number, howMany?: number];

/** `deleteRow` takes a place, `deleteRows` a place and how many, `hideRows` either. */
const overloadsOf = (method: string): Signature[] => {
  if (/(Row|Column)(Before|After)?$/.test(method)) return [['number']];
  return /(Before|After)$|^delete/.test(method) ? [['number', 'number']] : [['number'], ['number', 'number']];
};

/** A tab's rows and columns as such; positions are 1-based. */
export class SheetLines extends SheetBase {
  #insert(
    method: string,
    kind: 'Rows' | 'Columns',
    at: number,
    count: number,
    fromBefore: boolean,
    args: readonly unknown[],
  ): this {
    fits(`Sheet.${method}`, args, ...overloadsOf(method));
    call(`Sheet.insert${kind}`, sheetRef(this), at, count, fromBefore);
    return this;
  }

  insertRows(...args: Lines): void {
    this.#insert('insertRows', 'Rows', args[0], args[1] ?? 1, false, args);
  }

  insertRowBefore(...args: [beforePosition: number]): this {
    return this.#insert('insertRowBefore', 'Rows', args[0], 1, false, args);
  }

  insertRowsBefore(...args: [beforePosition: number, howMany: number]): this {
    return this.#insert('insertRowsBefore', 'Rows', args[0], args[1], false, args);
  }

  insertRowAfter(...args: [afterPosition: number]): this {
    return this.#insert('insertRowAfter', 'Rows', args[0] + 1, 1, true, args);
  }

  insertRowsAfter(...args: [afterPosition: number, howMany: number]): this {
    return this.#insert('insertRowsAfter', 'Rows', args[0] + 1, args[1], true, args);
  }

  insertColumns(...args: Lines): void {
    this.#insert('insertColumns', 'Columns', args[0], args[1] ?? 1, false, args);
  }

  insertColumnBefore(...args: [beforePosition: number]): this {
    return this.#insert('insertColumnBefore', 'Columns', args[0], 1, false, args);
  }

  insertColumnsBefore(...args: [beforePosition: number, howMany: number]): this {
    return this.#insert('insertColumnsBefore', 'Columns', args[0], args[1], false, args);
  }

  insertColumnAfter(...args: [afterPosition: number]): this {
    return this.#insert('insertColumnAfter', 'Columns', args[0] + 1, 1, true, args);
  }

  insertColumnsAfter(...args: [afterPosition: number, howMany: number]): this {
    return this.#insert('insertColumnsAfter', 'Columns', args[0] + 1, args[1], true, args);
  }

  #lines(method: string, name: string, args: Lines): void {
    fits(`Sheet.${method}`, args, ...overloadsOf(method));
    call(`Sheet.${name}`, sheetRef(this), Math.trunc(args[0]), Math.trunc(args[1] ?? 1));
  }

  deleteRow(...args: [rowPosition: number]): this {
    this.#lines('deleteRow', 'deleteRows', args);
    return this;
  }

  deleteRows(...args: [rowPosition: number, howMany: number]): void {
    this.#lines('deleteRows', 'deleteRows', args);
  }

  deleteColumn(...args: [columnPosition: number]): this {
    this.#lines('deleteColumn', 'deleteColumns', args);
    return this;
  }

  deleteColumns(...args: [columnPosition: number, howMany: number]): void {
    this.#lines('deleteColumns', 'deleteColumns', args);
  }

  hideRows(...args: Lines): void {
    this.#lines('hideRows', 'hideRows', args);
  }

  showRows(...args: Lines): void {
    this.#lines('showRows', 'showRows', args);
  }

  hideColumns(...args: Lines): void {
    this.#lines('hideColumns', 'hideColumns', args);
  }

  showColumns(...args: Lines): void {
    this.#lines('showColumns', 'showColumns', args);
  }

  isRowHiddenByUser(...args: [rowPosition: number]): boolean {
    fits('Sheet.isRowHiddenByUser', args, ['number']);
    return call('Sheet.isRowHiddenByUser', sheetRef(this), args[0]) as boolean;
  }

  isRowHiddenByFilter(...args: [rowPosition: number]): boolean {
    fits('Sheet.isRowHiddenByFilter', args, ['number']);
    return call('Sheet.isRowHiddenByFilter', sheetRef(this), args[0]) as boolean;
  }

  isColumnHiddenByUser(...args: [columnPosition: number]): boolean {
    fits('Sheet.isColumnHiddenByUser', args, ['number']);
    return call('Sheet.isColumnHiddenByUser', sheetRef(this), args[0]) as boolean;
  }

  getColumnWidth(...args: [columnPosition: number]): number {
    fits('Sheet.getColumnWidth', args, ['number']);
    return call('Sheet.getColumnWidth', sheetRef(this), args[0]) as number;
  }

  setColumnWidth(...args: [columnPosition: number, width: number]): this {
    fits('Sheet.setColumnWidth', args, ['number', 'number']);
    call('Sheet.setColumnWidths', sheetRef(this), args[0], 1, args[1]);
    return this;
  }

  setColumnWidths(...args: [startColumn: number, numColumns: number, width: number]): this {
    fits('Sheet.setColumnWidths', args, ['number', 'number', 'number']);
    call('Sheet.setColumnWidths', sheetRef(this), ...args);
    return this;
  }

  getRowHeight(...args: [rowPosition: number]): number {
    fits('Sheet.getRowHeight', args, ['number']);
    return call('Sheet.getRowHeight', sheetRef(this), args[0]) as number;
  }

  setRowHeight(...args: [rowPosition: number, height: number]): this {
    fits('Sheet.setRowHeight', args, ['number', 'number']);
    call('Sheet.setRowHeights', sheetRef(this), args[0], 1, args[1]);
    return this;
  }

  setRowHeights(...args: [startRow: number, numRows: number, height: number]): this {
    fits('Sheet.setRowHeights', args, ['number', 'number', 'number']);
    call('Sheet.setRowHeights', sheetRef(this), ...args);
    return this;
  }

  autoResizeColumn(...args: [columnPosition: number]): this {
    fits('Sheet.autoResizeColumn', args, ['number']);
    call('Sheet.autoResizeColumns', sheetRef(this));
    return this;
  }

  autoResizeColumns(...args: [startColumn: number, numColumns: number]): this {
    fits('Sheet.autoResizeColumns', args, ['number', 'number']);
    call('Sheet.autoResizeColumns', sheetRef(this));
    return this;
  }
}
