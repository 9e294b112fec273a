import type { LedgerHead } from '../workbook/ledger-row';

/**
 * What is wrong with the guards of commits: each revision has one, and it is the only one. One whose cell was deleted is
 * listed nowhere, so it is `missing`, too.
 * @param head null before the first commit.
 * @param guards the revision of each guard that Google lists.
 * @returns null when nothing is.
 */
export const guardTrouble = (
  head: Pick<LedgerHead, 'revision'> | null | undefined,
  guards: readonly number[],
): 'missing' | 'several' | null => {
  const revision = head?.revision ?? 0;
  if (revision > 0 && !guards.includes(revision)) return 'missing';
  return guards.length > (revision > 0 ? 1 : 0) ? 'several' : null;
};
