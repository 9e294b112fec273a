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

/** What to save, and a sentence for the Activity tab. */
export interface Saving {
  readonly changes: readonly RowChange[];
  readonly told: string;
}

const LOCK_WAIT = 20_000;

/**
 * Saves rows of a tab in one commit, under the lock, and updates everything that depends on them: the last good prices,
 * the notes on broken cells, what other programs read.
 * @param plan what to change, based on the tab's current state; may be called again.
 * @returns the workbook afterward.
 * @throws ForPeople if nothing was changed, or if someone changed the tab at the same time.
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
      `Couldn't save this just now (${done.error.replace(/\.$/, '')}). Please check the ${TABS[tab].name} tab and try again.`,
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
    // The Emails tab isn't meant to be sorted: each kind has its line.
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
      `The ${TABS[tab].name} tab is missing the column "${missing}". ${SET_UP_FIRST} Nothing was changed.`,
    );
};

/** The rows as they should be once the changes have landed. */
const applied = (rows: TabRows, changes: readonly RowChange[]): TabRows => {
  const now = [...rows];
  for (const { change, at, row } of changes) {
    while (now.length < at - 2) now.push({});
    if (change === 'insert') now.splice(at - 2, 0, row);
    else now[at - 2] = { ...now[at - 2], ...row };
  }
  return now;
};

/** Whether the changes went where they should: a row inserted at the same time would shift them. */
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
    `Someone else changed the ${TABS[tab].name} tab at the same time. Please check its rows before you continue.`,
  );
};

/** The row below the last one with a value in the tab's own columns; staff's own columns don't count. */
export const nextRow = (rows: TabRows, tab: FormTab): number => {
  const says = rows.map((row) => TABS[tab].columns.some(({ header }) => textOf(row[header]) !== ''));
  return says.lastIndexOf(true) + 3;
};
