import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Office } from '../../packages/local-apps-script/office';

const GUARD = /"name":"cps_revision_\d+"/;
/** No commit yet: where the guard was lost, one is put up first. */
const ONLY_GUARD = /"requests":\[\{"addNamedRange":[^[]*\]/;
const WRITER = /\\"token\\":\\"([^"\\]+) [0-9a-f-]{36}\\"/;

/** The service by which commits are carried out. */
export const BATCH_UPDATE = 'Sheets.Spreadsheets.batchUpdate';

/** A commit, as it was seen. */
export interface Commit {
  /** Its writer; `?` when it does not say whose it is. */
  readonly by: string;
  /** The how-manieth call of {@link BATCH_UPDATE} it was, from 1. */
  readonly nth: number;
  /** Whether its execution held the lock. */
  readonly isLocked: boolean;
}

/**
 * Watches the commits of a shop: every call of `batchUpdate` that is guarded by a revision.
 * @param before called right before each one is carried out, with its writer.
 */
export const watchCommits = (
  { world }: Office,
  before: (by: string) => void = () => {},
): { readonly commits: readonly Commit[]; stop(): void } => {
  const commits: Commit[] = [];
  let calls = 0;
  const perform = world.perform.bind(world);
  world.perform = (name, args, actor, ...rest) => {
    const text = name === BATCH_UPDATE ? JSON.stringify(args) : '';
    if (text) calls += 1;
    if (GUARD.test(text) && !ONLY_GUARD.test(text)) {
      const [, by = '?'] = WRITER.exec(text) ?? [];
      commits.push({ by, nth: calls, isLocked: world.locks.holdsAny(actor.execution) });
      before(by);
    }
    return perform(name, args, actor, ...rest);
  };
  return {
    commits,
    stop: () => {
      world.perform = perform;
    },
  };
};

/** The commit that gives rows back, and their own to those that were meant, says so behind the writer's name. */
export const PUT_RIGHT = ', put right';

const CALL = /\bchange\(\{\s*by: '([^']+)'/g;
const ANY_CALL = /\bchange\(\{/g;

/** Every unit of work in the sources, by its `by`. @throws Error where one does not say so in a plain text. */
export const writersInSources = (): readonly string[] => {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return paths.flatMap((path) => {
    const text = readFileSync(join('src', path), 'utf8');
    const found = [...text.matchAll(CALL)].map(([, by = '']) => by);
    if (found.length !== [...text.matchAll(ANY_CALL)].length)
      throw new Error(`${path}: a unit of work whose first line is not by: '...'`);
    return found;
  });
};
