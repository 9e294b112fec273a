import { call, running, serviceError } from '../bridge';
import { hasDocument } from '../properties';
import { strict } from '../strict';
import { a, fits } from './arguments';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import { enums } from './enums';
import { FilterCriteriaBuilder } from './filter';
import type { Range } from './range';
import { RangeBase } from './range-base';
import type { RangeList } from './range-list';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { Ui } from './ui';

/**
 * Null where no document is open, when the switch says so: what Google gives there is disputed (docs/google.md G27).
 */
const activeOrNull = (): Spreadsheet | null =>
  running.activeWithoutDocument || hasDocument() ? new Spreadsheet(running.bound) : null;

const active = (): Spreadsheet => activeOrNull() as Spreadsheet;

/** `SpreadsheetApp`. */
export const SpreadsheetApp = strict(
  {
    ...enums,
    getActive: active,
    getActiveSpreadsheet: active,
    getActiveSheet: (): Sheet => active().getActiveSheet(),
    getActiveRange: (): Range | null => active().getActiveRange(),
    getActiveRangeList: (): RangeList => active().getActiveRangeList(),
    getCurrentCell: (): Range => active().getCurrentCell(),
    setActiveSheet(...args: [sheet: Sheet, restoreSelection?: boolean]): Sheet {
      fits('setActiveSheet', args, [a(Sheet)], [a(Sheet), 'boolean']);
      return args[0].activate();
    },
    setActiveRange(...args: [range: Range]): Range {
      fits('setActiveRange', args, [a(RangeBase)]);
      return args[0].activate();
    },
    openById(...args: [id: string]): Spreadsheet {
      fits('openById', args, ['string']);
      return new Spreadsheet(call('SpreadsheetApp.openById', args[0]) as string);
    },
    openByUrl(...args: [url: string]): Spreadsheet {
      fits('openByUrl', args, ['string']);
      const id = /\/d\/([\w-]+)/.exec(args[0])?.[1];
      if (!id) throw serviceError('Invalid argument: url');
      return new Spreadsheet(call('SpreadsheetApp.openById', id) as string);
    },
    create(...args: [name: string, rows?: number, columns?: number]): Spreadsheet {
      fits('create', args, ['string'], ['string', 'number', 'number']);
      return new Spreadsheet(call('SpreadsheetApp.create', ...args) as string);
    },
    flush(): void {
      call('SpreadsheetApp.flush');
    },
    getUi(): Ui {
      call('SpreadsheetApp.getUi');
      return new Ui();
    },
    newDataValidation: (): DataValidationBuilder => new DataValidationBuilder(),
    newConditionalFormatRule: (): ConditionalFormatRuleBuilder => new ConditionalFormatRuleBuilder(),
    newFilterCriteria: (): FilterCriteriaBuilder => new FilterCriteriaBuilder(),
  },
  'SpreadsheetApp',
);
