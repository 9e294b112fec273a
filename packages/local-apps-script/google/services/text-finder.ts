import { changes, type Json, looks, type OperationContext, type Operations } from '../operations';
import { writeGrid } from '../workbook/cell-writer';
import { displayValue } from '../workbook/display';
import { type FindOptions, findAll, findPattern, type Match } from '../workbook/find';
import type { Workbook } from '../workbook/workbook';
import { openFile, openToRead, placeOf, type RangeRef, refOf, tabIn, writingOf } from './spreadsheet-files';

/** Where a finder looks: a range, a tab, or a whole spreadsheet. */
interface Scope {
  readonly file: string;
  readonly sheet?: number;
  readonly range?: RangeRef;
}

const placesOf = (workbook: Workbook, { sheet, range }: Scope) => {
  if (range) return [placeOf(workbook, range)];
  const tabs = sheet === undefined ? workbook.tabs : [tabIn(workbook, sheet)];
  return tabs.map((tab) => ({
    workbook,
    tab,
    area: { top: 0, left: 0, bottom: tab.meta.rowCount, right: tab.meta.columnCount },
  }));
};

const asRef = (workbook: Workbook, { tab, row, column }: Match): RangeRef =>
  refOf(workbook, tab, { top: row, left: column, bottom: row + 1, right: column + 1 });

const find = (context: OperationContext, scope: Scope, options: FindOptions): RangeRef[] => {
  const workbook = openToRead(context, scope.file);
  return findAll(placesOf(workbook, scope), options).map((match) => asRef(workbook, match));
};

const positionOf = (found: readonly RangeRef[], current: RangeRef | null): number =>
  current
    ? found.findIndex(
        ({ sheet, row, column }) => sheet === current.sheet && row === current.row && column === current.column,
      )
    : -1;

const replace = (
  context: OperationContext,
  scope: Scope,
  options: FindOptions,
  refs: readonly RangeRef[],
  text: string,
): number => {
  const workbook = openFile(context, scope.file);
  const pattern = findPattern(options);
  let count = 0;
  workbook.atomic(() => {
    for (const ref of refs) {
      const { tab, area } = placeOf(workbook, ref);
      const before = displayValue(tab.value(area.top, area.left), tab.extra(area.top, area.left));
      count += before.match(pattern)?.length ?? 0;
      const after = options.regex ? before.replace(pattern, text) : before.replace(pattern, () => text);
      writeGrid(workbook, tab, area, { values: [[after]] }, writingOf(context));
    }
  });
  return count;
};

/** TextFinder: arguments are the scope, the options and the match that it is at. */
export const textFinder: Operations = {
  'TextFinder.findAll': looks(
    'find',
    (context, scope: Scope, options: FindOptions) => find(context, scope, options) as unknown as Json,
  ),
  'TextFinder.findNext': looks('find', (context, scope: Scope, options: FindOptions, current: RangeRef | null) => {
    const found = find(context, scope, options);
    return (found[positionOf(found, current) + 1] ?? null) as unknown as Json;
  }),
  'TextFinder.findPrevious': looks('find', (context, scope: Scope, options: FindOptions, current: RangeRef | null) => {
    const found = find(context, scope, options);
    const at = positionOf(found, current);
    return (found[(at < 0 ? found.length : at) - 1] ?? null) as unknown as Json;
  }),
  'TextFinder.replaceAllWith': changes('write', (context, scope: Scope, options: FindOptions, text: string) =>
    replace(context, scope, options, find(context, scope, options), text),
  ),
  'TextFinder.replaceWith': changes(
    'write',
    (context, scope: Scope, options: FindOptions, text: string, current: RangeRef | null) =>
      current ? replace(context, scope, options, [current], text) : 0,
  ),
};
