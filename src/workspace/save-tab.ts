import { newGeneration } from '../api/read-cache';
import { headNow } from '../intake/ledger-lookup';
import { OTHERS_WRITE, SET_UP_FIRST } from '../lifecycle/words';
import type {
  Cache,
  CellNotes,
  Clock,
  Committer,
  Crypto,
  LedgerBook,
  Lock,
  OrdersBook,
  Properties,
  WorkbookReader,
} from '../ports';
import { checkConfig } from '../setup/check-config';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { LAST_GOOD, readConfig } from '../workbook/config';
import { serialOf } from '../workbook/date-serial';
import { type Row, textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import type { TabRows, WorkbookView } from '../workbook/view';
import { ForPeople } from './rpc';

/** What a form over a tab needs from the world. */
export interface SavePorts {
  readonly workbook: WorkbookReader;
  readonly ledger: LedgerBook;
  readonly orders: OrdersBook;
  readonly committer: Committer;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly properties: Properties;
  readonly cellNotes: CellNotes;
  readonly cache: Cache;
  readonly crypto: Crypto;
  /** The address of the person at the keyboard. */
  readonly person: string;
}

/** Tabs that have a form and are read whole. */
export type FormTab = 'events' | 'priceList' | 'settings';

/** A change of a tab's row; row 2 is the first below the header. Each counts rows as the ones before have left them. */
export type RowChange =
  | { readonly change: 'update'; readonly at: number; readonly row: Row }
  | { readonly change: 'insert'; readonly at: number; readonly row: Row };

/** What is to be saved, and a sentence for the Activity tab. */
export interface Saving {
  readonly changes: readonly RowChange[];
  readonly told: string;
}

const LOCK_WAIT = 20_000;
const MOST_TRIES = 3;

/**
 * Saves rows of a tab in one commit, under the lock, and has everything that depends on them made anew: the last good
 * prices, the notes on broken cells, what programs read.
 * @param plan what to change, from the tab as it stands; may be asked again.
 * @returns the workbook as it is afterwards.
 * @throws ForPeople when nothing was changed, or when somebody changed the tab in the same moment.
 */
export const saveTab = (ports: SavePorts, tab: FormTab, plan: (view: WorkbookView) => Saving): WorkbookView => {
  if (!ports.lock.tryLock(LOCK_WAIT)) throw new ForPeople(OTHERS_WRITE);
  let after: WorkbookView;
  try {
    after = land(ports, tab, plan);
  } finally {
    ports.lock.release();
  }
  try {
    newGeneration(ports.cache, ports.crypto);
    checkConfig(ports, after, readConfig(after, ports.properties.all()[LAST_GOOD]));
  } catch {
    // It is saved; the next sweep looks after prices and notes again.
  }
  return after;
};

const land = (ports: SavePorts, tab: FormTab, plan: (view: WorkbookView) => Saving): WorkbookView => {
  let error = '';
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const view = ports.workbook.read();
    const head = view.head ?? headNow(ports, view, readConfig(view, ports.properties.all()[LAST_GOOD]));
    const { changes, told } = plan(view);
    if (changes.length === 0) return view;
    needColumns(view, tab, changes);
    const when = serialOf(ports.clock.local(ports.clock.now()));
    const line = activityRow({ when, event: TABS[tab].name.toLowerCase(), by: ports.person || 'staff', detail: told });
    const all: Change[] = [
      ...changes.map((change) => ({ ...change, tab })),
      { change: 'append', tab: 'activity', row: line },
    ];
    const commit = ports.committer.commit(view, all, head);
    if (commit.outcome === 'landed') return checked(ports.workbook.read(), tab, applied(view[tab], changes));
    error = commit.error;
    if (commit.outcome === 'quota' || commit.outcome === 'unknown') break;
  }
  throw new ForPeople(
    `It could not be stored for now: ${error} Please look at the tab ${TABS[tab].name} and try again.`,
  );
};

/** A value for a column that is not there would be lost. */
const needColumns = ({ places }: WorkbookView, tab: FormTab, changes: readonly RowChange[]): void => {
  const columns = places[tab]?.layout.columns;
  const written = changes.flatMap(({ row }) =>
    Object.entries(row).flatMap(([header, cell]) => (cell === '' ? [] : header)),
  );
  const missing = written.find((header) => !columns?.has(header));
  if (missing)
    throw new ForPeople(
      `In the tab ${TABS[tab].name} the column "${missing}" is missing. ${SET_UP_FIRST} Nothing was changed.`,
    );
};

/** The rows as they must stand once the changes have landed. */
const applied = (rows: TabRows, changes: readonly RowChange[]): TabRows => {
  const now = [...rows];
  for (const { change, at, row } of changes) {
    while (now.length < at - 2) now.push({});
    if (change === 'insert') now.splice(at - 2, 0, row);
    else now[at - 2] = { ...now[at - 2], ...row };
  }
  return now;
};

/** Whether the changes went where they should: a row that somebody inserted in the same moment shifts them. */
const checked = (view: WorkbookView, tab: FormTab, wanted: TabRows): WorkbookView => {
  const textIn = (rows: TabRows): string =>
    JSON.stringify(
      rows
        .map((row) => TABS[tab].columns.map(({ header }) => textOf(row[header])))
        .filter((cells) => cells.some((text) => text !== '')),
    );
  if (textIn(view[tab]) === textIn(wanted)) return view;
  throw new ForPeople(
    `Somebody changed the tab ${TABS[tab].name} in the same moment. Please look at its lines before you go on.`,
  );
};

/** The row below the last one that says anything in the tab's own columns, whatever staff's columns hold further down. */
export const nextRow = (rows: TabRows, tab: FormTab): number => {
  const says = rows.map((row) => TABS[tab].columns.some(({ header }) => textOf(row[header]) !== ''));
  return says.lastIndexOf(true) + 3;
};
