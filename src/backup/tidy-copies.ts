import type { CopyStore } from '../core/file-ports';
import { parseCopyName } from './names';
import { keptCopies } from './retention';

/** A copy that is being checked belongs to a run that died when it is older than this: longer than any run lasts. */
const LONGEST_CHECK = 30 * 60_000;

const milliseconds = (at: string): number => Date.parse(`${at}Z`);

/**
 * After a copy has been found in order: those that are not kept any more go to the trash, and so do damaged ones and
 * those that nobody finished checking. Files that someone has renamed are left alone.
 * @param now local date-time, `yyyy-MM-ddTHH:mm:ss`.
 * @param holdingMore the ids of copies that hold something which the next one lacks.
 */
export const tidyCopies = (
  copies: CopyStore,
  now: string,
  holdingMore: ReadonlySet<string>,
): { readonly kept: ReadonlySet<string>; readonly trashed: number } => {
  const ours = copies.list().flatMap((copy) => {
    const name = parseCopyName(copy.name);
    return name ? [{ id: copy.id, ...name }] : [];
  });
  const checked = ours.filter(({ state }) => state === 'checked');
  const more = new Set(checked.filter(({ id }) => holdingMore.has(id)).map(({ at }) => at));
  const times = keptCopies(
    checked.map(({ at }) => at),
    more,
  );
  const isKept = ({ at, state }: (typeof ours)[number]): boolean =>
    state === 'checked' ? times.has(at) : state === 'checking' && milliseconds(now) - milliseconds(at) < LONGEST_CHECK;
  const gone = ours.filter((copy) => !isKept(copy));
  for (const { id } of gone) copies.trash(id);
  return { kept: new Set(ours.filter(isKept).map(({ id }) => id)), trashed: gone.length };
};
