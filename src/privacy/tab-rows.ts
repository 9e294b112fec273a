import type { TabTexts } from '../core/file-ports';

/** Rows that are read in one call. */
const BLOCK = 2_000;

/** The rows of a tab below its header, a block at a time. */
export const eachRow = (
  texts: Pick<TabTexts, 'block'>,
  tab: string,
  visit: (cells: readonly string[], row: number) => void,
): void => {
  for (let from = 2; ; from += BLOCK) {
    const rows = texts.block(tab, from, BLOCK);
    rows.forEach((cells, index) => {
      visit(cells, from + index);
    });
    if (rows.length < BLOCK) return;
  }
};

/** The header texts of a tab. */
export const headersOf = (texts: Pick<TabTexts, 'block'>, tab: string): string[] =>
  (texts.block(tab, 1, 1)[0] ?? []).map((header) => header.trim());

/** Reads the cells of a row by header; blank where there is none. */
export const cellOf =
  (headers: readonly string[], cells: readonly string[]) =>
  (header: string): string =>
    cells[headers.indexOf(header)]?.trim() ?? '';
