import type { Change } from '../../workbook/changes';
import type { OutboxEntry } from '../../workbook/outbox-row';
import type { MailPorts } from '../mail-ports';
import { allMails } from '../read-mails';
import { commitOutbox } from '../write-outbox';
import type { Setting } from './chosen';

/** What a person decides about mails as they stand at that moment. */
export interface MailPlan<T> {
  readonly changes: readonly Change[];
  readonly result: T;
}

export const NOT_WRITTEN = 'That could not be written down for now; nothing was changed. Please try again in a minute.';

const LOCK_WAIT = 10_000;

/**
 * Reads all mails and changes some of them under the lock: none is claimed or sent in between, so what a person decides
 * about a mail is about the mail as it is.
 * @returns the plan's result; null when it could not be written.
 */
export const changeMails = <T>(
  ports: MailPorts,
  { view, config }: Setting,
  plan: (mails: readonly OutboxEntry[]) => MailPlan<T>,
): T | null => {
  if (!ports.lock.tryLock(LOCK_WAIT)) return null;
  try {
    const { changes, result } = plan(allMails(ports.outbox, view));
    return commitOutbox(ports, view, config, changes) ? result : null;
  } finally {
    ports.lock.release();
  }
};
