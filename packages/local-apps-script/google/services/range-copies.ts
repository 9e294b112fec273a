import { changes, type OperationContext, type Operations } from '../operations';
import { withParts } from '../workbook/cell';
import { requireCalculated } from '../workbook/formula';
import { clearPlace, editable } from './range-actions';
import { openFile, openToRead, placeOf, type RangeRef, refOf } from './spreadsheet-files';

/** What is copied of each cell. */
interface CopyOptions {
  /** `values`: what formulas give, and not the formulas. */
  readonly contents: 'none' | 'formulas' | 'values';
  readonly formats: boolean;
  readonly validations: boolean;
  /** Rows become columns. */
  readonly transposed: boolean;
}

const EVERYTHING: CopyOptions = { contents: 'formulas', formats: true, validations: true, transposed: false };

/** Copies a block; a larger target is filled with repeats, a smaller one grows to the block's size. */
const copyTo = (context: OperationContext, from: RangeRef, to: RangeRef, options: CopyOptions): null => {
  const { contents, formats, validations, transposed } = options;
  const source = placeOf(openToRead(context, from.file), from);
  const [down, across] = [source.area.bottom - source.area.top, source.area.right - source.area.left];
  const [high, wide] = transposed ? [across, down] : [down, across];
  const rows = Math.max(high, Math.floor(to.rows / high) * high);
  const columns = Math.max(wide, Math.floor(to.columns / wide) * wide);
  const target = editable(context, { ...to, rows, columns });
  const cells = Array.from({ length: high }, (_, row) =>
    Array.from({ length: wide }, (__, column) => {
      const [y, x] = transposed ? [column, row] : [row, column];
      const at = [source.area.top + y, source.area.left + x] as const;
      const cell = { value: source.tab.value(...at), extra: source.tab.extra(...at) };
      if (contents === 'values') requireCalculated(cell.value, cell.extra);
      return cell;
    }),
  );
  target.workbook.atomic(() => {
    for (let down = 0; down < rows; down++) {
      for (let across = 0; across < columns; across++) {
        const cell = cells[down % high]?.[across % wide];
        const [row, column] = [target.area.top + down, target.area.left + across];
        if (contents !== 'none') target.tab.setValue(row, column, cell?.value ?? null);
        const { formula, note, format, validation } = cell?.extra ?? {};
        const parts = {
          ...(contents === 'none' ? {} : { formula: contents === 'values' ? undefined : formula }),
          ...(formats ? { note, format } : {}),
          ...(validations ? { validation } : {}),
        };
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
      copyTo(context, from, { ...to, rows: high, columns: from.columns }, EVERYTHING);
      const { file, sheet, row, column } = to;
      const same = before === JSON.stringify({ file, sheet, row, column, rows: from.rows, columns: from.columns });
      if (!same) clearPlace(source, { contents: true, formats: true, notes: true, validations: true });
      return null;
    });
  }),
};
