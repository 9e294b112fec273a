import { shownTime } from '../core/shown-time';
import { timeText } from '../domain/text/for-people';
import { keptText } from './kept-beside';
import { BACKUP_ASKED, BACKUP_TROUBLE, knownBackups, LAST_BACKUP } from './known-backups';
import { type CopyState, parseCopyName } from './names';
import type { RestorePorts } from './restore';

/** One backup as the dialog lists it. */
export interface ShownBackup {
  readonly id: string;
  /** When it was made, as shown: `Nov 25, 3:12 AM`; a renamed copy shows its name. */
  readonly name: string;
  readonly state: CopyState | 'renamed';
  /** What it held when it was checked; null when that is not known. */
  readonly rows: number | null;
  readonly cents: number | null;
  /** Why it is kept although a newer one of its day or week is there; blank when it holds no more than the next. */
  readonly why: string;
  readonly url: string;
}

export interface ShownBackups {
  /** Whether this person may make and open backups: they lie in the operator's Drive. */
  readonly isOperator: boolean;
  readonly backups: readonly ShownBackup[];
  /** When the last good one was made, as shown: `Nov 25, 3:12 AM`; blank before the first one. */
  readonly last: string;
  /** Who has asked the next sweep for one; blank when nobody has. */
  readonly asked: string;
  /** Why the last try failed; blank when it did not. */
  readonly trouble: string;
}

/** The backups that there are, newest first. Other staff see what is known of them. */
export const showBackups = ({ properties, copies, clock, sends }: RestorePorts): ShownBackups => {
  const all = properties.all();
  const known = knownBackups(all);
  const now = clock.local(clock.now());
  const inDrive = sends ? copies.list() : known.map(({ id, at }) => ({ id, name: shownTime(clock, at) }));
  const backups = inDrive
    .map(({ id, name }): ShownBackup & { order: string } => {
      const parsed = parseCopyName(name);
      const figures = known.find((each) => each.id === id);
      return {
        id,
        name: parsed ? timeText(parsed.at, now) : name,
        state: parsed?.state ?? (sends ? 'renamed' : 'checked'),
        rows: figures?.rows ?? null,
        cents: figures?.cents ?? null,
        why: figures ? keptText(figures, known[known.indexOf(figures) - 1]) : '',
        url: `https://docs.google.com/spreadsheets/d/${id}`,
        order: parsed?.at ?? '',
      };
    })
    .sort((a, b) => (a.order < b.order ? 1 : -1))
    .map(({ order: _, ...shown }) => shown);
  return {
    isOperator: sends,
    backups,
    last: all[LAST_BACKUP] ? shownTime(clock, all[LAST_BACKUP]) : '',
    asked: all[BACKUP_ASKED] ?? '',
    trouble: all[BACKUP_TROUBLE] ?? '',
  };
};
