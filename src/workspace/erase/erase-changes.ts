import { hereOf } from '../../backup/restore-source';
import type { Snapshot } from '../../backup/snapshot';
import { erasedOrder } from '../../domain/erased';
import type { Order } from '../../domain/order';
import type { SheetRow } from '../../ports';
import type { Change } from '../../workbook/changes';
import { type Row, textOf } from '../../workbook/layout';
import { type LedgerEntry, ledgerRow } from '../../workbook/ledger-row';
import { ordersRow } from '../../workbook/orders-row';
import { TABS } from '../../workbook/tabs';
import { scrubbed } from './scrub';

/** An order of the customer: what was accepted, and where it stands. */
export interface CustomersOrder {
  readonly entry: LedgerEntry;
  readonly ledgerAt: number;
  readonly row: SheetRow | null;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Every order under an email address, in the Ledger or in its row. */
export const ordersOf = (snapshot: Snapshot, email: string): readonly CustomersOrder[] => {
  const here = hereOf(snapshot);
  return [...here.ledger].flatMap(([id, { at, entry }]): CustomersOrder[] => {
    const row = here.byId.get(id)?.[0] ?? null;
    const isTheirs =
      entry !== null && (same(entry.order.customer.email, email) || same(textOf(row?.cells.Email), email));
    return isTheirs && entry ? [{ entry, ledgerAt: at, row }] : [];
  });
};

/** Nothing is mailed about an erased order any more. */
const silenced = ({ progress }: LedgerEntry): LedgerEntry['progress'] => {
  const { trackingNumber: _, ...rest } = progress;
  return { ...rest, mails: ['paid', 'shipped', 'cancelled'], feedbackDropped: true };
};

const PROGRAM_COLUMNS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const NO_NOTES = Object.fromEntries(PROGRAM_COLUMNS.map((header) => [header, '']));

/** The Orders row and the Ledger row of an erased order. Of the feedback the rating stays. */
export const erasedRows = (
  { entry, ledgerAt, row }: CustomersOrder,
  personal: readonly string[],
  serialOfMoment: (iso: string) => number,
): Change[] => {
  const order: Order = erasedOrder(entry.order);
  const erased: LedgerEntry = { ...entry, order, progress: silenced(entry), flag: '', warnings: [] };
  const ledger: Change = { change: 'update', tab: 'ledger', at: ledgerAt, row: ledgerRow(erased) };
  if (!row) return [ledger];
  const rating = /^[1-5]\/5/.exec(textOf(row.cells.Feedback))?.[0] ?? '';
  const own: Row = Object.fromEntries(
    Object.entries(row.cells).flatMap(([header, cell]) => {
      if (PROGRAM_COLUMNS.includes(header) || typeof cell !== 'string') return [];
      const left = header === 'Tracking Number' ? '' : scrubbed(cell, personal);
      return left === cell ? [] : [[header, left]];
    }),
  );
  const cells = { ...ordersRow(order, erased, serialOfMoment(order.createdAt)), Feedback: rating, ...own };
  return [{ change: 'update', tab: 'orders', at: row.at, row: cells, notes: NO_NOTES }, ledger];
};
