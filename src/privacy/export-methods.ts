import type { StaffPorts } from '../core/staff-ports';
import { type Check, text } from '../rpc/argument-checks';
import { dialog, inLive } from '../rpc/dialog';
import { method } from '../rpc/rpc';
import { columnLetters } from '../workbook/a1';
import { OUTSIDE } from './register';

const isRow: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 1;

/** The dialog Export all data: any tab, piece by piece. */
export const EXPORT = dialog(
  { page: 'export', title: 'Export all data', size: [600, 620] },
  inLive<Pick<StaffPorts, 'exports' | 'texts'>>({
    'export.tabs': method([], ({ exports }) => exports.tabs()),
    'export.notes': method([text(100)], ({ texts }, tab) =>
      texts.notes(tab).map(({ row, column, text: note }) => ({ cell: `${columnLetters(column - 1)}${row}`, note })),
    ),
    'export.outside': method([], () => Object.values(OUTSIDE)),
    'export.rows': method([text(100), isRow, isRow], ({ exports }, tab, from, count) => exports.rows(tab, from, count)),
  }),
);
