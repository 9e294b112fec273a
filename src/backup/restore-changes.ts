import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import { type Cell, type Row, textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerRow } from '../workbook/ledger-row';
import { TABS } from '../workbook/tabs';
import type { Difference, RowOfEntry } from './difference';
import type { Here } from './restore-source';
import { NO_MAILS, restoredEntry, type WrittenMails } from './restored-entry';

/** What writing restored orders needs to know. */
export interface Restoring {
  readonly here: Here;
  readonly rowOf: RowOfEntry;
  readonly mails: ReadonlyMap<string, WrittenMails>;
  /** How the source is called: `the backup of 2026-11-25 03:12`. */
  readonly from: string;
  readonly by: string;
  /** Now, as a serial number. */
  readonly when: number;
}

const PROGRAM_COLUMNS: readonly string[] = TABS.orders.columns.map(({ header }) => header);
const NO_NOTES = { 'Order ID': '', 'Order Number': '', Status: '', 'Shipping Status': '' };

/** Columns A to R of the restored row. Feedback that came in since stays. */
const cellsOf = ({ order, row, cells }: Difference, entry: LedgerEntry | null, rowOf: RowOfEntry): Row => {
  const there = (header: string): Cell => order.row?.[header] ?? '';
  const known = entry ? rowOf(entry) : Object.fromEntries(PROGRAM_COLUMNS.map((header) => [header, there(header)]));
  const takesFeedback = row === null || cells.some(({ header }) => header === 'Feedback');
  if (!takesFeedback) return known;
  return { ...known, Feedback: textOf(there('Feedback')) || ratingOf(entry) };
};

/** What the Ledger alone knows of the customer's feedback. */
const ratingOf = (entry: LedgerEntry | null): string => {
  const rating = entry?.progress.feedback?.rating;
  return rating === undefined ? '' : `${rating}/5`;
};

/** Staff's own columns of a row that is written anew. */
const ownCells = ({ order }: Difference): Row =>
  Object.fromEntries(
    Object.entries(order.row ?? {}).filter(([header, cell]) => !PROGRAM_COLUMNS.includes(header) && cell !== ''),
  );

const HOW: Readonly<Record<Difference['kind'], string>> = {
  missing: 'Its row was written again',
  changed: 'Its row was set back',
  'moved on': 'It was set back, with its statuses,',
};

/**
 * The steps that restore some orders, in one commit: rows that stand here first, then new rows below the last order.
 * What the Ledger has lost is added below its oldest row, or begins it anew.
 */
export const restoreChanges = (chosen: readonly Difference[], restoring: Restoring): Change[] => {
  const { here, rowOf, from, by, when } = restoring;
  let last = here.rows.reduce((most, { at, cells }) => (textOf(cells['Order ID']) ? Math.max(most, at) : most), 1);
  const inPlace: Change[] = [];
  const below: Change[] = [];
  const ledger: Change[] = [];
  const log: Change[] = [];
  for (const difference of [...chosen].sort(byAge)) {
    const { id } = difference.order;
    const known = here.ledger.get(id);
    const entry = restoredEntry(difference, known?.entry ?? null, restoring.mails.get(id) ?? NO_MAILS);
    const row = cellsOf(difference, entry, rowOf);
    if (difference.row) {
      const { at, cells } = difference.row;
      inPlace.push({ change: 'update', tab: 'orders', at, was: identityOf(cells, row), row, notes: NO_NOTES });
    } else {
      last += 1;
      const own = ownCells(difference);
      below.push({ change: 'insert', tab: 'orders', at: last, row: { ...row, ...own } });
    }
    if (entry && known) ledger.push({ change: 'update', tab: 'ledger', at: known.at, row: ledgerRow(entry) });
    else if (entry) ledger.push(lostEntry(here, entry));
    log.push({
      change: 'append',
      tab: 'activity',
      row: activityRow({
        when,
        orderId: id,
        orderNumber: textOf(row['Order Number']),
        event: 'restored',
        from: textOf(difference.row?.cells.Status),
        to: textOf(row.Status),
        by,
        detail: `${HOW[difference.kind]} from ${from}. No mail was sent for it.`,
      }),
    });
  }
  return [...inPlace, ...below, ...ledger, ...log];
};

const lostEntry = (here: Here, entry: LedgerEntry): Change =>
  here.ledger.size > 0
    ? { change: 'append', tab: 'ledger', row: ledgerRow(entry) }
    : { change: 'insert', tab: 'ledger', at: 2, row: ledgerRow(entry) };

const momentOf = ({ order }: Difference): string => order.entry?.order.createdAt ?? '';
const byAge = (a: Difference, b: Difference): number => (momentOf(a) < momentOf(b) ? -1 : 1);
