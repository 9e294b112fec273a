import { call } from '../bridge';
import { strictClass } from '../strict';
import { a, fits } from './arguments';
import { make } from './makers';
import { menuFromEntries } from './menu';
import { NamedRange } from './named-range';
import type { Protection } from './protection';
import type { Range } from './range';
import { RangeBase, rangeRef } from './range-base';
import { RangeList } from './range-list';
import type { ProtectionRef, RangeRef } from './refs';
import { requireSheet, Sheet } from './sheet';
import { sheetRef } from './sheet-base';
import { SpreadsheetBase } from './spreadsheet-base';
import type { TextFinder } from './text-finder';

const isPlain = (value: unknown): value is { template?: Sheet } =>
  typeof value === 'object' && value !== null && !(value instanceof Sheet);

/** One spreadsheet. */
export class Spreadsheet extends SpreadsheetBase {
  #get<T>(method: string, ...args: unknown[]): T {
    return call(`Spreadsheet.${method}`, this.getId(), ...args) as T;
  }

  #tab(id: number | null): Sheet | null {
    return id === null ? null : make.sheet({ file: this.getId(), sheet: id });
  }

  getSheets(): Sheet[] {
    return this.#get<number[]>('getSheets').map((sheet) => make.sheet({ file: this.getId(), sheet }));
  }

  getNumSheets(): number {
    return this.#get<number[]>('getSheets').length;
  }

  getSheetByName(...args: [name: string]): Sheet | null {
    // A list of one text is read as that text: forms pass `e.parameters.sheet` on as it comes.
    fits('Spreadsheet.getSheetByName', args, ['string'], ['array']);
    return this.#tab(this.#get('getSheetByName', String(args[0])));
  }

  getSheetById(...args: [id: number]): Sheet | null {
    fits('Spreadsheet.getSheetById', args, ['number']);
    return this.#tab(this.#get('getSheetById', args[0]));
  }

  insertSheet(
    ...args: [nameIndexOrOptions?: string | number | object, indexOrOptions?: number | object, options?: object]
  ): Sheet {
    fits(
      'Spreadsheet.insertSheet',
      args,
      [],
      ['string'],
      ['number'],
      ['object'],
      ['string', 'number'],
      ['string', 'object'],
      ['number', 'object'],
      ['string', 'number', 'object'],
    );
    const name = args.find((part) => typeof part === 'string') ?? null;
    const index = args.find((part) => typeof part === 'number') ?? null;
    const options = args.find(isPlain);
    const template = options?.template ? requireSheet(options.template, 'Spreadsheet.insertSheet').getSheetId() : null;
    return make.sheet({ file: this.getId(), sheet: this.#get('insertSheet', name, index, template) });
  }

  deleteSheet(...args: [sheet: Sheet]): void {
    fits('Spreadsheet.deleteSheet', args, [a(Sheet)]);
    call('Spreadsheet.deleteSheet', sheetRef(args[0]));
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }

  duplicateActiveSheet(): Sheet {
    const active = this.getActiveSheet();
    return this.insertSheet(active.getIndex(), { template: active });
  }

  moveActiveSheet(...args: [pos: number]): void {
    fits('Spreadsheet.moveActiveSheet', args, ['number']);
    call('Spreadsheet.moveSheet', sheetRef(this.getActiveSheet()), args[0]);
  }

  renameActiveSheet(...args: [newName: string]): void {
    fits('Spreadsheet.renameActiveSheet', args, ['string']);
    this.getActiveSheet().setName(args[0]);
  }

  getActiveSheet(): Sheet {
    return make.sheet({ file: this.getId(), sheet: this.#get('getActiveSheet') });
  }

  setActiveSheet(...args: [sheet: Sheet, restoreSelection?: boolean]): Sheet {
    fits('Spreadsheet.setActiveSheet', args, [a(Sheet)], [a(Sheet), 'boolean']);
    return args[0].activate();
  }

  getActiveRange(): Range | null {
    return this.getActiveSheet().getActiveRange();
  }

  getActiveRangeList(): RangeList {
    const refs = this.#get<RangeRef[]>('getActiveRangeList');
    return new RangeList(refs.map((ref) => make.range(ref)));
  }

  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  setActiveRange(...args: [range: Range]): Range {
    fits('Spreadsheet.setActiveRange', args, [a(RangeBase)]);
    return args[0].activate();
  }

  setActiveSelection(...args: [rangeOrA1: Range | string]): Range {
    fits('Spreadsheet.setActiveSelection', args, ['string'], [a(RangeBase)]);
    const [range] = args;
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }

  setCurrentCell(...args: [cell: Range]): Range {
    fits('Spreadsheet.setCurrentCell', args, [a(RangeBase)]);
    return args[0].activate();
  }

  getRange(...args: [a1Notation: string]): Range {
    fits('Spreadsheet.getRange', args, ['string']);
    return make.range(this.#get('getRange', args[0]));
  }

  getRangeList(...args: [a1Notations: string[]]): RangeList {
    fits('Spreadsheet.getRangeList', args, ['array']);
    return new RangeList(args[0].map((text) => this.getRange(text)));
  }

  getRangeByName(...args: [name: string]): Range | null {
    fits('Spreadsheet.getRangeByName', args, ['string']);
    const ref = this.#get<RangeRef | null>('getRangeByName', args[0]);
    return ref && make.range(ref);
  }

  getNamedRanges(): NamedRange[] {
    return this.#get<{ name: string; range: RangeRef }[]>('getNamedRanges').map(
      ({ name, range }) => new NamedRange(name, range),
    );
  }

  setNamedRange(...args: [name: string, range: Range]): void {
    fits('Spreadsheet.setNamedRange', args, ['string', a(RangeBase)]);
    this.#get('setNamedRange', args[0], rangeRef(args[1]));
  }

  removeNamedRange(...args: [name: string]): void {
    fits('Spreadsheet.removeNamedRange', args, ['string']);
    this.#get('removeNamedRange', args[0]);
  }

  getProtections(...args: [type: object]): Protection[] {
    fits('Spreadsheet.getProtections', args, ['object']);
    return this.#get<ProtectionRef[]>('getProtections', String(args[0])).map((ref) => make.protection(ref));
  }

  createTextFinder(...args: [findText: string]): TextFinder {
    fits('Spreadsheet.createTextFinder', args, ['string']);
    return make.finder({ file: this.getId() }, args[0]);
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }

  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }

  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }

  appendRow(...args: [rowContents: readonly unknown[]]): Sheet {
    fits('Spreadsheet.appendRow', args, ['array']);
    return this.getActiveSheet().appendRow(args[0]);
  }

  getSheetName(): string {
    return this.getActiveSheet().getName();
  }

  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }

  toast(...args: [msg: string, title?: string, timeoutSeconds?: number | null]): void {
    fits(
      'Spreadsheet.toast',
      args,
      ['any'],
      ['any', 'any'],
      ['any', 'any', (value) => value === null || typeof value === 'number'],
    );
    call('Spreadsheet.toast', String(args[0]), args[1] === undefined || args[1] === null ? null : String(args[1]));
  }

  addMenu(...args: [name: string, subMenus: ({ name: string; functionName: string } | null)[]]): void {
    fits('Spreadsheet.addMenu', args, ['string', 'array']);
    call('Ui.addMenu', menuFromEntries(args[0], args[1]));
  }
}

strictClass(Spreadsheet, 'Spreadsheet');
