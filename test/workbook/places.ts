import { type Layout, layoutOf } from '../../src/workbook/layout';
import { TAB_KEYS, TABS, type TabKey } from '../../src/workbook/tabs';
import type { TabPlace, WorkbookView } from '../../src/workbook/view';

/** The headers of a tab as set-up writes them. */
export const headersOf = (tab: TabKey): string[] => TABS[tab].columns.map((column) => column.header);

/** A tab whose header row reads like this; as set-up made it when none is given. */
export const placeOf = (tab: TabKey, headers: readonly string[] = headersOf(tab)): TabPlace & { layout: Layout } => ({
  sheetId: 100 + TAB_KEYS.indexOf(tab),
  layout: layoutOf(tab, headers),
});

/** A workbook as set-up made it, without any rows that staff have written. */
export const freshView = (changed: Partial<WorkbookView> = {}): WorkbookView => ({
  places: Object.fromEntries(TAB_KEYS.map((tab) => [tab, placeOf(tab)])),
  settings: [],
  priceList: [],
  events: [],
  emails: [],
  ...changed,
});
