import type { SheetRow } from '../core/ports';
import type { MenuPorts } from '../statuses/on-menu';
import type { Cell } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';

/** The Batches tab. */
export interface BatchBook {
  /** Every batch without its orders, oldest first. */
  heads(view: WorkbookView): readonly SheetRow[];
  /** The Orders cells of some rows, by row number. */
  orders(view: WorkbookView, rows: readonly number[]): ReadonlyMap<number, Cell>;
}

/** What printing needs from the world. */
export interface PrintPorts extends MenuPorts {
  readonly batches: BatchBook;
}
