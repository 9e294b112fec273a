import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostError, systemCode } from './host-error';

/** The version of what this program writes into a data folder. Raise it when an older program could not read it. */
const FORMAT = 1;

const LOCK = 'host.lock';
const VERSION = 'version.json';
const OURS = /^(version\.json|snapshot-\d+\.json(\.tmp)?|journal-\d+\.jsonl)$/;

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
  ENOENT: 'it cannot be created',
  ENOSPC: 'the disk is full',
};

/** Turns a system error on the data folder into its sentence. */
export const unwritable = (folder: string, error: unknown): HostError =>
  new HostError(`The data folder ${folder} cannot be written: ${REASONS[systemCode(error)] ?? String(error)}.`);

/**
 * Takes a data folder for this process: creates it, locks it, forgets its content if `fresh`, checks its version.
 * `program` is what the person who runs it calls it.
 * @returns a function that gives the folder free again.
 * @throws HostError when it cannot be written, is in use by a running host, or was written by a newer version.
 */
export const takeFolder = (folder: string, fresh: boolean, program: string): (() => void) => {
  try {
    mkdirSync(folder, { recursive: true });
    lock(folder);
  } catch (error) {
    throw error instanceof HostError ? error : unwritable(folder, error);
  }
  const release = (): void => rmSync(join(folder, LOCK), { force: true });
  try {
    if (fresh) forget(folder);
    checkVersion(folder, program);
  } catch (error) {
    release();
    throw error instanceof HostError ? error : unwritable(folder, error);
  }
  return release;
};

/** Removes the files that a host wrote, and nothing else that may lie in the folder. */
const forget = (folder: string): void => {
  for (const name of readdirSync(folder)) if (OURS.test(name)) rmSync(join(folder, name));
};

const checkVersion = (folder: string, program: string): void => {
  const path = join(folder, VERSION);
  const format = readVersion(path);
  if (format === null) writeFileSync(path, `${JSON.stringify({ format: FORMAT })}\n`);
  else if (format > FORMAT) {
    throw new HostError(
      `The data folder ${folder} was written by a newer version of ${program} (format ${format}, this one reads ${FORMAT}); update this copy, choose another --data folder, or begin again with --fresh.`,
    );
  }
};

const readVersion = (path: string): number | null => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  const format: unknown = /^\s*\{\s*"format"\s*:\s*(\d+)\b/.exec(text)?.[1];
  return typeof format === 'string' ? Number(format) : null;
};

interface Holder {
  readonly pid: number;
  readonly started: string;
}

/** A host that was just killed may take a moment to be gone: so long, in milliseconds, its lock is waited for. */
const PATIENCE = 2_000;
const STEP = 50;

const lock = (folder: string): void => {
  const path = join(folder, LOCK);
  for (let waited = 0; ; waited += STEP) {
    if (tryLock(path)) return;
    const holder = readHolder(path);
    // One that cannot be read may be one that is just being written.
    const isLeft = holder ? !isRunning(holder) : waited >= PATIENCE;
    if (isLeft) rmSync(path, { force: true });
    else if (!holder || waited < PATIENCE) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP);
    else {
      throw new HostError(
        `The data folder ${folder} is in use by another running host (process ${holder.pid}); stop that one, or choose another --data folder.`,
      );
    }
  }
};

const tryLock = (path: string): boolean => {
  const me: Holder = { pid: process.pid, started: startOf(process.pid) };
  try {
    writeFileSync(path, JSON.stringify(me), { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
};

const readHolder = (path: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
};

/** A process id is used again after a while, so the time a process began tells it from a later one. */
const isRunning = ({ pid, started }: Holder): boolean => {
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
