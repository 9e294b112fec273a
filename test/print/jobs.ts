import { PRINT_KINDS } from '../../src/print/kinds';
import { printFile } from '../../src/print/page/sheets/print-file';
import { sheetHtml } from '../../src/print/page/sheets/sheet';
import { sheetsOf } from '../../src/print/page/sheets/sheets-of';
import { batchOf, entry, itemsOf } from './items';

const NAMES = [
  'Ann Lee',
  'José Álvarez',
  'W'.repeat(60),
  '東京 太郎',
  'Marie-Claire von Habsburg-Lothringen of Saxony',
];
const SIZES = ['4x6', '5x7', '8x10'];

/** The print files of this many orders, by kind: what `npm run bench` has a browser lay out. */
export const printJobs = (orders: number): Record<string, string> => {
  const entries = Array.from({ length: orders }, (_, index) =>
    entry({
      name: NAMES[index % NAMES.length] ?? '',
      number: `ASDAR26-${String(index + 1).padStart(4, '0')}`,
      lines: Array.from({ length: 4 }, (_line, at) => ({
        photoNumber: String(1000 + ((index * 7 + at) % 900)),
        size: SIZES[(index + at) % SIZES.length] ?? '4x6',
        quantity: 1,
      })),
    }),
  );
  const batch = batchOf(itemsOf(entries));
  return Object.fromEntries(
    PRINT_KINDS.map((kind) => {
      const sheets = sheetsOf(kind, batch, { kind: '5160', start: 1 });
      return [
        kind,
        printFile(
          kind,
          sheets.map((sheet) => sheetHtml(sheet, batch.paperwork.nudges)),
        ),
      ];
    }),
  );
};
