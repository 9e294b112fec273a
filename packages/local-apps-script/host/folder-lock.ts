import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostError, systemCode } from './host-error';

const LOCK = 'host.lock';
/** What a host that was killed while it took the lock may have left beside it. */
const LEFT_OVER = /^host\.lock\.[0-9a-f]+(\.new)?$/;

/** Who holds a lock: no two holders have the same text. */
interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly id: string;
}

/** A host that was just killed may take a moment to be gone; milliseconds. */
const PATIENCE = 2_000;
const STEP = 50;

/**
 * Takes the lock of a data folder for this process. A lock that a killed host left is taken from it by one host only,
 * however many start at the same moment.
 * @param patience how long a lock is waited for whose host may just have been killed, in milliseconds.
 * @returns a function that gives the lock back, unless it has become someone else's.
 * @throws HostError when a running host holds it.
 */
export const takeLock = (folder: string, patience = PATIENCE): (() => void) => {
  const path = join(folder, LOCK);
  const me: Holder = { pid: process.pid, started: startOf(process.pid), id: randomUUID() };
  const mine = JSON.stringify(me);
  for (let waited = 0; !tryTake(path, mine, waited >= patience); waited += STEP) {
    if (waited >= patience) {
      const holder = holderIn(textOf(path));
      if (holder && isRunning(holder)) {
        throw new HostError(
          `The data folder ${folder} is in use by another running host (process ${holder.pid}). Stop that one, or choose another --data folder.`,
        );
      }
      if (waited >= 2 * patience)
        throw new HostError(
          `The data folder ${folder} can't be locked. Remove ${path}, or choose another --data folder.`,
        );
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP);
  }
  for (const name of readdirSync(folder)) if (LEFT_OVER.test(name)) rmSync(join(folder, name), { force: true });
  return () => {
    if (textOf(path) === mine) rmSync(path, { force: true });
  };
};

/**
 * Takes the lock at a path once, if it is free or left by a process that is gone.
 *
 * Reading a left lock, removing it and making one's own are three steps: between them another host may have done all
 * three, and its new lock would be removed. So only the holder of a second lock, named after the text of the left one, may
 * remove that one, and looks at it again first. Should its holder be killed, the same rule applies to the second lock.
 * @param isPatienceOver whether a text that names no holder counts as left; before, it may be one that is being written.
 */
const tryTake = (path: string, mine: string, isPatienceOver: boolean): boolean => {
  if (tryCreate(path, mine)) return true;
  const text = textOf(path);
  if (text === null) return false;
  const holder = holderIn(text);
  if (holder ? isRunning(holder) : !isPatienceOver) return false;
  const right = `${path.replace(/\.[0-9a-f]+$/, '')}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  if (!tryTake(right, mine, isPatienceOver)) return false;
  try {
    if (textOf(path) === text) rmSync(path, { force: true });
  } finally {
    rmSync(right, { force: true });
  }
  return tryCreate(path, mine);
};

/** Makes a file that is there with its whole text, or not at all; whether there was none before. */
const tryCreate = (path: string, text: string): boolean => {
  const draft = `${path.replace(/\.[0-9a-f]+$/, '')}.${randomUUID().replace(/-/g, '')}.new`;
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    // ENOENT: a host that has just taken the lock has cleared up.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return createWithoutLink(path, text);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** For file systems without links: the text is there a moment after the file. */
const createWithoutLink = (path: string, text: string): boolean => {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
};

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

const holderIn = (text: string | null): Pick<Holder, 'pid' | 'started'> | null => {
  try {
    const holder = JSON.parse(text ?? '') as Holder | null;
    return typeof holder?.pid === 'number' && typeof holder.started === 'string' ? holder : null;
  } catch {
    return null;
  }
};

/** A process id is used again after a while, so the time a process began tells it from a later one. */
const isRunning = ({ pid, started }: Pick<Holder, 'pid' | 'started'>): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return false;
  }
  return started === startOf(pid);
};

/** Dead, and only not yet fetched by its parent. */
const ZOMBIE = 'Z';

/** When a process began, as Linux tells it; '' where the system does not tell, 'ended' for one that only waits to be buried. */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === ZOMBIE ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
};
