import type { Protection } from './protection';
import type { Range } from './range';
import type { ProtectionRef, RangeRef, SheetRef } from './refs';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import type { Scope, TextFinder } from './text-finder';

/** How the classes make each other's objects without importing each other; filled by `index.ts`. */
export interface Makers {
  range(ref: RangeRef): Range;
  sheet(ref: SheetRef): Sheet;
  spreadsheet(file: string): Spreadsheet;
  protection(ref: ProtectionRef): Protection;
  finder(scope: Scope, text: string): TextFinder;
}

/** The makers. */
export const make = {} as Makers;
