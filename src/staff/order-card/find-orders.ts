import type { Ports } from '../../core/all-ports';
import type { SheetRow } from '../../core/ports';
import { isExactly, isFound, type Search, type Searched, searchOf } from '../../domain/find-text';
import { textOf } from '../../workbook/layout';

/** What looking for orders needs from the world. */
export type FindPorts = Pick<Ports, 'workbook' | 'orders' | 'ledger'>;

/** An order in a list of finds: its cells by header, as texts. One whose row is gone has no name. */
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

/** Orders that the words may mean: one with exactly this number or id first, then the newest. */
export const findOrders = (ports: FindPorts, query: string): FoundOrders => {
  const search = searchOf(query);
  if (search.words.length === 0) return { found: [], more: 0 };
  const view = ports.workbook.read();
  const rows = ports.orders.rows(view, 2, null).filter((row) => textOf(row.cells['Order ID']) !== '');
  const meant = rows.filter((row) => isFound(search, searched(row))).reverse();
  const found = meant.length > 0 ? meant : withoutRow(ports.ledger.index(view), search);
  const isExact = (row: SheetRow) => isExactly(search, numbersOf(row));
  const sorted = [...found.filter(isExact), ...found.filter((row) => !isExact(row))];
  return { found: sorted.slice(0, MOST_FOUND).map(shown), more: Math.max(0, sorted.length - MOST_FOUND) };
};

/** Orders whose rows are gone are still in the Ledger, under their number and id. */
const withoutRow = (index: readonly SheetRow[], search: Search): readonly SheetRow[] =>
  index.filter((row) => {
    const numbers = numbersOf(row);
    return isFound(search, { numbers, texts: numbers.slice(0, 1), photos: [], phone: '' });
  });
