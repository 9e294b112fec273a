import type { Snapshot } from '../core/file-ports';
import { formatDollars, cents as toCents } from '../domain/money';
import { count, timeText } from '../domain/text/for-people';
import { raiseAlert } from '../email/alert-operator';
import { sendAlerts } from '../email/send-alerts';
import { activityRow } from '../workbook/activity-row';
import { serialOf } from '../workbook/date-serial';
import type { BackupPorts } from './backup-ports';
import { compareCopy, type Verdict } from './compare-copy';
import { lackingIn } from './holdings';
import { besideText } from './kept-beside';
import { BACKUP_ASKED, BACKUP_TRIED, BACKUP_TROUBLE, type KnownBackup, keepKnown, knownBackups } from './known-backups';
import { copyName } from './names';
import { figuresOf, isSame } from './snapshot';
import { tidyCopies } from './tidy-copies';

/** What a backup came to. */
export type BackupResult =
  | {
      readonly ok: true;
      readonly id: string;
      readonly rows: number;
      readonly cents: number;
      readonly trashed: number;
      /** A sentence, where the copy before it holds more and is kept beside it; else blank. */
      readonly beside: string;
    }
  | { readonly ok: false; readonly trouble: string };

/** How often a copy is made again because the sheet changed too much while it was being made. */
const MOST_TRIES = 3;
const MOVED = 'The sheet changed too often while it was being copied. CPS Orders will try again automatically.';

/**
 * Copies the live sheet, opens the copy and compares it with what the sheet held when it was made; only then older
 * ones go to the trash. Nothing is locked: orders arrive in the meantime. A copy that turns out wrong is renamed to
 * say so and kept for inspection, all older ones stay, and the operator is notified, once a day. If killed at any point, it leaves
 * at most a copy whose name says unchecked, which a later run deletes.
 * @param by who or what asked, for the Activity tab.
 */
export const makeBackup = (ports: BackupPorts, by: string): BackupResult => {
  ports.properties.set({ [BACKUP_TRIED]: ports.clock.now().toISOString() });
  let result: BackupResult;
  try {
    result = tryBackup(ports);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    result = { ok: false, trouble: `The backup failed: ${message}` };
  }
  if (!result.ok) {
    ports.properties.set({ [BACKUP_TROUBLE]: result.trouble, [BACKUP_ASKED]: '' });
    raiseAlert(ports, 'BACKUP', {
      subject: 'Backup failed: please try again',
      text: `${result.trouble} All older backups are still there.\n\nWhat to do: choose CPS Orders > Data > Backups, then Back up now.`,
    });
  }
  tell(ports, by, result);
  return result;
};

const tryBackup = (ports: BackupPorts): BackupResult => {
  const { clock, copies, snapshots, liveId, crypto } = ports;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    say(ports, 'Copying the sheet');
    const now = clock.now();
    const at = clock.local(now);
    const live = snapshots.read(liveId);
    const id = copies.make(copyName({ at, state: 'checking' }));
    say(ports, 'Opening and checking the copy');
    const copy = snapshots.read(id);
    const verdict = verdictOf(ports, live, copy);
    if (verdict.copy === 'damaged') {
      copies.rename(id, copyName({ at, state: 'damaged' }));
      return { ok: false, trouble: `The backup of ${timeText(at, at)} is damaged. ${verdict.why}` };
    }
    if (verdict.copy === 'moved') {
      copies.trash(id);
      continue;
    }
    copies.rename(id, copyName({ at, state: 'checked' }));
    const figures = figuresOf(copy, crypto);
    say(ports, 'Removing old backups');
    const made: KnownBackup = { id, at: now.toISOString(), ...figures, lacking: null };
    const before = withLacking(ports, knownBackups(ports.properties.all()), made, copy);
    const known = [made, ...before];
    keepKnown(ports.properties, known);
    const holdingMore = new Set(known.filter(({ lacking }) => lacking !== null).map((each) => each.id));
    const { kept, trashed } = tidyCopies(copies, at, holdingMore);
    keepKnown(
      ports.properties,
      known.filter((each) => kept.has(each.id)),
    );
    const beside = besideText(clock, made, before[0]);
    return { ok: true, id, rows: figures.rows, cents: figures.cents, trashed, beside };
  }
  return { ok: false, trouble: MOVED };
};

/** Says of the newest copy so far what of it the one that has just been made lacks. One that cannot be opened is left as it is. */
const withLacking = (
  { snapshots }: BackupPorts,
  [last, ...others]: readonly KnownBackup[],
  made: KnownBackup,
  copy: Snapshot,
): readonly KnownBackup[] => {
  if (!last) return [];
  if (isSame(last, made)) return [last, ...others];
  try {
    return [{ ...last, lacking: lackingIn(snapshots.read(last.id), copy) }, ...others];
  } catch {
    return [last, ...others];
  }
};

/** The sheet is read a second time only when the copy is not what was read before. */
const verdictOf = (ports: BackupPorts, before: Snapshot, copy: Snapshot): Verdict => {
  const same = isSame(figuresOf(before, ports.crypto), figuresOf(copy, ports.crypto));
  return same ? { copy: 'whole' } : compareCopy(before, ports.snapshots.read(ports.liveId), copy);
};

/** How far a backup has come, for the dialog that waits for it. */
export const PROGRESS = 'backup progress';
const say = ({ cache }: BackupPorts, step: string): void => cache.put(PROGRESS, step, 120);

/** A line of the Activity tab, and the alert if there is one: the sweep may be what does not run. */
const tell = (ports: BackupPorts, by: string, result: BackupResult): void => {
  const when = serialOf(ports.clock.local(ports.clock.now()));
  const detail = result.ok
    ? `A backup was made and verified: ${count(result.rows, 'row')}, ${formatDollars(toCents(result.cents))} total.${result.beside && ` ${result.beside}`}`
    : result.trouble;
  const event = result.ok ? 'backup' : 'backup failed';
  const view = ports.workbook.read();
  if (!result.ok) sendAlerts(ports, view);
  ports.rows.append(view, 'activity', activityRow({ when, event, by, detail }));
};
