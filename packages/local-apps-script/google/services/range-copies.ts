import { changes, type OperationContext, type Operations } from '../operations';
import { withParts } from '../workbook/cell';
import { clearPlace, editable } from './range-actions';
import { openFile, openToRead, placeOf, type RangeRef, refOf } from './spreadsheet-files';

interface CopyOptions {
  readonly contents: boolean;
  readonly formats: boolean;
}

/** Copies a block; a larger target is filled with repeats, a smaller one grows to the block's size. */
const copyTo = (context: OperationContext, from: RangeRef, to: RangeRef, { contents, formats }: CopyOptions): null => {
  const source = placeOf(openToRead(context, from.file), from);
  const high = source.area.bottom - source.area.top;
  const wide = source.area.right - source.area.left;
  const rows = Math.max(high, Math.floor(to.rows / high) * high);
  const columns = Math.max(wide, Math.floor(to.columns / wide) * wide);
  const target = editable(context, { ...to, rows, columns });
  const cells = Array.from({ length: high }, (_, down) =>
    Array.from({ length: wide }, (__, across) => ({
      value: source.tab.value(source.area.top + down, source.area.left + across),
      extra: source.tab.extra(source.area.top + down, source.area.left + across),
    })),
  );
  target.workbook.atomic(() => {
    for (let down = 0; down < rows; down++) {
      for (let across = 0; across < columns; across++) {
        const cell = cells[down % high]?.[across % wide];
        const [row, column] = [target.area.top + down, target.area.left + across];
        if (contents) target.tab.setValue(row, column, cell?.value ?? null);
        const { formula, note, format, validation } = cell?.extra ?? {};
        const parts = { ...(contents ? { formula } : {}), ...(formats ? { note, format, validation } : {}) };
        target.tab.setExtra(row, column, withParts(target.tab.extra(row, column), parts));
      }
    }
  });
  return null;
};

/** `Range.copyTo` and `Range.moveTo`: arguments are the range and where to. */
export const rangeCopies: Operations = {
  'Range.copyTo': changes('write', copyTo),
  'Range.moveTo': changes('write', (context, from: RangeRef, to: RangeRef) => {
    const workbook = openFile(context, from.file);
    return workbook.atomic(() => {
      const source = editable(context, from);
      const high = source.area.bottom - source.area.top;
      const before = JSON.stringify(refOf(workbook, source.tab, source.area));
      copyTo(context, from, { ...to, rows: high, columns: from.columns }, { contents: true, formats: true });
      const same = before === JSON.stringify({ ...to, rows: from.rows, columns: from.columns });
      if (!same) clearPlace(source, { contents: true, formats: true, notes: true, validations: true });
      return null;
    });
  }),
};
