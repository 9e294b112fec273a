import type { SheetRow } from '../core/ports';
import { isErased } from '../domain/erased';
import { parseAmount } from '../domain/money';
import { parseOrderStatus, parseShippingStatus } from '../domain/statuses';
import { contentKeyOf, contentKeyOfRow } from '../workbook/content-key';
import { type Cell, type Row, textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { ordersRow } from '../workbook/orders-row';
import { TABS } from '../workbook/tabs';
import type { Here, Source, SourceOrder } from './restore-source';

/**
 * How an order differs: its row is `missing` here; it was `changed`; or it has `moved on` in the ordinary way since
 * (paid, shipped, cancelled) and only its statuses differ.
 */
export type DifferenceKind = 'missing' | 'changed' | 'moved on';

/** One cell that is not as in the backup. */
export interface CellDifference {
  readonly header: string;
  readonly here: string;
  readonly there: string;
}

/** One order that is not as in the backup. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly order: SourceOrder;
  /** Its row here; null when it has none. */
  readonly row: SheetRow | null;
  readonly cells: readonly CellDifference[];
}

export interface Differences {
  readonly found: readonly Difference[];
  /** Orders here that the backup does not know: they are left alone. */
  readonly newer: readonly string[];
  /** Rows here that belong to no order that anybody knows. */
  readonly odd: readonly number[];
  /** A sentence for each order that cannot be compared. */
  readonly troubles: readonly string[];
}

const STANDING = ['Status', 'Shipping Status'] as const;
const MONEY: readonly string[] = ['Subtotal', 'Shipping Fee', 'Total'];
const CONTENT = TABS.orders.columns
  .map(({ header }) => header)
  .filter((header) => header !== 'Status' && header !== 'Shipping Status' && header !== 'Feedback');
/** Serial numbers of the same second. */
const SECOND = 1.5 / 86_400;

const isEqual = (header: string, a: Cell | undefined, b: Cell | undefined): boolean => {
  if (textOf(a) === textOf(b)) return true;
  if (header === 'Created At') return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < SECOND;
  return MONEY.includes(header) && parseAmount(a ?? '') !== null && parseAmount(a ?? '') === parseAmount(b ?? '');
};

/** Gives the cells that an order has by the Ledger; `createdAt` as a serial number, or blank. */
export type RowOfEntry = (entry: LedgerEntry) => Row;

/** The row of an accepted order, with its moment in the spreadsheet's time zone. */
export const rowOfEntry =
  (serialOfMoment: (iso: string) => number | ''): RowOfEntry =>
  (entry) =>
    ordersRow(entry.order, entry, serialOfMoment(entry.order.createdAt));

/** Whether feedback came in after the backup: column R is newer here. */
const hasNewFeedback = (here: LedgerEntry | null, there: LedgerEntry | null): boolean =>
  (here?.progress.feedback?.at ?? '') > (there?.progress.feedback?.at ?? '');

/** What of a row is not as in the backup: neither as accepted then nor as it stood then. */
const contentDifferences = (
  row: SheetRow,
  order: SourceOrder,
  here: LedgerEntry | null,
  rowOf: RowOfEntry,
): CellDifference[] => {
  const expected = order.entry ? rowOf(order.entry) : order.row;
  const differing = CONTENT.filter(
    (header) =>
      !isEqual(header, row.cells[header], expected?.[header]) &&
      !(order.row && isEqual(header, row.cells[header], order.row[header])),
  );
  const isFeedbackOther =
    order.row !== null &&
    !hasNewFeedback(here, order.entry) &&
    textOf(order.row.Feedback) !== textOf(row.cells.Feedback);
  return [...differing, ...(isFeedbackOther ? ['Feedback'] : [])].map((header) => ({
    header,
    here: textOf(row.cells[header]),
    there: textOf(header === 'Feedback' ? order.row?.Feedback : (expected?.[header] ?? '')),
  }));
};

/** A status however it is written: old rows say `void`. */
const plainStatus = (cell: Cell | undefined): string => {
  const text = textOf(cell);
  return parseOrderStatus(text) ?? parseShippingStatus(text) ?? text;
};

const standingDifferences = (row: SheetRow, there: Readonly<Record<string, Cell>>): CellDifference[] =>
  STANDING.filter((header) => plainStatus(row.cells[header]) !== plainStatus(there[header])).map((header) => ({
    header,
    here: textOf(row.cells[header]),
    there: textOf(there[header]),
  }));

const RECORD: CellDifference = { header: "the program's own record", here: 'gone', there: 'there' };

const differenceOf = (row: SheetRow, order: SourceOrder, here: LedgerEntry | null, rowOf: RowOfEntry): Difference[] => {
  if (here && isErased(here.order)) return [];
  const cells = contentDifferences(row, order, here, rowOf);
  if (order.entry && !here) return [{ kind: 'changed', order, row, cells: [RECORD, ...cells] }];
  const accepted = here ?? order.entry;
  const unsettled = accepted ? standingDifferences(row, rowOf(accepted)) : standingDifferences(row, order.row ?? {});
  if (cells.length + unsettled.length > 0) return [{ kind: 'changed', order, row, cells: [...cells, ...unsettled] }];
  const moved = order.entry ? standingDifferences(row, rowOf(order.entry)) : [];
  return moved.length > 0 ? [{ kind: 'moved on', order, row, cells: moved }] : [];
};

/** The rows here that nobody's id claims, and the orders that miss a row: pairs that belong together without doubt. */
const strays = (here: Here, source: Source): Map<string, SheetRow> => {
  const isKnown = (id: string): boolean => here.ledger.has(id) || source.orders.has(id);
  const loose = here.rows.filter(({ cells }) => !isKnown(textOf(cells['Order ID'])));
  const missing = [...source.orders.values()].filter(({ id }) => !here.byId.has(id));
  const pairs = new Map<string, SheetRow>();
  const taken = new Set<number>();
  const pair = (keyOfRow: (row: SheetRow) => string, keyOfOrder: (order: SourceOrder) => string): void => {
    const rows = unique(loose.filter(({ at }) => !taken.has(at)).map((row) => [keyOfRow(row), row]));
    const orders = unique(missing.filter(({ id }) => !pairs.has(id)).map((order) => [keyOfOrder(order), order]));
    for (const [key, order] of orders) {
      const row = key ? rows.get(key) : undefined;
      if (!row) continue;
      pairs.set(order.id, row);
      taken.add(row.at);
    }
  };
  pair(
    ({ cells }) => textOf(cells['Order Number']),
    ({ entry, row }) => entry?.order.number ?? textOf(row?.['Order Number']),
  );
  pair(
    ({ cells }) => contentKeyOfRow(cells),
    ({ entry, row }) => (entry ? contentKeyOf(entry.order) : row ? contentKeyOfRow(row) : ''),
  );
  return pairs;
};

/** Keys that stand once only. */
const unique = <T>(pairs: readonly (readonly [string, T])[]): Map<string, T> => {
  const counts = new Map<string, number>();
  for (const [key] of pairs) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(pairs.filter(([key]) => counts.get(key) === 1));
};

/** A customer who was erased since stays so: nothing of the row of then is taken. */
const withoutErased = (order: SourceOrder, here: LedgerEntry | null): SourceOrder =>
  here && isErased(here.order) ? { ...order, entry: here, row: null } : order;

/** Compares the sheet with a source, order by order. */
export const differencesOf = (here: Here, source: Source, rowOf: RowOfEntry): Differences => {
  const paired = strays(here, source);
  const found: Difference[] = [];
  const troubles: string[] = [];
  for (const order of source.orders.values()) {
    const rows = here.byId.get(order.id) ?? [];
    const row = rows[0] ?? paired.get(order.id) ?? null;
    if (rows.length > 1)
      troubles.push(
        `${order.entry?.order.number ?? order.id} stands in rows ${rows.map(({ at }) => at).join(' and ')}: repair that first.`,
      );
    else if (row) found.push(...differenceOf(row, order, here.ledger.get(order.id)?.entry ?? null, rowOf));
    else
      found.push({
        kind: 'missing',
        order: withoutErased(order, here.ledger.get(order.id)?.entry ?? null),
        row: null,
        cells: [],
      });
  }
  const claimed = new Set([...paired.values()].map(({ at }) => at));
  const isForeign = (id: string): boolean => !source.orders.has(id) && !here.ledger.has(id);
  const odd = here.rows.filter(
    ({ at, cells }) =>
      isForeign(textOf(cells['Order ID'])) &&
      !claimed.has(at) &&
      CONTENT.some((header) => textOf(cells[header]) !== ''),
  );
  const newer = [...here.ledger].filter(([id]) => !source.orders.has(id));
  return {
    found,
    newer: newer.map(([id, { entry }]) => entry?.order.number ?? id),
    odd: odd.map(({ at }) => at),
    troubles,
  };
};
