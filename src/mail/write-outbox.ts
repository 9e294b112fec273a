import { headNow } from '../intake/ledger-lookup';
import type { CommitOutcome } from '../ports';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import type { LedgerHead } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';
import type { MailPorts } from './mail-ports';

type WritePorts = Pick<MailPorts, 'ledger' | 'orders' | 'committer' | 'lock'>;

const LOCK_WAIT = 10_000;

/**
 * Lands changes of the Outbox as one commit, guarded like every other: a write that Google carries out late can never
 * set a mail back that has left since. The caller holds the lock.
 * @param head the Ledger's head, read before the rows that the changes are about.
 */
export const commitOutbox = (
  { committer }: Pick<WritePorts, 'committer'>,
  view: WorkbookView,
  changes: readonly Change[],
  head: LedgerHead,
): CommitOutcome['outcome'] => (changes.length === 0 ? 'landed' : committer.commit(view, changes, head).outcome);

/**
 * The same for a caller that does not hold the lock.
 * @param plan reads what the changes are about, under the lock.
 * @returns whether the changes landed.
 */
export const writeOutbox = (
  ports: WritePorts,
  view: WorkbookView,
  config: Config,
  plan: () => readonly Change[],
): boolean => {
  if (!ports.lock.tryLock(LOCK_WAIT)) return false;
  try {
    const head = headNow(ports, view, config);
    return commitOutbox(ports, view, plan(), head) === 'landed';
  } finally {
    ports.lock.release();
  }
};
