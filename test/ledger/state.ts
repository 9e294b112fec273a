import type { Json } from '../../packages/local-apps-script/google/operations';
import type { Shop } from '../support/shop';

type Rows = readonly Record<string, Json>[];

const inOrder = (rows: Rows): Rows =>
  [...rows]
    .map((row) => [JSON.stringify(row, Object.keys(row).sort()), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);

/** The notes of the Orders tab, by order and header. */
const notesOf = ({ office }: Shop): Record<string, string> => {
  const { values, notes } = office.sheet('Orders', 1, 1_000) as unknown as {
    values: readonly (readonly Json[])[];
    notes: readonly (readonly string[])[];
  };
  const headers = values[0] ?? [];
  const id = headers.indexOf('Order ID');
  return Object.fromEntries(
    notes.flatMap((line, row) =>
      line.flatMap((note, column) => (note ? [[`${values[row]?.[id]} ${headers[column]}`, note] as const] : [])),
    ),
  );
};

/** An email with each link to a row as a link to its order. */
const withOrders = (values: readonly (readonly Json[])[], text: string): string => {
  const id = values[0]?.indexOf('Order ID') ?? -1;
  return text.replace(/range=(\d+):\1/g, (_, row) => `range of ${values[Number(row) - 1]?.[id]}`);
};

/**
 * The part of an Outbox row that counts. Marks of emails that leave are plain writes to where they were read; if rows
 * have moved, they're sorted out later, and the times of an email that has left don't matter.
 */
const told = (row: Record<string, Json>): Record<string, Json> =>
  row.State === 'sent' ? { ...row, 'Created At': '', 'Lease Until': '', 'Not After': '' } : row;

/**
 * What a shop has come to, in the same words wherever rows and columns are: rows of tabs in an order of their own, by
 * header; the Ledger without its head, which counts commits.
 */
export const stateOf = (shop: Shop) => {
  const values = shop.office.values('Orders');
  return {
    orders: inOrder(shop.rows('Orders')),
    notes: notesOf(shop),
    ledger: inOrder(shop.rows('Ledger').map(({ Head: _, ...row }) => row)),
    outbox: inOrder(shop.rows('Outbox').map(told)),
    settings: inOrder(shop.rows('Settings')),
    prices: inOrder(shop.rows('Price List')),
    events: inOrder(shop.rows('Events')),
    batches: inOrder(shop.rows('Batches')),
    activity: shop
      .rows('Activity')
      .map(({ Event, Detail }) => `${Event}: ${Detail}`)
      .sort(),
    emails: shop
      .emails()
      .map(({ to, subject, text }) => ({ to, subject, text: withOrders(values, text) }))
      .sort((a, b) => (`${a.to} ${a.subject}` < `${b.to} ${b.subject}` ? -1 : 1)),
  };
};

export type State = ReturnType<typeof stateOf>;

/** The row of an order. */
export const rowOf = (shop: Shop, id: string): Record<string, Json> =>
  shop.rows('Orders').find((row) => row['Order ID'] === id) ?? {};
