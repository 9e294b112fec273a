import { LAST_BACKUP } from '../backup/known-backups';
import type { Ports } from '../core/all-ports';
import { ARCHIVE_NAME, MOST_ARCHIVES, MOST_REJECTED } from '../core/bounds';
import type { Room } from '../core/set-up-ports';
import { isSingle, MOST_SINGLE, packed } from '../customers/unsubscribed-names';
import { count, numberText } from '../domain/text/for-people';
import { OPEN } from '../intake/rejected';
import { activityRow } from '../workbook/activity-row';
import { headText } from '../workbook/ledger-row';
import { MOST_HEAD } from '../workbook/sequences';

/** What making room needs from the world. */
export interface RoomPorts extends Pick<Ports, 'change' | 'properties' | 'clock' | 'once'> {
  readonly room: Room;
  readonly person: string;
}

/** A list that is over its bound is brought down to this share of it, so that it isn't full again right away. */
const SHARE_LEFT = 0.8;

/**
 * Makes room in whatever is over its bound of what outsiders send (health/growth.ts). Safe to run again.
 * @returns a sentence for each thing that was done.
 */
export const makeRoom = (ports: RoomPorts): readonly string[] => [
  ...boundHead(ports),
  ...packUnsubscribed(ports),
  ...shortenRejected(ports),
  ...dropArchives(ports),
];

/** Any commit bounds the head that it writes: one is made where it is too large, whatever it is then. */
const boundHead = ({ change, person }: RoomPorts): string[] => {
  const done = change({
    by: 'make room for order numbers',
    wait: 20_000,
    plan: ({ head, when }) => {
      const size = headText(head).length;
      if (size <= MOST_HEAD) return { changes: [], value: '' };
      const told = `The order number counters took up ${numberText(size)} characters. Codes that aren't in the Events tab now share one counter. Existing numbers stay the same.`;
      const row = activityRow({ when, event: 'made room', by: person || 'staff', detail: told });
      return { changes: [{ change: 'append', tab: 'activity', row }], value: told };
    },
  });
  if (done.outcome === 'landed') return done.values[0] ? [done.values[0]] : [];
  return ["The order number counters couldn't be checked just now. Please run this again."];
};

const packUnsubscribed = ({ properties, room, once }: RoomPorts): string[] => {
  const names = Object.keys(properties.all()).filter(isSingle);
  if (names.length < MOST_SINGLE) return [];
  const done = once('MAKE_ROOM', 20_000, () => {
    const { packs, gone } = packed(properties.all());
    properties.set(packs);
    room.removeProperties(gone);
    return gone.length;
  });
  return done
    ? [`Compressed the entries of ${count(done.value, 'customer')} who asked not to get feedback requests.`]
    : [];
};

const shortenRejected = ({ room, once }: RoomPorts): string[] => {
  if (room.rejected().length < MOST_REJECTED) return [];
  const done = once('MAKE_ROOM', 20_000, () => {
    const rows = room.rejected().map((state, index) => ({ at: index + 2, isOpen: state === OPEN }));
    const many = rows.length - Math.floor(SHARE_LEFT * MOST_REJECTED);
    // Handled ones first, then open ones; in each group the oldest first.
    const chosen = [...rows.filter(({ isOpen }) => !isOpen), ...rows.filter(({ isOpen }) => isOpen)].slice(0, many);
    room.removeRejected(chosen.map(({ at }) => at));
    return chosen.length;
  });
  return done ? [`Removed the ${done.value} oldest rows from Rejected, which was full.`] : [];
};

/** Archives that a backup holds, the oldest first. */
const dropArchives = ({ room, properties, clock }: RoomPorts): string[] => {
  const archives = [...room.archives()].sort();
  const over = archives.slice(0, Math.max(0, archives.length - MOST_ARCHIVES));
  if (over.length === 0) return [];
  const lastBackup = properties.all()[LAST_BACKUP];
  const backedUp = lastBackup ? clock.local(new Date(lastBackup)).replace('T', ' ').replace(/:/g, '.') : '';
  const safe = over.filter((name) => name.slice(ARCHIVE_NAME.length) < backedUp);
  if (safe.length === 0)
    return [
      `There are too many Activity archives (${over.length} over the limit), and no backup has them yet. Back up first.`,
    ];
  room.removeArchives(safe);
  return [`Removed the ${safe.length} oldest Activity archives. The last backup has them.`];
};
