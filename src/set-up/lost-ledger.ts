import { knownBackups } from '../backup/known-backups';
import { parseCopyName } from '../backup/names';
import { compareWith, type RestorePorts, restore } from '../backup/restore';
import { hereOf } from '../backup/restore-source';
import type { SheetRow } from '../core/ports';
import { count, timeText } from '../domain/text/for-people';
import { indexEntry } from '../ledger/row-owner';
import { whoseRows } from '../ledger/whose-row';
import { wasLedgerSeen } from '../repair/ledger-seen';
import { CONTROLLED } from '../workbook/controlled';
import { textOf } from '../workbook/layout';
import { tabProblem, type WorkbookView } from '../workbook/view';

/** Orders that the Ledger knew once and does not know any more. */
export interface LostLedger {
  readonly orders: number;
  /** The newest backup that knows them, or some of them; null where only the operator can look for one. */
  readonly backup: { readonly id: string; readonly name: string; readonly orders: number } | null;
}

/** Backups that are opened to look for lost orders. */
const MOST_OPENED = 4;
/** Orders whose record is restored in one call: each is a row of the Ledger and a line of the Activity tab. */
const AT_ONCE = 500;

const idOf = ({ cells }: SheetRow): string => textOf(cells['Order ID']);
const numberOf = ({ cells }: SheetRow): string => textOf(cells['Order Number']);

/** Rows that show an order, and that the Ledger knows nothing of. */
const unknownRows = (ports: RestorePorts, view: WorkbookView): readonly SheetRow[] => {
  const rows = ports.orders
    .rows(view, 2, null)
    .filter(({ cells }) => CONTROLLED.some((header) => textOf(cells[header]) !== ''));
  const index = ports.ledger.index(view).map(indexEntry);
  const { byRow } = whoseRows(rows, index);
  const [ids, numbers] = [new Set(index.map(({ id }) => id)), new Set(index.map(({ number }) => number))];
  return rows.filter((row) => !byRow.has(row.at) && !ids.has(idOf(row)) && !numbers.has(numberOf(row)));
};

/** The newest backup whose Ledger knows some of the rows, by id or number; any order at all where this Ledger is empty. */
const backupOf = (ports: RestorePorts, rows: readonly SheetRow[], isEmpty: boolean): LostLedger['backup'] => {
  const blank = new Set(
    knownBackups(ports.properties.all()).flatMap(({ id, ledgerRows }) => (ledgerRows === 0 ? [id] : [])),
  );
  const copies = ports.copies
    .list()
    .map(({ id, name }) => ({ id, name: parseCopyName(name) }))
    .flatMap(({ id, name }) => (name?.state === 'checked' && !blank.has(id) ? [{ id, at: name.at }] : []))
    .sort((one, other) => (one.at < other.at ? 1 : -1));
  const [ids, numbers] = [new Set(rows.map(idOf)), new Set(rows.map(numberOf))];
  for (const { id, at } of copies.slice(0, MOST_OPENED)) {
    const { ledger } = hereOf(ports.snapshots.read(id));
    const orders = [...ledger].filter(
      ([known, { entry }]) => isEmpty || ids.has(known) || numbers.has(entry?.order.number ?? ''),
    );
    if (orders.length > 0)
      return { id, name: timeText(at, ports.clock.local(ports.clock.now())), orders: orders.length };
  }
  return null;
};

/**
 * Orders in the sheet that the Ledger knew before it, or some of its rows, went: these are restored from a
 * backup and not imported from what their rows show. Null where nothing is lost, and where no backup knows more.
 */
export const lostLedger = (ports: RestorePorts): LostLedger | null => {
  const view = ports.workbook.read();
  if (tabProblem(view, 'ledger') || tabProblem(view, 'orders')) return null;
  const rows = unknownRows(ports, view);
  const properties = ports.properties.all();
  const backups = knownBackups(properties);
  const isEmpty = ports.ledger.index(view).length === 0;
  if (rows.length === 0 && !isEmpty) return null;
  if (!wasLedgerSeen(properties) && !backups.some(({ ledgerRows }) => ledgerRows > 0)) return null;
  const emailed = new Set(ports.outbox.all(view).map(idOf));
  const lost = isEmpty ? rows : rows.filter((row) => idOf(row) !== '' && emailed.has(idOf(row)));
  if (!ports.sends)
    return (lost.length > 0 || isEmpty) && backups.length > 0 ? { orders: lost.length, backup: null } : null;
  const backup = backupOf(ports, rows, isEmpty);
  return backup && { orders: Math.max(lost.length, backup.orders), backup };
};

/** What set-up says of it. */
export const lostLedgerText = ({ orders, backup }: LostLedger): string => {
  const what = `The built-in order log (the Ledger tab) is missing ${count(orders, 'order')}`;
  return backup
    ? `${what}. Restore ${orders === 1 ? 'it' : 'them'} from the backup of ${backup.name}. Until then, nothing is imported from the rows, because they have less detail.`
    : `${what}. Only the operator can open backups, so ask them to choose CPS Orders > Set up this sheet. Until then nothing is imported.`;
};

/** Restores the record of lost orders from the backup that set-up found, that many in one call. @returns how many. */
export const restoreLedger = (ports: RestorePorts): number => {
  const isEmpty = ports.ledger.index(ports.workbook.read()).length === 0;
  const backup = lostLedger(ports)?.backup;
  if (!backup) return 0;
  const chosen = compareWith(ports, backup.id)
    .found.filter(({ record, row }) => record === 'gone' && (isEmpty || row !== null))
    .slice(0, AT_ONCE)
    .map(({ order: { id }, kind }) => ({ id, kind }));
  return chosen.length === 0 ? 0 : restore(ports, backup.id, chosen, false).restored;
};
