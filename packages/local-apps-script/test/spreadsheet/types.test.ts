/// <reference types="google-apps-script" />
import { expect, test } from '@jest/globals';
import type { SpreadsheetApp as OurApp } from '../../script/prelude/spreadsheet/app';
import type { ConditionalFormatRuleBuilder } from '../../script/prelude/spreadsheet/conditional-format';
import type { DataValidation, DataValidationBuilder } from '../../script/prelude/spreadsheet/data-validation';
import type { Filter, FilterCriteriaBuilder } from '../../script/prelude/spreadsheet/filter';
import type { Menu } from '../../script/prelude/spreadsheet/menu';
import type { NamedRange } from '../../script/prelude/spreadsheet/named-range';
import type { Protection } from '../../script/prelude/spreadsheet/protection';
import type { Range } from '../../script/prelude/spreadsheet/range';
import type { RangeList } from '../../script/prelude/spreadsheet/range-list';
import type { Sheet } from '../../script/prelude/spreadsheet/sheet';
import type { Sheets as OurSheets } from '../../script/prelude/spreadsheet/sheets-service';
import type { Spreadsheet } from '../../script/prelude/spreadsheet/spreadsheet';
import type { TextFinder } from '../../script/prelude/spreadsheet/text-finder';
import type { Ui } from '../../script/prelude/spreadsheet/ui';

import Google = GoogleAppsScript.Spreadsheet;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** A text, number or yes-or-no, and no enum. */
type IsPlain<T> = true extends Same<T, string> | Same<T, number> | Same<T, boolean> ? true : false;

type Method = (...args: never[]) => unknown;

/** Names of ours that Google does not have. */
type Invented<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs>;

/** Methods that give a text, number or yes-or-no in Google and something else here. */
type Different<Ours, Theirs> = {
  [Key in keyof Ours & keyof Theirs]: Theirs[Key] extends Method
    ? IsPlain<ReturnType<Theirs[Key]>> extends true
      ? Ours[Key] extends Method
        ? ReturnType<Ours[Key]> extends ReturnType<Theirs[Key]>
          ? never
          : Key
        : Key
      : never
    : never;
}[keyof Ours & keyof Theirs];

type Faithful<Ours, Theirs> = [Invented<Ours, Theirs> | Different<Ours, Theirs>] extends [never]
  ? true
  : Invented<Ours, Theirs> | Different<Ours, Theirs>;

/** A drift from the types of Google's services is a compile error in this list, which names the method. */
const faithful: {
  app: Faithful<typeof OurApp, Google.SpreadsheetApp>;
  spreadsheet: Faithful<Spreadsheet, Google.Spreadsheet>;
  sheet: Faithful<Sheet, Google.Sheet>;
  range: Faithful<Range, Google.Range>;
  rangeList: Faithful<RangeList, Google.RangeList>;
  textFinder: Faithful<TextFinder, Google.TextFinder>;
  dataValidation: Faithful<DataValidation, Google.DataValidation>;
  dataValidationBuilder: Faithful<DataValidationBuilder, Google.DataValidationBuilder>;
  filter: Faithful<Filter, Google.Filter>;
  filterCriteriaBuilder: Faithful<FilterCriteriaBuilder, Google.FilterCriteriaBuilder>;
  conditional: Faithful<ConditionalFormatRuleBuilder, Google.ConditionalFormatRuleBuilder>;
  protection: Faithful<Protection, Google.Protection>;
  namedRange: Faithful<NamedRange, Google.NamedRange>;
  menu: Faithful<Menu, GoogleAppsScript.Base.Menu>;
  ui: Faithful<Ui, GoogleAppsScript.Base.Ui>;
  sheets: Faithful<typeof OurSheets.Spreadsheets, NonNullable<typeof Sheets>['Spreadsheets']>;
} = {
  app: true,
  spreadsheet: true,
  sheet: true,
  range: true,
  rangeList: true,
  textFinder: true,
  dataValidation: true,
  dataValidationBuilder: true,
  filter: true,
  filterCriteriaBuilder: true,
  conditional: true,
  protection: true,
  namedRange: true,
  menu: true,
  ui: true,
  sheets: true,
};

test('what is built has the names and plain results of @types/google-apps-script', () => {
  expect(Object.values(faithful).every(Boolean)).toBe(true);
});
