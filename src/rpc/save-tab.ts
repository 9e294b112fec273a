import { checkConfig } from '../core/check-config';
import type { StaffPorts } from '../core/staff-ports';
import { OTHERS_WRITE, SET_UP_FIRST } from '../core/words';
import type { Planned } from '../core/work';
import { activityRow } from '../workbook/activity-row';
import type { Change } from '../workbook/changes';
import { configOf } from '../workbook/config';
import { type Row, textOf } from '../workbook/layout';
import { TABS } from '../workbook/tabs';
import type { TabRows, WorkbookView } from '../workbook/view';
import { ForPeople } from './rpc';

/** What a form over a tab needs from the world. */
export type SavePorts = Pick<
  StaffPorts,
  'workbook' | 'ledger' | 'orders' | 'change' | 'clock' | 'properties' | 'cache' | 'crypto' | 'cellNotes' | 'person'
>;

/** Tabs that have a form and are read whole. */
export type FormTab = 'events' | 'priceList' | 'settings' | 'emails';

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

/**
 * Saves rows of a tab in one commit, under the lock, and has everything that depends on them made anew: the last good
 * prices, the notes on broken cells, what programs read.
 * @param plan what to change, from the tab as it stands; may be asked again.
 * @returns the workbook as it is afterwards.
 * @throws ForPeople when nothing was changed, or when somebody changed the tab in the same moment.
 */
export const saveTab = (ports: SavePorts, tab: FormTab, plan: (view: WorkbookView) => Saving): WorkbookView => {
  const done = ports.change({
    by: 'save a form',
    wait: LOCK_WAIT,
    plan: ({ view, when }): Planned<{ readonly view: WorkbookView; readonly wanted: TabRows | null }> => {
      const { changes, told } = plan(view);
      if (changes.length === 0) return { changes: [], value: { view, wanted: null } };
      needColumns(view, tab, changes);
      const by = ports.person || 'staff';
      const row = activityRow({ when, event: TABS[tab].name.toLowerCase(), by, detail: told });
      return {
        changes: [...placed(view, tab, changes), { change: 'append', tab: 'activity', row }],
        value: { view, wanted: applied(view[tab], changes) },
      };
    },
  });
  if (done.outcome === 'locked') throw new ForPeople(OTHERS_WRITE);
  if (done.outcome !== 'landed')
    throw new ForPeople(
      `It could not be stored for now: ${done.error} Please look at the tab ${TABS[tab].name} and try again.`,
    );
  const { view, wanted } = done.values[0];
  if (wanted === null) return view;
  const after = checked(ports.workbook.read(), tab, wanted);
  try {
    checkConfig(ports, after, configOf(ports, after));
  } catch {
    // It is saved; the next sweep looks after prices and notes again.
  }
  return after;
};

/** What a row of each of these tabs is known by. */
const KNOWN_BY = { events: 'Event Code', priceList: 'Size', settings: 'Setting' } as const;

const placed = (view: WorkbookView, tab: FormTab, changes: readonly RowChange[]): Change[] => {
  return changes.map((change): Change => {
    if (change.change === 'insert') return { ...change, tab };
    // Nobody sorts the Emails tab: each kind has its line.
    if (tab === 'emails') return { ...change, tab };
    const header = KNOWN_BY[tab];
    return { ...change, tab, was: { [header]: view[tab][change.at - 2]?.[header] ?? '' } };
  });
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
        .filter((cells) => cells.some((text) => text !== ''))
        .sort(),
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
