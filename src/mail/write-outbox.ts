import { headOf } from '../intake/ledger-lookup';
import type { CommitOutcome } from '../ports';
import type { Change } from '../workbook/changes';
import type { Config } from '../workbook/config';
import type { WorkbookView } from '../workbook/view';
import type { MailPorts } from './mail-ports';

type WritePorts = Pick<MailPorts, 'ledger' | 'orders' | 'committer' | 'lock'>;

const LOCK_WAIT = 10_000;

/**
 * Lands changes of the Outbox as one commit, guarded like every other: a write that Google carries out late can never
 * set a mail back that has left since. The caller holds the lock.
 */
export const commitOutbox = (
  { ledger, orders, committer }: WritePorts,
  view: WorkbookView,
  { settings }: Config,
  changes: readonly Change[],
): CommitOutcome['outcome'] => {
  if (changes.length === 0) return 'landed';
  const newest = ledger.newest(view, settings.postsPerMinute);
  const head = headOf(ledger, view, newest, () => orders.numbers(view));
  return committer.commit(view, changes, head).outcome;
};

/** The same for a caller that does not hold the lock. @returns whether the changes landed. */
export const writeOutbox = (
  ports: WritePorts,
  view: WorkbookView,
  config: Config,
  changes: readonly Change[],
): boolean => {
  if (changes.length === 0) return true;
  if (!ports.lock.tryLock(LOCK_WAIT)) return false;
  try {
    return commitOutbox(ports, view, config, changes) === 'landed';
  } finally {
    ports.lock.release();
  }
};
