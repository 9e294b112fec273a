import type { ScratchBook } from '../core/ports';
import type { Cell } from '../workbook/layout';
import { type LeftCopies, leftCopies } from '../workbook/left-copies';
import type { LiveSpreadsheet } from './live-spreadsheet';

/** The Scratch tab through SpreadsheetApp. */
export class ScratchSheet implements ScratchBook {
  constructor(private readonly live: LiveSpreadsheet) {}

  left(): LeftCopies | null {
    const values = this.live.tab('scratch')?.getDataRange().getValues() as Cell[][] | undefined;
    return values ? leftCopies(values) : null;
  }
}
