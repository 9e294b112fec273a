import type { Selection } from '../ports';
import { TABS } from '../workbook/tabs';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** The selection in front of the person. */
export class SheetSelection implements Selection {
  constructor(private readonly live: LiveSpreadsheet) {}

  orderRows(): readonly { readonly from: number; readonly count: number }[] {
    const ranges = this.live.spreadsheet.getActiveRangeList()?.getRanges() ?? [];
    return ranges
      .filter((range) => range.getSheet().getName() === TABS.orders.name)
      .map((range) => ({ from: Math.max(range.getRow(), 2), to: range.getLastRow() }))
      .filter(({ from, to }) => to >= from)
      .map(({ from, to }) => ({ from, count: to - from + 1 }));
  }
}
