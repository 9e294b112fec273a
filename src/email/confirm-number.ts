import type { SheetEdit } from '../core/keyboard-ports';
import { identityOf } from '../workbook/identity';
import { textOf } from '../workbook/layout';
import { progressOrNone } from '../workbook/ledger-row';
import { TRACKING_COLUMN } from '../workbook/tabs';
import type { WorkbookView } from '../workbook/view';
import type { EmailPorts } from './email-ports';
import { movedIn, withoutMovedNote } from './moved-numbers';
import { asTyped } from './tracking-numbers';

/**
 * Keeps a tracking number that used to be another order's, once staff type it into a single cell: typing it confirms
 * it.
 */
export const confirmNumber = (
  ports: EmailPorts,
  view: WorkbookView,
  { rowStart, columnStart, value }: SheetEdit,
): void => {
  const typedNumber = asTyped(value);
  if (!typedNumber || columnStart - 1 !== view.places.orders?.layout.columns.get(TRACKING_COLUMN)) return;
  const cells = ports.orders.rows(view, rowStart, 1)[0]?.cells ?? {};
  const id = textOf(cells['Order ID']);
  if (!movedIn(ports, view, [id]).has(id)) return;
  ports.change({
    by: 'confirm a tracking number',
    wait: 10_000,
    view,
    plan: () => {
      const found = ports.ledger.find(view, 'Order ID', id);
      if (!found) return { changes: [], value: null };
      const { noted: _, ...progress } = progressOrNone(found.cells);
      const row = { Progress: JSON.stringify({ ...progress, typedNumber }) };
      const note = withoutMovedNote(ports.orders.notes(view, TRACKING_COLUMN)[rowStart - 2] ?? '');
      const noNote = { row: {}, notes: { [TRACKING_COLUMN]: note } };
      return {
        changes: [
          { change: 'update', tab: 'orders', at: rowStart, was: identityOf(cells), ...noNote },
          { change: 'update', tab: 'ledger', at: found.at, row },
        ],
        value: null,
      };
    },
  });
};
