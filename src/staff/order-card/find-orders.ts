import type { Ports } from '../../core/all-ports';
import type { SheetRow } from '../../core/ports';
import { type Cell, textOf } from '../../workbook/layout';

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
/** So many digits of a phone number at least: fewer are in every second one. */
const LEAST_DIGITS = 3;

type Cells = Readonly<Record<string, Cell>>;

/** Small letters without accents: `José` is found by `jose`. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** A typed search, prepared once for all rows. */
interface Search {
  readonly all: string;
  readonly words: readonly string[];
  /** The digits of a typed phone number; blank when it is none. */
  readonly digits: string;
}

const searchOf = (query: string): Search => {
  const all = plain(query.trim());
  const digits = all.replace(/[\s()+.-]/g, '');
  const isPhone = /^\d+$/.test(digits) && digits.length >= LEAST_DIGITS;
  return { all, words: all.split(/\s+/).filter(Boolean), digits: isPhone ? digits : '' };
};

const photosIn = (items: string): readonly string[] => items.split(/,\s*/).map((item) => item.split(' ')[0] ?? '');

/** Each word must be part of the number, name or email, or a whole photo number; else the id, or the end of the phone. */
const isMeant = (cells: Cells, { all, words, digits }: Search): boolean => {
  const text = (header: string): string => plain(textOf(cells[header]));
  if (text('Order ID') === all) return true;
  if (digits && textOf(cells.Phone).replace(/\D/g, '').endsWith(digits)) return true;
  const parts = ['Order Number', 'Customer Name', 'Email'].map(text);
  const photos = photosIn(text('Items'));
  return words.every((word) => parts.some((part) => part.includes(word)) || photos.includes(word));
};

const shown = ({ cells }: SheetRow): FoundOrder =>
  Object.fromEntries(SHOWN.map((header) => [header, textOf(cells[header])]));

/** Orders that the words may mean: one with exactly this number or id first, then the newest. */
export const findOrders = (ports: FindPorts, query: string): FoundOrders => {
  const search = searchOf(query);
  if (search.words.length === 0) return { found: [], more: 0 };
  const view = ports.workbook.read();
  const rows = ports.orders.rows(view, 2, null).filter((row) => textOf(row.cells['Order ID']) !== '');
  const meant = rows.filter(({ cells }) => isMeant(cells, search)).reverse();
  const found = meant.length > 0 ? meant : withoutRow(ports.ledger.index(view), search);
  const isExact = ({ cells }: SheetRow) =>
    [cells['Order Number'], cells['Order ID']].some((cell) => plain(textOf(cell)) === search.all);
  const sorted = [...found.filter(isExact), ...found.filter((row) => !isExact(row))];
  return { found: sorted.slice(0, MOST_FOUND).map(shown), more: Math.max(0, sorted.length - MOST_FOUND) };
};

/** Orders whose rows are gone are still in the Ledger, under their number and id. */
const withoutRow = (index: readonly SheetRow[], { all }: Search): readonly SheetRow[] =>
  index.filter(
    ({ cells }) => plain(textOf(cells['Order Number'])).includes(all) || plain(textOf(cells['Order ID'])) === all,
  );
