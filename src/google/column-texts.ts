import { type Cell, textOf } from '../workbook/layout';
import type { TabKey } from '../workbook/tabs';
import type { Places } from '../workbook/view';
import { columnBelow } from './ledger-sheet';
import type { LiveSpreadsheet } from './live-spreadsheet';
import { bareText } from './typed-text';

/** The texts of a tab's column, from row 2 on, in one call; none where the tab or the column is missing. */
export const columnTexts = (live: LiveSpreadsheet, view: Places, tab: TabKey, header: string): readonly string[] => {
  const index = view.places[tab]?.layout.columns.get(header);
  if (index === undefined) return [];
  return live.values(tab, columnBelow(index)).map(([cell]) => bareText(textOf(cell as Cell)));
};
