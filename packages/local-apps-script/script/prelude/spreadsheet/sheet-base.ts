import { call } from '../bridge';
import { Guarded } from '../strict';
import { fits } from './arguments';
import { make } from './makers';
import type { SheetRef } from './refs';
import type { Spreadsheet } from './spreadsheet';

let readRef: (sheet: SheetBase) => SheetRef;

/** A tab's settings. */
export class SheetBase extends Guarded {
  readonly #ref: SheetRef;

  static {
    readRef = (sheet) => sheet.#ref;
  }

  constructor(ref: SheetRef) {
    super();
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
}

/** What a tab stands for, for calls. */
export const sheetRef = (sheet: SheetBase): SheetRef => readRef(sheet);
