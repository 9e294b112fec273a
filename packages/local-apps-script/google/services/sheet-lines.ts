import { changes, type OperationContext, type Operations } from '../operations';
import { ServiceError } from '../service-error';
import { requireInsertable } from '../workbook/protection';
import { openFile, request, type SheetRef, tabIn } from './spreadsheet-files';

const outOfBounds = (rows: boolean): ServiceError =>
  new ServiceError(`Those ${rows ? 'rows' : 'columns'} are out of bounds.`);

const dimension = (ref: SheetRef, rows: boolean, start: number, count: number) => ({
  sheetId: ref.sheet,
  dimension: rows ? 'ROWS' : 'COLUMNS',
  startIndex: start,
  endIndex: start + count,
});

const total = (context: OperationContext, ref: SheetRef, rows: boolean): number => {
  const { rowCount, columnCount } = tabIn(openFile(context, ref.file), ref.sheet).meta;
  return rows ? rowCount : columnCount;
};

/** Inserts lines before the 1-based position `at`; formats come from the line before, or from the one after. */
const inserts = (rows: boolean) =>
  changes('write', (context, ref: SheetRef, at: number, count: number, fromBefore: boolean) => {
    if (count < 1 || at < 1 || at > total(context, ref, rows) + 1) throw outOfBounds(rows);
    const workbook = openFile(context, ref.file);
    const tab = tabIn(workbook, ref.sheet);
    const range = dimension(ref, rows, at - 1, count);
    if (fromBefore && at > 1) {
      request(context, ref.file, 'insertDimension', { range, inheritFromBefore: true });
    } else {
      requireInsertable(workbook, tab, rows, at - 1, context.actor.effectiveUser);
      workbook.atomic(() => (rows ? tab.insertRows(at - 1, count, at - 1) : tab.insertColumns(at - 1, count, at - 1)));
    }
    return null;
  });

const deletes = (rows: boolean) =>
  changes('write', (context, ref: SheetRef, at: number, count: number) => {
    if (count < 1 || at < 1 || at - 1 + count > total(context, ref, rows)) throw outOfBounds(rows);
    request(context, ref.file, 'deleteDimension', { range: dimension(ref, rows, at - 1, count) });
    return null;
  });

const hides = (rows: boolean, hidden: boolean) =>
  changes('write', (context, ref: SheetRef, at: number, count: number) => {
    if (count < 1 || at < 1 || at - 1 + count > total(context, ref, rows)) throw outOfBounds(rows);
    const body = {
      range: dimension(ref, rows, at - 1, count),
      properties: { hiddenByUser: hidden },
      fields: 'hiddenByUser',
    };
    request(context, ref.file, 'updateDimensionProperties', body);
    return null;
  });

const sizes = (rows: boolean) =>
  changes('write', (context, ref: SheetRef, at: number, count: number, pixels: number) => {
    const body = { range: dimension(ref, rows, at - 1, count), properties: { pixelSize: pixels }, fields: 'pixelSize' };
    request(context, ref.file, 'updateDimensionProperties', body);
    return null;
  });

/** Rows and columns of a `Sheet`: each argument list starts with the tab. Positions are 1-based. */
export const sheetLines: Operations = {
  'Sheet.insertRows': inserts(true),
  'Sheet.insertColumns': inserts(false),
  'Sheet.deleteRows': deletes(true),
  'Sheet.deleteColumns': deletes(false),
  'Sheet.hideRows': hides(true, true),
  'Sheet.showRows': hides(true, false),
  'Sheet.hideColumns': hides(false, true),
  'Sheet.showColumns': hides(false, false),
  'Sheet.setRowHeights': sizes(true),
  'Sheet.setColumnWidths': sizes(false),
};
