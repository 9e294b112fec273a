import type { Sheet } from './sheets/sheet';

/**
 * The orders that are done when pages `first` to `last` (counted from 1) have printed: one that continues on a later page
 * isn't.
 */
export const doneOn = (sheets: readonly Pick<Sheet, 'ids'>[], first: number, last: number): string[] => {
  const goesOn = new Set(sheets.slice(last).flatMap(({ ids }) => ids));
  const ids = sheets.slice(first - 1, last).flatMap((sheet) => sheet.ids);
  return [...new Set(ids)].filter((id) => !goesOn.has(id));
};
