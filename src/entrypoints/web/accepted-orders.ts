import type { Ports } from '../../core/all-ports';
import type { SheetRow } from '../../core/ports';
import { entryOf } from '../../ledger/lookup';
import { type IndexEntry, indexEntry } from '../../ledger/row-owner';
import { contentKeyOfRow, detailsOfRow, totalInContentKey } from '../../workbook/content-key';
import { textOf } from '../../workbook/layout';
import type { LedgerEntry } from '../../workbook/ledger-row';
import { type OrderJson, orderJson, orderJsonOfEntry, type Summary, summaryOf } from '../../workbook/order-json';
import { type Places, tabProblem } from '../../workbook/view';

/** What reading accepted orders needs from the world. */
type AcceptedPorts = Pick<Ports, 'headers' | 'ledger' | 'orders'>;

/** The Ledger must be whole; while the Orders tab lacks a column, what was accepted is read all the same. */
const placesNow = ({ headers }: AcceptedPorts): Places => headers.read(['ledger'], ['orders']);

/** Whether rows of the Orders tab can be identified. */
const hasIds = ({ places }: Places): boolean => places.orders?.layout.columns.has('Order ID') === true;

/** Oldest first; also the cursor of a list: by moment and id, so a sorted sheet changes no page. */
const placeOf = ({ acceptedAt, id }: IndexEntry): string => `${acceptedAt} ${id}`;

/** One page of a list, and the cursor of the next one. Null: the cursor names no order. */
export interface AcceptedPage {
  readonly orders: readonly OrderJson[];
  readonly cursor: string;
}

/**
 * Orders as accepted: status, money and identity come from the Ledger, not from unaccepted edits in the Orders tab.
 * Five calls, and up to three more for orders whose rows differ. If the Orders tab is missing a column, everything
 * comes from the Ledger. @param status blank for all. @throws Unreadable if the Ledger or one of its headers is
 * missing.
 */
export const acceptedPage = (
  ports: AcceptedPorts,
  status: string,
  cursor: string,
  most: number,
): AcceptedPage | null => {
  const places = placesNow(ports);
  const all = ports.ledger.index(places).map(indexEntry);
  if (cursor !== '' && !all.some((entry) => placeOf(entry) === cursor)) return null;
  const wanted = all
    .filter((entry) => (status === '' || entry.status === status) && (cursor === '' || placeOf(entry) > cursor))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const page = wanted.slice(0, most);
  const rows = rowsById(hasIds(places) ? ports.orders.rows(places, 2, null) : []);
  const isSound = tabProblem(places, 'orders') === '';
  const standing = (entry: IndexEntry): SheetRow | undefined => {
    const row = isSound ? rows.get(entry.id) : undefined;
    return row && says(row, entry) ? row : undefined;
  };
  const unlike = page.filter((entry) => !standing(entry));
  const whole = ports.ledger.whole(
    places,
    unlike.map(({ at }) => at),
  );
  const known = new Map(whole.map((row) => [textOf(row.cells['Order ID']), entryOf(row)]));
  // An order that has come in since has pushed the others down: those are looked up by their ids.
  const kept = (id: string): LedgerEntry | null => known.get(id) ?? entryOf(ports.ledger.find(places, 'Order ID', id));
  const orders = page.flatMap((entry): OrderJson[] => {
    const row = standing(entry);
    if (row) return [jsonOf(row, entry)];
    const accepted = kept(entry.id);
    return accepted ? [{ ...orderJsonOfEntry(accepted), feedback: textOf(rows.get(entry.id)?.cells.Feedback) }] : [];
  });
  const last = page[page.length - 1];
  return { orders, cursor: wanted.length > most && last ? placeOf(last) : '' };
};

/**
 * The figures of all accepted orders, in four calls at most.
 * @throws Unreadable when the Ledger or one of its headers is missing.
 */
export const acceptedSummary = ({ headers, ledger }: AcceptedPorts): Summary => {
  const index = ledger.index(headers.read(['ledger'])).map(indexEntry);
  return summaryOf(index.map(({ status, contentKey }) => ({ status, total: totalInContentKey(contentKey) })));
};

/** One order as accepted, whether or not it has a row; null if there is none. */
export const acceptedOrder = (
  ports: AcceptedPorts,
  header: 'Order ID' | 'Order Number',
  text: string,
): OrderJson | null => {
  const places = placesNow(ports);
  const entry = entryOf(ports.ledger.find(places, header, text));
  if (!entry) return null;
  const at = ports.orders.ids(places).indexOf(entry.order.id) + 2;
  const row = at > 1 ? ports.orders.rows(places, at, 1)[0] : undefined;
  const isOwn = row !== undefined && textOf(row.cells['Order ID']) === entry.order.id;
  return { ...orderJsonOfEntry(entry), feedback: isOwn ? textOf(row.cells.Feedback) : '' };
};

/** Rows by their ids; a duplicate id identifies no row. */
const rowsById = (rows: readonly SheetRow[]): ReadonlyMap<string, SheetRow | undefined> => {
  const byId = new Map<string, SheetRow | undefined>();
  for (const row of rows) {
    const id = textOf(row.cells['Order ID']);
    byId.set(id, byId.has(id) ? undefined : row);
  }
  return byId;
};

/** Whether a row matches the Ledger, apart from its statuses. */
const says = ({ cells }: SheetRow, { contentKey, details }: IndexEntry): boolean =>
  contentKeyOfRow(cells) === contentKey && detailsOfRow(cells) === details;

const jsonOf = ({ cells }: SheetRow, { status, shipping, acceptedAt }: IndexEntry): OrderJson =>
  orderJson({ ...cells, Status: status, 'Shipping Status': shipping }, acceptedAt);
