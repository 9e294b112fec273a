import type { Ports } from '../../core/all-ports';
import type { SheetRow } from '../../core/ports';
import { isExactly, isFound, type Search, type Searched, searchOf } from '../../domain/find-text';
import { entryOf } from '../../ledger/lookup';
import { textOf } from '../../workbook/layout';
import { ordersRow } from '../../workbook/orders-row';
import type { WorkbookView } from '../../workbook/view';

/** What searching for orders needs from the world. */
export type FindPorts = Pick<Ports, 'workbook' | 'orders' | 'ledger'>;

/** What an order in the search results has besides its cells if its row is gone. */
const ROW_GONE = 'Row gone';

/** A search result: the order's cells by header, as texts, and {@link ROW_GONE}. */
export type FoundOrder = Readonly<Record<string, string>>;

/** The first orders that were found, and how many more there are. */
export interface FoundOrders {
  readonly found: readonly FoundOrder[];
  readonly more: number;
}

const MOST_FOUND = 30;
const SHOWN = ['Order ID', 'Order Number', 'Customer Name', 'Email', 'Status', 'Shipping Status', 'Total'] as const;

const photosIn = (items: string): readonly string[] => items.split(/,\s*/).map((item) => item.split(' ')[0] ?? '');

const numbersOf = ({ cells }: SheetRow): readonly string[] =>
  [cells['Order Number'], cells['Order ID']].map((cell) => textOf(cell));

/** What a search goes through in a row of the Orders tab. */
const searched = (row: SheetRow): Searched => ({
  numbers: numbersOf(row),
  texts: ['Order Number', 'Customer Name', 'Email'].map((header) => textOf(row.cells[header])),
  photos: photosIn(textOf(row.cells.Items)),
  phone: textOf(row.cells.Phone),
});

const shown = ({ cells }: SheetRow): FoundOrder =>
  Object.fromEntries(SHOWN.map((header) => [header, textOf(cells[header])]));

/** How many of the newest orders without a row are also found by name, email, phone and photos. */
const MOST_READ = 500;

/** Orders that match the words: one with exactly this number or id first, then the newest. */
export const findOrders = (ports: FindPorts, query: string): FoundOrders => {
  const search = searchOf(query);
  if (search.words.length === 0) return { found: [], more: 0 };
  const view = ports.workbook.read();
  const rows = ports.orders.rows(view, 2, null).filter((row) => textOf(row.cells['Order ID']) !== '');
  const meant = rows.filter((row) => isFound(search, searched(row))).reverse();
  const present = new Set(rows.map(({ cells }) => textOf(cells['Order ID'])));
  const gone = ports.ledger.index(view).filter(({ cells }) => !present.has(textOf(cells['Order ID'])));
  const found = [...meant.map(shown), ...withoutRow(ports, view, gone, search)];
  const isExact = (order: FoundOrder) => isExactly(search, [order['Order Number'] ?? '', order['Order ID'] ?? '']);
  const sorted = [...found.filter(isExact), ...found.filter((order) => !isExact(order))];
  return { found: sorted.slice(0, MOST_FOUND), more: Math.max(0, sorted.length - MOST_FOUND) };
};

/**
 * Orders whose rows are gone are still in the Ledger, complete except for what staff have written in the rows. If there
 * are more than {@link MOST_READ} of them, which doesn't happen by accident, the older ones are found by number and id
 * only, so that a search never reads years of Ledger rows.
 */
const withoutRow = (
  ports: FindPorts,
  view: WorkbookView,
  gone: readonly SheetRow[],
  search: Search,
): readonly FoundOrder[] => {
  const newest = gone.slice(0, MOST_READ).map(({ at }) => at);
  const entries = (newest.length > 0 ? ports.ledger.whole(view, newest) : []).map(entryOf).filter((it) => it !== null);
  const whole = entries.map((entry) => ({ at: 0, cells: ordersRow(entry.order, entry, 0) }));
  const read = new Set(entries.map(({ order }) => order.id));
  const rest = gone.filter(({ cells }) => !read.has(textOf(cells['Order ID'])));
  return [...whole, ...rest]
    .filter((row) => isFound(search, searched(row)))
    .map((row) => ({ ...shown(row), [ROW_GONE]: 'yes' }));
};
