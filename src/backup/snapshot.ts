import type { Snapshot, Table } from '../core/file-ports';
import type { Crypto } from '../core/ports';
import { parseAmount } from '../domain/money';
import { textOf } from '../workbook/layout';
import { type LedgerHead, parseHead } from '../workbook/ledger-row';
import { TABS } from '../workbook/tabs';

/** A snapshot in a few figures. */
export interface Figures {
  readonly rows: number;
  /** The sum of column K, in cents. */
  readonly cents: number;
  readonly ledgerRows: number;
  /** Checksums of columns A to R and of the Ledger, in hex; they do not depend on the order of the rows. */
  readonly orders: string;
  readonly ledger: string;
}

/** The head moves from row to row with each commit: it's compared separately. */
const LEDGER_COLUMNS = TABS.ledger.columns.map(({ header }) => header).filter((header) => header !== 'Head');
const ORDERS_COLUMNS = TABS.orders.columns.map(({ header }) => header);

const rowTexts = (table: Table | null, headers: readonly string[]): string[] => {
  if (!table) return [];
  const columns = headers.map((header) => table.layout.columns.get(header) ?? -1);
  return table.rows
    .map((cells) => columns.map((column) => cells[column] ?? ''))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => JSON.stringify(cells));
};

/** Each row's columns A to R as one text. */
export const orderTexts = ({ orders }: Snapshot): string[] => rowTexts(orders, ORDERS_COLUMNS);

/** Each Ledger row as one text, without the head. */
export const ledgerTexts = ({ ledger }: Snapshot): string[] => rowTexts(ledger, LEDGER_COLUMNS);

/** Texts of one digest: a long text in one piece would have to cross to Google as a whole. */
const PIECE = 500;

const checksum = (crypto: Crypto, texts: readonly string[]): string => {
  const sorted = [...texts].sort();
  const sums: string[] = [];
  for (let from = 0; from < sorted.length; from += PIECE)
    sums.push(crypto.sha256(sorted.slice(from, from + PIECE).join('\n')));
  return crypto.sha256(sums.join('\n')).slice(0, 24);
};

/** Rows, sum and checksums of a snapshot. */
export const figuresOf = (snapshot: Snapshot, crypto: Crypto): Figures => {
  const [orders, ledger] = [orderTexts(snapshot), ledgerTexts(snapshot)];
  const total = snapshot.orders?.layout.columns.get('Total') ?? -1;
  const cents = (snapshot.orders?.rows ?? []).reduce((sum, cells) => sum + (parseAmount(cells[total] ?? '') ?? 0), 0);
  return {
    rows: orders.length,
    cents,
    ledgerRows: ledger.length,
    orders: checksum(crypto, orders),
    ledger: checksum(crypto, ledger),
  };
};

/** Whether two snapshots hold the same. */
export const isSame = (a: Figures, b: Figures): boolean =>
  a.rows === b.rows && a.cents === b.cents && a.orders === b.orders && a.ledger === b.ledger;

/** The Ledger's head in a snapshot; null when it has none. */
export const headIn = ({ ledger }: Snapshot): LedgerHead | null => {
  const column = ledger?.layout.columns.get('Head') ?? -1;
  for (const cells of ledger?.rows ?? []) {
    const head = textOf(cells[column]) === '' ? null : parseHead(cells[column]);
    if (head) return head;
  }
  return null;
};
