import { call } from '../bridge';
import { fits } from './arguments';
import { make } from './makers';
import type { SheetRef } from './refs';
import type { Spreadsheet } from './spreadsheet';

let readRef: (sheet: SheetBase) => SheetRef;

type Lines = readonly [position: number, howMany?: number];

/** A tab's settings, and its rows and columns as such. */
export class SheetBase {
  readonly #ref: SheetRef;

  static {
    readRef = (sheet) => sheet.#ref;
  }

  constructor(ref: SheetRef) {
    this.#ref = ref;
  }

  #get<T>(method: string, ...args: unknown[]): T {
    return call(`Sheet.${method}`, this.#ref, ...args) as T;
  }

  #set(method: string, kind: 'string' | 'number' | 'boolean' | 'string|null', args: readonly unknown[]): this {
    fits(`Sheet.${method}`, args, [kind]);
    call(`Sheet.${method}`, this.#ref, args[0]);
    return this;
  }

  getParent(): Spreadsheet {
    return make.spreadsheet(this.#ref.file);
  }

  getSheetId(): number {
    return this.#ref.sheet;
  }

  getName(): string {
    return this.#get('getName');
  }

  getSheetName(): string {
    return this.#get('getName');
  }

  setName(...args: [name: string]): this {
    return this.#set('setName', 'string', args);
  }

  getIndex(): number {
    return this.#get('getIndex');
  }

  isSheetHidden(): boolean {
    return this.#get('isSheetHidden');
  }

  hideSheet(): this {
    call('Sheet.hideSheet', this.#ref);
    return this;
  }

  showSheet(): this {
    call('Sheet.showSheet', this.#ref);
    return this;
  }

  getTabColor(): string | null {
    return this.#get<string>('getTabColor') || null;
  }

  setTabColor(...args: [color: string | null]): this {
    return this.#set('setTabColor', 'string|null', args);
  }

  hasHiddenGridlines(): boolean {
    return this.#get('hasHiddenGridlines');
  }

  setHiddenGridlines(...args: [hideGridlines: boolean]): this {
    return this.#set('setHiddenGridlines', 'boolean', args);
  }

  getMaxRows(): number {
    return this.#get('getMaxRows');
  }

  getMaxColumns(): number {
    return this.#get('getMaxColumns');
  }

  getLastRow(): number {
    return this.#get('getLastRow');
  }

  getLastColumn(): number {
    return this.#get('getLastColumn');
  }

  getFrozenRows(): number {
    return this.#get('getFrozenRows');
  }

  getFrozenColumns(): number {
    return this.#get('getFrozenColumns');
  }

  setFrozenRows(...args: [rows: number]): void {
    this.#set('setFrozenRows', 'number', args);
  }

  setFrozenColumns(...args: [columns: number]): void {
    this.#set('setFrozenColumns', 'number', args);
  }

  #insert(
    method: string,
    kind: 'Rows' | 'Columns',
    at: number,
    count: number,
    fromBefore: boolean,
    args: readonly unknown[],
  ): this {
    fits(`Sheet.${method}`, args, ['number'], ['number', 'number']);
    call(`Sheet.insert${kind}`, this.#ref, at, count, fromBefore);
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
    fits(`Sheet.${method}`, args, ['number'], ['number', 'number']);
    call(`Sheet.${name}`, this.#ref, Math.trunc(args[0]), Math.trunc(args[1] ?? 1));
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
    return this.#get('isRowHiddenByUser', args[0]);
  }

  isRowHiddenByFilter(...args: [rowPosition: number]): boolean {
    fits('Sheet.isRowHiddenByFilter', args, ['number']);
    return this.#get('isRowHiddenByFilter', args[0]);
  }

  isColumnHiddenByUser(...args: [columnPosition: number]): boolean {
    fits('Sheet.isColumnHiddenByUser', args, ['number']);
    return this.#get('isColumnHiddenByUser', args[0]);
  }

  getColumnWidth(...args: [columnPosition: number]): number {
    fits('Sheet.getColumnWidth', args, ['number']);
    return this.#get('getColumnWidth', args[0]);
  }

  setColumnWidth(...args: [columnPosition: number, width: number]): this {
    fits('Sheet.setColumnWidth', args, ['number', 'number']);
    call('Sheet.setColumnWidths', this.#ref, args[0], 1, args[1]);
    return this;
  }

  setColumnWidths(...args: [startColumn: number, numColumns: number, width: number]): this {
    fits('Sheet.setColumnWidths', args, ['number', 'number', 'number']);
    call('Sheet.setColumnWidths', this.#ref, ...args);
    return this;
  }

  getRowHeight(...args: [rowPosition: number]): number {
    fits('Sheet.getRowHeight', args, ['number']);
    return this.#get('getRowHeight', args[0]);
  }

  setRowHeight(...args: [rowPosition: number, height: number]): this {
    fits('Sheet.setRowHeight', args, ['number', 'number']);
    call('Sheet.setRowHeights', this.#ref, args[0], 1, args[1]);
    return this;
  }

  setRowHeights(...args: [startRow: number, numRows: number, height: number]): this {
    fits('Sheet.setRowHeights', args, ['number', 'number', 'number']);
    call('Sheet.setRowHeights', this.#ref, ...args);
    return this;
  }

  autoResizeColumn(...args: [columnPosition: number]): this {
    fits('Sheet.autoResizeColumn', args, ['number']);
    call('Sheet.autoResizeColumns', this.#ref);
    return this;
  }

  autoResizeColumns(...args: [startColumn: number, numColumns: number]): this {
    fits('Sheet.autoResizeColumns', args, ['number', 'number']);
    call('Sheet.autoResizeColumns', this.#ref);
    return this;
  }
}

/** What a tab stands for, for calls. */
export const sheetRef = (sheet: SheetBase): SheetRef => readRef(sheet);
