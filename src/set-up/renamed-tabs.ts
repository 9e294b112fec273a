import type { TabBuilder } from '../core/set-up-ports';
import { type Cell, layoutOf, textOf } from '../workbook/layout';
import { parseHead } from '../workbook/ledger-row';
import { TABS } from '../workbook/tabs';

/** Tabs that are known by their headers when they bear another name. */
export const KNOWN_BY_HEADERS = ['ledger', 'orders'] as const;
type Known = (typeof KNOWN_BY_HEADERS)[number];

/** Of a renamed Orders tab so much is known to the Ledger; a copy for someone's own purposes may have as many headers. */
const SHARE_KNOWN = 0.5;

type Cells = readonly (readonly unknown[])[];

const idsIn = (tab: Known, [header = [], ...rows]: Cells): string[] => {
  const column = layoutOf(tab, header as Cell[]).columns.get('Order ID') ?? -1;
  return rows.map((row) => textOf(row[column] as Cell)).filter((id) => id !== '');
};

const revisionIn = ([header = [], ...rows]: Cells): number => {
  const column = layoutOf('ledger', header as Cell[]).columns.get('Head') ?? -1;
  return Math.max(-1, ...rows.map((row) => parseHead(row[column] as Cell)?.revision ?? -1));
};

/** How surely a tab of another name is one of ours; 0: not at all. */
const likeness = (tabBuilder: TabBuilder, tab: Known, cells: Cells): number => {
  const ids = idsIn(tab, cells);
  if (ids.length === 0) return 0;
  if (tab === 'ledger') return revisionIn(cells) + 1;
  const known = new Set(idsIn('ledger', tabBuilder.cells('ledger')));
  const share = ids.filter((id) => known.has(id)).length;
  return share >= known.size * SHARE_KNOWN ? share : 0;
};

/**
 * Gives a renamed Ledger or Orders tab its name back. A tab of that name that is there and has no orders is made by a
 * set-up in between: it steps aside.
 * @returns a sentence; blank when there is none.
 */
export const renamedBack = (tabBuilder: TabBuilder, tab: Known): string => {
  const { name } = TABS[tab];
  const standing = tabBuilder.headers(tab);
  if (standing !== null && idsIn(tab, tabBuilder.cells(tab)).length > 0) return '';
  const found = tabBuilder
    .lookalikes(tab)
    .map((other) => ({ other, sum: likeness(tabBuilder, tab, tabBuilder.cellsOf(other)) }))
    .filter(({ sum }) => sum > 0)
    .sort((one, other) => other.sum - one.sum)[0];
  if (!found) return '';
  if (standing !== null) tabBuilder.rename(name, `${name} (empty)`);
  tabBuilder.rename(found.other, name);
  const what = tab === 'ledger' ? 'the order log' : 'the orders';
  return `The "${found.other}" tab holds ${what}, so it was renamed ${name}.`;
};
