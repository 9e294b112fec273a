import type { SheetEdit } from '../core/keyboard-ports';
import type { Layout } from '../workbook/layout';
import type { Hint } from './hint';
import { CUSTOMER_COLUMNS } from './row-check';
import type { Scope } from './settle-rows';

/** Columns whose edits have consequences; an edit elsewhere only changes what is read. */
const WATCHED: readonly string[] = [
  'Order ID',
  'Order Number',
  'Status',
  'Shipping Status',
  'Items',
  'Subtotal',
  'Shipping Fee',
  'Total',
  ...CUSTOMER_COLUMNS,
];

/** The rows in which an edit of the Orders tab touched column R; null when it touched none. */
export const feedbackScopeOf = (edit: SheetEdit, layout: Layout): Scope | null => {
  const column = (layout.columns.get('Feedback') ?? -2) + 1;
  const from = Math.max(edit.rowStart, 2);
  const isTouched = column >= edit.columnStart && column <= edit.columnEnd && edit.rowEnd >= from;
  return isTouched ? { from, count: edit.rowEnd - from + 1 } : null;
};

/** Which rows an edit of the Orders tab makes the program check, and what is known about it; null for none. */
export const scopeOfEdit = (edit: SheetEdit, layout: Layout): { readonly scope: Scope; readonly hint: Hint } | null => {
  const touched = new Set(
    WATCHED.filter((header) => {
      const column = (layout.columns.get(header) ?? -2) + 1;
      return column >= edit.columnStart && column <= edit.columnEnd;
    }),
  );
  const from = Math.max(edit.rowStart, 2);
  const count = edit.rowEnd - from + 1;
  if (touched.size === 0 || count < 1) return null;
  const isStatus = touched.size === 1 && touched.has('Status');
  const seen = isStatus && count === 1 ? [edit.oldValue, edit.value].filter(Boolean) : [];
  return { scope: { from, count }, hint: { source: 'sheet', by: edit.by, touched, singleRow: count === 1, seen } };
};
