import type { SheetRow } from '../core/ports';
import { parseOrderStatus } from '../domain/statuses';
import { idOf } from '../ledger/row-owner';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { identityOf } from '../workbook/identity';
import { type Cell, type Row, textOf } from '../workbook/layout';
import { type LedgerEntry, ledgerRow } from '../workbook/ledger-row';
import { PROGRAM_COLUMNS, type RowOfEntry } from './compared-cells';
import type { Difference } from './difference';
import { type Here, OWN_RECORD } from './restore-source';
import { restoredEntry } from './restored-entry';
import { NO_EMAILS, type WrittenEmails } from './written-emails';

/** What writing restored orders needs to know. */
export interface Restoring {
  readonly here: Here;
  readonly rowOf: RowOfEntry;
  readonly emails: ReadonlyMap<string, WrittenEmails>;
  /** How the source is called: `the backup of Nov 25, 3:12 AM`. */
  readonly from: string;
  readonly by: string;
  /** Now, as a serial number. */
  readonly when: number;
}

const NO_NOTES = { 'Order ID': '', 'Order Number': '', Status: '', 'Shipping Status': '' };

/** Columns A to R of the restored row. */
const cellsOf = ({ order, feedback }: Difference, entry: LedgerEntry | null, rowOf: RowOfEntry): Row => {
  const there = (header: string): Cell => order.row?.[header] ?? '';
  const known = entry ? rowOf(entry) : Object.fromEntries(PROGRAM_COLUMNS.map((header) => [header, there(header)]));
  return { ...known, Feedback: feedback };
};

/** Cells of staff's own columns that are restored. */
const ownSetBack = ({ order, own }: Difference): Row =>
  Object.fromEntries(own.map(({ header }): [string, Cell] => [header, order.row?.[header] ?? '']));

/** Staff's own columns of a row that is written again. */
const ownCells = ({ order, inherits }: Difference): Row =>
  Object.fromEntries(
    Object.entries(order.row ?? inherits?.cells ?? {}).filter(
      ([header, cell]) => !PROGRAM_COLUMNS.includes(header) && cell !== '' && !textOf(cell).startsWith('='),
    ),
  );

const HOW: Readonly<Record<Difference['kind'], string>> = {
  missing: 'Row added back',
  changed: 'Row restored',
  'moved on': 'Row and statuses restored',
  'own columns': "Staff's own columns restored",
};

/**
 * The steps that restore some orders, in one commit: rows that are here first, then new rows below the last order.
 * What the Ledger has lost is added below its oldest row, or begins it again.
 */
export const restoreChanges = (chosen: readonly Difference[], restoring: Restoring): Change[] => {
  const { here, rowOf, from, by, when } = restoring;
  // Rows that go are counted as they are: new ones come below them.
  const going = chosen.flatMap(({ copies, inherits }) => [...copies, ...(inherits ? [inherits] : [])]);
  let last = [...here.rows.filter((row) => idOf(row) !== ''), ...going].reduce((most, { at }) => Math.max(most, at), 1);
  const inPlace: Change[] = [];
  const below: Change[] = [];
  const ledger: Change[] = [];
  const log: Change[] = [];
  for (const difference of [...chosen].sort(byAge)) {
    const { kind, order } = difference;
    const { id } = order;
    const known = here.ledger.get(id);
    const entry = restoredEntry(difference, known?.entry ?? null, restoring.emails.get(id) ?? NO_EMAILS);
    const row = cellsOf(difference, entry, rowOf);
    if (difference.row) {
      const { at, cells } = difference.row;
      const written = { ...(kind === 'own columns' ? {} : row), ...ownSetBack(difference) };
      const notes = kind === 'own columns' ? {} : { ...NO_NOTES, ...doubtfulStatus(difference, row) };
      inPlace.push({ change: 'update', tab: 'orders', at, was: identityOf(cells, row), row: written, notes });
      inPlace.push(...difference.copies.map(copyRemoved));
    } else {
      last += 1;
      const own = ownCells(difference);
      if (difference.inherits) inPlace.push(copyRemoved(difference.inherits));
      below.push({ change: 'insert', tab: 'orders', at: last, row: { ...row, ...own } });
    }
    if (kind === 'own columns') {
      // The record has nothing of them.
    } else if (entry && known) ledger.push({ change: 'update', tab: 'ledger', at: known.at, row: ledgerRow(entry) });
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
        detail: `${HOW[kind]} from ${order.isNewer ? OWN_RECORD : from}. No email was sent.`,
      }),
    });
  }
  return [...inPlace, ...below, ...ledger, ...log];
};

/** Notes on a Status cell what it showed, if the lost record has no such step. */
const doubtfulStatus = ({ record, row }: Difference, to: Row): Row => {
  const [shown, status] = [textOf(row?.cells.Status), textOf(to.Status)];
  if (record !== 'gone' || parseOrderStatus(shown) === null || parseOrderStatus(shown) === status) return {};
  return {
    Status: `This cell showed "${shown}" when the built-in order log was restored, but there's no record of that change. If it's right, choose it again.`,
  };
};

/** A second row is identified by all of its text; dates don't count. */
const copyRemoved = ({ at, cells }: SheetRow): Change => ({
  change: 'delete',
  tab: 'orders',
  at,
  was: Object.fromEntries(Object.entries(cells).filter(([header, cell]) => header !== 'Created At' && cell !== '')),
});

const lostEntry = (here: Here, entry: LedgerEntry): Change =>
  here.ledger.size > 0
    ? { change: 'append', tab: 'ledger', row: ledgerRow(entry) }
    : { change: 'insert', tab: 'ledger', at: 2, row: ledgerRow(entry) };

const momentOf = ({ order }: Difference): string => order.entry?.order.createdAt ?? '';
const byAge = (a: Difference, b: Difference): number => (momentOf(a) < momentOf(b) ? -1 : 1);
