import { strict } from '../strict';
import { SpreadsheetApp } from './app';
import { ChartType } from './chart';
import { make } from './makers';
import { Protection } from './protection';
import { Range } from './range';
import type { RangeRef } from './refs';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { TextFinder } from './text-finder';

Object.assign(make, {
  range: (ref: RangeRef) => new Range(ref),
  sheet: (ref: ConstructorParameters<typeof Sheet>[0]) => new Sheet(ref),
  spreadsheet: (file: string) => new Spreadsheet(file),
  protection: (ref: ConstructorParameters<typeof Protection>[0]) => new Protection(ref),
  finder: (scope: ConstructorParameters<typeof TextFinder>[0], text: string) => new TextFinder(scope, text),
});

/** The range of a reference that has crossed, for events. */
export const rangeFrom = (ref: RangeRef): Range => new Range(ref);

/** The spreadsheet of a file id, for events. */
export const spreadsheetFrom = (file: string): Spreadsheet => new Spreadsheet(file);

/** The globals about spreadsheets. */
export const spreadsheetGlobals = (): Record<string, unknown> => ({
  SpreadsheetApp,
  Charts: strict({ ChartType }, 'Charts'),
});
