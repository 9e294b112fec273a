import type { StaffPorts } from '../../core/staff-ports';
import { textOf } from '../../workbook/layout';
import type { WorkbookView } from '../../workbook/view';

/** The ids of the selected orders, in one read even if they're scattered; none if the selection is in another tab. */
export const selectedIds = (
  { selection, orders }: Pick<StaffPorts, 'selection' | 'orders'>,
  view: WorkbookView,
): readonly string[] => {
  const wanted = new Set(
    selection.orderRows().flatMap(({ from, count }) => Array.from({ length: count }, (_, index) => from + index)),
  );
  if (wanted.size === 0) return [];
  const first = [...wanted].reduce((least, at) => Math.min(least, at));
  const last = [...wanted].reduce((most, at) => Math.max(most, at));
  const rows = orders.rows(view, first, last - first + 1).filter(({ at }) => wanted.has(at));
  return [...new Set(rows.map(({ cells }) => textOf(cells['Order ID'])).filter(Boolean))];
};
