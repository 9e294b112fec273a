import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from './folder-lock';
import { HostError, systemCode } from './host-error';

/** The version of what this program writes into a data folder. Raise it when an older program could not read it. */
const FORMAT = 1;

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
  let release: () => void;
  try {
    mkdirSync(folder, { recursive: true });
    release = takeLock(folder);
  } catch (error) {
    throw error instanceof HostError ? error : unwritable(folder, error);
  }
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
      `The data folder ${folder} was written by a newer version of ${program} (format ${format}, this one reads ${FORMAT}). Update this copy, choose another --data folder, or start over with --fresh.`,
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
