import { call } from '../bridge';
import { wrongParameters } from '../signature';
import { strictClass } from '../strict';
import { a, fits } from './arguments';
import { ChartBuilder, chartFrom, chartParts, type EmbeddedChart } from './chart';
import { type ConditionalFormatRule, conditionalRule, conditionalRuleFrom } from './conditional-format';
import { enums } from './enums';
import { Filter } from './filter';
import { outgoing } from './grid';
import { make } from './makers';
import type { Protection } from './protection';
import { clearing, Range } from './range';
import { rangeAt } from './range-base';
import { RangeList } from './range-list';
import type { ProtectionRef, RangeRef } from './refs';
import { sheetRef } from './sheet-base';
import { SheetLines } from './sheet-lines';
import type { Spreadsheet } from './spreadsheet';
import type { TextFinder } from './text-finder';

/** One tab: its cells and what is done with them as a whole. */
export class Sheet extends SheetLines {
  getRange(...args: [a1OrRow: string | number, column?: number, numRows?: number, numColumns?: number]): Range {
    fits(
      'Sheet.getRange',
      args,
      ['string'],
      ['number', 'number'],
      ['number', 'number', 'number'],
      ['number', 'number', 'number', 'number'],
    );
    const [first, column = 1, rows = 1, columns = 1] = args;
    if (typeof first === 'string') return rangeAt(sheetRef(this), first);
    const [row, ...rest] = [first, column, rows, columns].map(Math.trunc) as [number, number, number, number];
    return rangeAt(sheetRef(this), { row, column: rest[0], rows: rest[1], columns: rest[2] });
  }

  getRangeList(...args: [a1Notations: string[]]): RangeList {
    fits('Sheet.getRangeList', args, ['array']);
    return new RangeList(args[0].map((text) => rangeAt(sheetRef(this), text)));
  }

  getDataRange(): Range {
    return make.range(call('Sheet.getDataRange', sheetRef(this)) as RangeRef);
  }

  getSheetValues(...args: [startRow: number, startColumn: number, numRows: number, numColumns: number]): unknown[][] {
    fits('Sheet.getSheetValues', args, ['number', 'number', 'number', 'number']);
    return this.getRange(...args).getValues();
  }

  appendRow(...args: [rowContents: readonly unknown[]]): this {
    fits('Sheet.appendRow', args, ['array']);
    const { values, dates } = outgoing([args[0]]);
    call(
      'Sheet.appendRow',
      sheetRef(this),
      values[0],
      dates.map(([, column]) => column),
    );
    return this;
  }

  clear(...args: [options?: object]): this {
    fits('Sheet.clear', args, [], ['object']);
    call('Sheet.clear', sheetRef(this), clearing(args[0]));
    return this;
  }

  clearContents(): this {
    call('Sheet.clearContents', sheetRef(this));
    return this;
  }

  clearFormats(): this {
    call('Sheet.clearFormats', sheetRef(this));
    return this;
  }

  clearNotes(): this {
    call('Sheet.clearNotes', sheetRef(this));
    return this;
  }

  sort(...args: [columnPosition: number, ascending?: boolean]): this {
    fits('Sheet.sort', args, ['number'], ['number', 'boolean']);
    call('Sheet.sort', sheetRef(this), args[0], args[1] ?? true);
    return this;
  }

  createTextFinder(...args: [findText: string]): TextFinder {
    fits('Sheet.createTextFinder', args, ['string']);
    return make.finder(sheetRef(this), args[0]);
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    const rules = call('Sheet.getConditionalFormatRules', sheetRef(this)) as unknown[];
    return rules.map((rule) => conditionalRuleFrom(rule, sheetRef(this).file));
  }

  setConditionalFormatRules(...args: [rules: ConditionalFormatRule[]]): void {
    fits('Sheet.setConditionalFormatRules', args, ['array']);
    call('Sheet.setConditionalFormatRules', sheetRef(this), args[0].map(conditionalRule));
  }

  clearConditionalFormatRules(): void {
    call('Sheet.setConditionalFormatRules', sheetRef(this), []);
  }

  getFilter(): Filter | null {
    const ref = call('Sheet.getFilter', sheetRef(this)) as RangeRef | null;
    return ref && new Filter(ref);
  }

  protect(): Protection {
    return make.protection(call('Sheet.protect', sheetRef(this)) as ProtectionRef);
  }

  getProtections(...args: [type: object]): Protection[] {
    fits('Sheet.getProtections', args, ['object']);
    return (call('Sheet.getProtections', sheetRef(this), String(args[0])) as ProtectionRef[]).map((ref) =>
      make.protection(ref),
    );
  }

  newChart(): ChartBuilder {
    return new ChartBuilder(null, sheetRef(this));
  }

  getCharts(): EmbeddedChart[] {
    return (call('Sheet.getCharts', sheetRef(this)) as unknown[]).map((chart) => chartFrom(chart, sheetRef(this)));
  }

  insertChart(...args: [chart: EmbeddedChart]): void {
    fits('Sheet.insertChart', args, ['object']);
    call('Sheet.insertChart', sheetRef(this), chartParts(args[0]).spec);
  }

  updateChart(...args: [chart: EmbeddedChart]): void {
    fits('Sheet.updateChart', args, ['object']);
    const { id, spec } = chartParts(args[0]);
    call('Sheet.updateChart', sheetRef(this), id, spec);
  }

  removeChart(...args: [chart: EmbeddedChart]): void {
    fits('Sheet.removeChart', args, ['object']);
    call('Sheet.removeChart', sheetRef(this), chartParts(args[0]).id);
  }

  copyTo(...args: [spreadsheet: Spreadsheet]): Sheet {
    fits('Sheet.copyTo', args, ['object']);
    const file = args[0].getId();
    return make.sheet({ file, sheet: call('Sheet.copyTo', sheetRef(this), file) as number });
  }

  activate(): Sheet {
    call('Sheet.activate', sheetRef(this));
    return this;
  }

  #activeRanges(): RangeRef[] {
    const refs = call('Spreadsheet.getActiveRangeList', sheetRef(this).file) as RangeRef[];
    const { file, sheet } = sheetRef(this);
    return refs[0]?.sheet === sheet ? refs : [{ file, sheet, row: 1, column: 1, rows: 1, columns: 1 }];
  }

  getActiveRange(): Range | null {
    const refs = this.#activeRanges();
    const last = refs[refs.length - 1];
    return last ? make.range(last) : null;
  }

  getActiveRangeList(): RangeList {
    return new RangeList(this.#activeRanges().map((ref) => make.range(ref)));
  }

  getActiveCell(): Range {
    const [ref] = this.#activeRanges();
    return make.range({ ...(ref as RangeRef), rows: 1, columns: 1 });
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  setActiveRange(...args: [range: Range]): Range {
    fits('Sheet.setActiveRange', args, [a(Range)]);
    return args[0].activate();
  }

  setActiveSelection(...args: [rangeOrA1: Range | string]): Range {
    fits('Sheet.setActiveSelection', args, ['string'], [a(Range)]);
    const [range] = args;
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }

  setCurrentCell(...args: [cell: Range]): Range {
    fits('Sheet.setCurrentCell', args, [a(Range)]);
    return args[0].activate();
  }

  setActiveRangeList(...args: [rangeList: RangeList]): RangeList {
    fits('Sheet.setActiveRangeList', args, [a(RangeList)]);
    return args[0].activate();
  }

  getType() {
    return enums.SheetType.GRID;
  }
}

strictClass(Sheet, 'Sheet');

/** @throws Exception with Google's wording when an argument isn't a Sheet. */
export const requireSheet = (sheet: unknown, method: string): Sheet => {
  if (!(sheet instanceof Sheet)) throw wrongParameters([sheet], `SpreadsheetApp.${method}`);
  return sheet;
};
