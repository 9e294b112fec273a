import type { Ports } from '../core/all-ports';
import type { Committer, SheetRow } from '../core/ports';
import type { Change, Identity, SharedTab } from '../workbook/changes';
import { isWhole, type Row, textOf } from '../workbook/layout';
import type { LedgerHead } from '../workbook/ledger-row';
import { type Former, type FormerRow, type HeadersMet, isOf } from '../workbook/scratch';
import type { WorkbookView } from '../workbook/view';

/** What finding rows again, and writing them once more, needs from the world. */
export interface PutRightPorts extends Pick<Ports, 'workbook' | 'orders' | 'outbox'> {
  readonly committer: Committer;
}

/** Something that a row is owed, wherever it is now. */
type Errand = {
  readonly tab: SharedTab;
  /** What the row shows now, as far as nobody has moved or changed it since. */
  readonly shows: Identity;
  /** What else was in it: tells it from another row that shows the same. */
  readonly also: Row;
  /** Where it was: the only way to find a row without an identity. */
  readonly at: number;
} & (
  | { readonly kind: 'give back' | 'write'; readonly row: Row; readonly notes: Readonly<Record<string, string>> }
  | { readonly kind: 'take out' }
  | { readonly kind: 'bring back'; readonly row: Row }
);

const MOST_TRIES = 5;

const picked = (row: Row, headers: readonly string[]): Row =>
  Object.fromEntries(headers.flatMap((header) => (header in row ? [[header, row[header] ?? '']] : [])));

const withoutNotes = (headers: readonly string[]): Record<string, string> =>
  Object.fromEntries(headers.map((header) => [header, '']));

/** An order's number tells whose row it is where a commit has written the id of another order into it. */
const alwaysSigns = (tab: SharedTab): readonly string[] => (tab === 'orders' ? ['Order Number'] : []);

/** What a row must show to be the one that was meant: the rest of what is known of it may have been changed since. */
const alwaysShown = (tab: SharedTab, was: Identity): Identity =>
  tab === 'orders' && textOf(was['Order ID']) !== '' ? picked(was, ['Order ID', ...alwaysSigns(tab)]) : was;

/** A change that hit another row than it was meant for: the other one gets back what it held, and the right one its own. */
const errandsOf = ({ change, cells, written, now, noted }: FormerRow): Errand[] => {
  const { tab, was, at } = change;
  const signs = [...Object.keys(was), ...alwaysSigns(tab)];
  if (change.change === 'delete')
    return [
      { kind: 'bring back', tab, shows: picked(cells, signs), also: cells, at, row: cells },
      { kind: 'take out', tab, shows: was, also: {}, at },
    ];
  const { row, notes = {} } = change;
  return [
    {
      kind: 'give back',
      ...{ tab, shows: picked(now, signs), also: now, at, row: written },
      notes: withoutNotes(noted),
    },
    { kind: 'write', tab, shows: alwaysShown(tab, was), also: was, at, row, notes },
  ];
};

const isNamed = (identity: Identity): boolean => Object.values(identity).some((cell) => cell !== '');

/** The rows of a tab as they are now. */
const rowsNow = ({ orders, outbox }: PutRightPorts, view: WorkbookView, tab: SharedTab): readonly SheetRow[] => {
  if (tab === 'orders') return orders.rows(view, 2, null);
  if (tab === 'outbox') return outbox.all(view);
  return view[tab].map((cells, index) => ({ at: index + 2, cells }));
};

const sameCells = (one: Row, other: Row): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The one row that is meant; null when it is gone, or several could be it. Of rows that are alike to the last cell any will do. */
const findRow = (rows: readonly SheetRow[], { shows, also, at }: Errand): SheetRow | null => {
  const found = rows.filter((row) => isOf(shows, row.cells) && (isNamed(shows) || row.at === at));
  const likeness = ({ cells }: SheetRow): number =>
    Object.entries(also).filter(([header, cell]) => isOf({ [header]: cell }, cells)).length;
  const most = Math.max(...found.map(likeness));
  const likest = found.filter((row) => likeness(row) === most);
  const last = likest[likest.length - 1];
  return last && likest.every(({ cells }) => sameCells(cells, last.cells)) ? last : null;
};

/** What one row is owed. */
interface Owed {
  /** The headers that it is known by. */
  readonly signs: readonly string[];
  readonly row: Row;
  readonly notes: Readonly<Record<string, string>>;
}

/** A tab as it is, and what its rows are owed. */
class TabErrands {
  private readonly rows: SheetRow[];
  private readonly owed = new Map<number, Owed>();
  /** Rows to restore. */
  private readonly missing = new Map<SheetRow, Change>();
  private readonly deleted: Change[] = [];

  constructor(
    private readonly tab: SharedTab,
    private readonly standing: readonly SheetRow[],
  ) {
    this.rows = [...standing];
  }

  run(errand: Errand): void {
    const { tab } = this;
    const found = findRow(this.rows, errand);
    switch (errand.kind) {
      case 'bring back':
        if (!found) this.bringBack(errand.row);
        return;
      case 'take out':
        if (!found) return;
        this.rows.splice(this.rows.indexOf(found), 1);
        // What another change has removed by mistake need not come back.
        if (this.missing.delete(found)) return;
        this.deleted.push({ change: 'delete', tab, at: found.at, was: this.identityAt(found.at, errand) });
        return;
      default: {
        if (!found) return;
        const before = this.owed.get(found.at);
        const row = { ...before?.row, ...errand.row };
        const signs = new Set([...(before?.signs ?? []), ...this.signsAt(found.at, errand)]);
        this.owed.set(found.at, { signs: [...signs], row, notes: { ...before?.notes, ...errand.notes } });
        // From here on the row is known by what it is about to hold.
        const place = this.rows.indexOf(found);
        this.rows[place] = { at: found.at, cells: { ...found.cells, ...errand.row } };
      }
    }
  }

  changes(): Change[] {
    const { tab } = this;
    const updates = [...this.owed].map(([at, { signs, row, notes }]): Change => {
      return { change: 'update', tab, at, was: picked(this.cellsAt(at), signs), row, notes };
    });
    return [...updates, ...this.missing.values(), ...this.deleted];
  }

  private bringBack(row: Row): void {
    const at = lastRow(this.standing) + 1;
    const missing = { at, cells: row };
    this.rows.push(missing);
    this.missing.set(missing, { change: 'insert', tab: this.tab, at, row });
  }

  /** The headers that a row is known by: what it must show, and what it says where it is written to. */
  private signsAt(at: number, { shows, also, row }: Extract<Errand, { readonly notes: object }>): readonly string[] {
    const cells = this.cellsAt(at);
    const said = Object.keys({ ...also, ...row }).filter((header) => textOf(cells[header]) !== '');
    return [...Object.keys(shows), ...alwaysSigns(this.tab), ...said];
  }

  private cellsAt(at: number): Row {
    return this.standing.find((row) => row.at === at)?.cells ?? {};
  }

  private identityAt(at: number, { shows }: Errand): Identity {
    return picked(this.cellsAt(at), Object.keys(shows));
  }
}

/** What is given back comes first, so that each row shows whose it is. */
const TURNS: readonly Errand['kind'][] = ['give back', 'write', 'bring back', 'take out'];

/** The errands as changes of the rows as they are now. */
const changesFor = (ports: PutRightPorts, view: WorkbookView, errands: readonly Errand[]): Change[] => {
  const tabs = new Map<SharedTab, TabErrands>();
  const inTurn = [...errands].sort((a, b) => TURNS.indexOf(a.kind) - TURNS.indexOf(b.kind));
  for (const errand of inTurn) {
    const own = tabs.get(errand.tab) ?? new TabErrands(errand.tab, rowsNow(ports, view, errand.tab));
    tabs.set(errand.tab, own);
    own.run(errand);
  }
  return [...tabs.values()].flatMap((each) => each.changes());
};

const lastRow = (rows: readonly SheetRow[]): number =>
  rows.reduce((last, { at, cells }) => (Object.values(cells).some((cell) => cell !== '') ? at : last), 1);

const isShifted = (headers: HeadersMet | null): boolean =>
  headers !== null && [...headers].some(([planned, met]) => planned !== met && [...headers.values()].includes(planned));

/**
 * New rows whose cells went under other headers, as the columns are now, below those that were written; none where it is
 * no longer there.
 */
const insertedAgain = (ports: PutRightPorts, view: WorkbookView, changes: readonly Change[]): Change[] => {
  const layout = view.places.orders?.layout;
  if (!layout || !isWhole(layout)) return [];
  const inserted = changes.flatMap((change) => (change.change === 'insert' && change.tab === 'orders' ? [change] : []));
  const below = Math.max(...inserted.map(({ at }) => at)) + 1;
  return inserted.flatMap((change, place): Change[] => {
    const standing = ports.orders.rows(view, change.at, 1)[0];
    const id = change.row['Order ID'] ?? '';
    if (!standing || !Object.values(standing.cells).includes(id)) return [];
    const was = { 'Order ID': standing.cells['Order ID'] ?? '' };
    return [
      { ...change, at: below + place },
      { change: 'delete', tab: 'orders', at: change.at, was },
    ];
  });
};

/**
 * After a commit: where people sorted rows or moved columns between the read and the commit, each row that was hit gets
 * back what it held, and each change goes to the row that it was meant for. Under the lock.
 * @param by who wrote.
 * @param head the Ledger's head that the commit left.
 * @returns the head after that, and whether anything had moved: if so, earlier readings are useless.
 */
export const putRight = (
  ports: PutRightPorts,
  by: string,
  changes: readonly Change[],
  former: Former | null,
  head: LedgerHead,
): { readonly head: LedgerHead; readonly hasMoved: boolean } => {
  let errands = (former?.rows ?? []).filter(({ isMeant }) => !isMeant).flatMap(errandsOf);
  let shifted = isShifted(former?.headers ?? null) ? changes : [];
  const hasMoved = errands.length > 0 || shifted.length > 0;
  let [inForce, tries] = [head, 0];
  while ((errands.length > 0 || shifted.length > 0) && tries++ < MOST_TRIES) {
    const view = ports.workbook.read();
    const again = [...insertedAgain(ports, view, shifted), ...changesFor(ports, view, errands)];
    if (again.length === 0) break;
    const commit = ports.committer.commit(view, again, view.head ?? inForce, `${by}, put right`);
    if (commit.outcome !== 'landed') {
      if (commit.outcome === 'stale' || commit.outcome === 'refused') continue;
      break;
    }
    inForce = commit.head;
    errands = (commit.former?.rows ?? []).filter(({ isMeant }) => !isMeant).flatMap(errandsOf);
    shifted = isShifted(commit.former?.headers ?? null) ? again : [];
  }
  return { head: inForce, hasMoved };
};
