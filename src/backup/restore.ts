import { serialOfDay } from '../core/day-serial';
import { erasedIds } from '../core/erased-ids';
import type { Snapshot, StoredCopy } from '../core/file-ports';
import type { StaffPorts } from '../core/staff-ports';
import { NOT_STORED, OTHERS_WRITE, SET_UP_FIRST } from '../core/words';
import type { Planned } from '../core/work';
import { HOUSE_PREFIX } from '../domain/order-number';
import { timeText } from '../domain/text/for-people';
import { ForPeople } from '../rpc/rpc';
import type { ReconcilePorts } from '../statuses/reconcile-ports';
import { serialOf } from '../workbook/date-serial';
import { layoutProblem } from '../workbook/layout';
import type { LedgerHead } from '../workbook/ledger-row';
import { withGiven } from '../workbook/sequences';
import type { WorkbookView } from '../workbook/view';
import type { BackupPorts } from './backup-ports';
import { rowOfEntry } from './compared-cells';
import type { Difference, DifferenceKind, Differences } from './difference';
import { differencesOf } from './differences';
import { leaveErased } from './leave-erased';
import { activityLog } from './logged-steps';
import { parseCopyName } from './names';
import { restoreChanges } from './restore-changes';
import { type Here, hereOf, OWN_RECORD, type Source, sourceOf, sourceOfLedger } from './restore-source';
import { headIn } from './snapshot';
import { writtenEmails } from './written-emails';

export type RestorePorts = ReconcilePorts & BackupPorts & Pick<StaffPorts, 'person'>;

/** Stands for the Ledger here where a backup's id is expected. */
export const LEDGER = 'ledger';

/** One order that someone chose, and how it differed when it was shown. */
export interface ChosenOrder {
  readonly id: string;
  readonly kind: DifferenceKind;
  /** Whether its cells in staff's own columns are restored, too. */
  readonly own?: boolean;
}

/** What a restored portion came to, or would come to in a dry run. */
export interface Restored {
  readonly restored: number;
  /** Orders that are as in the backup by now. */
  readonly unchanged: number;
  /** A sentence for each order that was left as it is. */
  readonly troubles: readonly string[];
}

/** The sheet and a source side by side. @throws ForPeople when either cannot be read. */
export const compareWith = (ports: RestorePorts, sourceId: string): Differences => {
  const here = hereOf(ports.snapshots.read(ports.liveId));
  return differencesOf(here, openSource(ports, sourceId, here), rowOf(ports));
};

const rowOf = ({ clock }: RestorePorts) => rowOfEntry((iso) => serialOfDay(clock, iso));

const openSource = (ports: RestorePorts, sourceId: string, here: Here): Source => {
  if (sourceId === LEDGER) return sourceOfLedger(here, OWN_RECORD);
  const copy = copyIn(ports, sourceId);
  const at = parseCopyName(copy.name)?.at;
  const name = at ? `the backup of ${timeText(at, ports.clock.local(ports.clock.now()))}` : `the backup "${copy.name}"`;
  const source = leaveErased(sourceOf(readCopy(ports, sourceId), name), erasedIds(ports));
  return withLog(ports, { ...source, ...(at ? { madeAt: serialOf(at) } : {}) }, here);
};

/** Adds what the Activity tab says, if the Ledger here lost an order of the backup. */
const withLog = ({ snapshots, liveId, clock }: RestorePorts, source: Source, { ledger }: Here): Source => {
  const isLost = [...source.orders.values()].some(({ id, entry }) => entry !== null && !ledger.get(id)?.entry);
  if (!isLost) return source;
  return { ...source, log: activityLog(snapshots.activity(liveId), (instant) => clock.local(instant)) };
};

/** A backup in the folder. @throws ForPeople when it is not there any more. */
export const copyIn = ({ copies }: Pick<BackupPorts, 'copies'>, id: string): StoredCopy => {
  const copy = copies.list().find((each) => each.id === id);
  if (!copy) throw new ForPeople('This backup is no longer in the backup folder. Nothing was changed.');
  return copy;
};

const readCopy = ({ snapshots }: RestorePorts, id: string): Snapshot => {
  const copy = snapshots.read(id);
  if (!copy.orders && !copy.ledger) throw new ForPeople("This backup has no orders, so it wasn't made by CPS Orders.");
  return copy;
};

/**
 * Restores some orders in one commit, under the lock, guarded by the Ledger's revision: what arrived in the meantime stays.
 * What is not as it was shown any more is left alone. Run again after a break it goes on where it stopped. No email
 * leaves because of it, and numbers go on after the highest that was ever given.
 * @param dry only tells what it would do.
 */
export const restore = (
  ports: RestorePorts,
  sourceId: string,
  chosen: readonly ChosenOrder[],
  dry: boolean,
): Restored => {
  if (dry) return pickedNow(ports, ports.workbook.read(), sourceId, chosen).report;
  const done = ports.change({
    by: 'restore orders',
    wait: 20_000,
    plan: (moment): Planned<Restored> | null => {
      const { view, head, when } = moment;
      const { differences, report, snapshot, here, source } = pickedNow(ports, view, sourceId, chosen);
      if (differences.length === 0) return { changes: [], value: report };
      // What was read is of the revision that the commit is guarded by, else all is read again.
      if ((headIn(snapshot)?.revision ?? 0) !== head.revision) return null;
      const [emails, by] = [writtenEmails(ports, view), ports.person || 'staff'];
      const changes = restoreChanges(differences, { here, rowOf: rowOf(ports), emails, from: source.name, by, when });
      return { changes, head: withHighest(head, source), value: report };
    },
  });
  if (done.outcome === 'landed') return done.values[0];
  throw new ForPeople(done.outcome === 'locked' || done.outcome === 'stale' ? OTHERS_WRITE : NOT_STORED);
};

/** Which of the chosen orders still need to be restored. @throws ForPeople if rows can't be read. */
const pickedNow = (ports: RestorePorts, view: WorkbookView, sourceId: string, chosen: readonly ChosenOrder[]) => {
  const problem = view.places.orders ? layoutProblem(view.places.orders.layout) : 'The Orders tab is missing.';
  if (problem) throw new ForPeople(`${problem} ${SET_UP_FIRST} Nothing was changed.`);
  const snapshot = ports.snapshots.read(ports.liveId);
  const here = hereOf(snapshot);
  const source = openSource(ports, sourceId, here);
  return { ...pick(differencesOf(here, source, rowOf(ports)), source, chosen), snapshot, here, source };
};

const pick = (
  { found, troubles }: Differences,
  { orders }: Source,
  chosen: readonly ChosenOrder[],
): { readonly differences: readonly Difference[]; readonly report: Restored } => {
  const byId = new Map(found.map((difference) => [difference.order.id, difference]));
  const differences: Difference[] = [];
  const left: string[] = [];
  let unchanged = 0;
  for (const { id, kind, own = false } of chosen) {
    const difference = byId.get(id);
    if (difference?.kind === kind)
      differences.push(own || kind === 'own columns' ? difference : { ...difference, own: [] });
    else if (difference?.kind === 'moved on' && kind === 'own columns' && difference.own.length > 0)
      differences.push({ ...difference, kind });
    else if (difference)
      left.push(`${orders.get(id)?.entry?.order.number ?? id} has changed since you opened this list.`);
    else unchanged += 1;
  }
  return { differences, report: { restored: differences.length, unchanged, troubles: [...left, ...troubles] } };
};

/** No number is given twice: each count goes on after the highest one of here and there. */
const withHighest = (head: LedgerHead, { sequences }: Source): LedgerHead => ({
  ...head,
  // Where no made-up code was numbered yet, the prefixes of the backup go on as they did there.
  sequences: withGiven(head.sequences, sequences, !head.sequences[HOUSE_PREFIX]),
});
