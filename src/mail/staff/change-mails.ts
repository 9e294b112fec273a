import { headNow } from '../../intake/ledger-lookup';
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

/** What came of a plan: its result, or a sentence that says why there is none. */
export type Written<T> = { readonly result: T } | { readonly failed: string };

const NOT_WRITTEN = 'That could not be written down for now; nothing was changed. Please try again in a minute.';
/** The call failed and may still land. */
const NOBODY_KNOWS =
  'Nobody knows yet whether that was written down. Please look at CPS Orders > Emails > What waits in 5 minutes before you try again.';

const LOCK_WAIT = 10_000;
const MOST_TRIES = 3;

/**
 * Reads all mails and changes some of them under the lock: none is claimed or sent in between, so what a person decides
 * about a mail is about the mail as it is.
 * @param sentences what a person is told when nothing was written, and when nobody knows.
 */
export const changeMails = <T>(
  ports: MailPorts,
  { view, config }: Setting,
  plan: (mails: readonly OutboxEntry[]) => MailPlan<T>,
  sentences = { notWritten: NOT_WRITTEN, unknown: NOBODY_KNOWS },
): Written<T> => {
  if (!ports.lock.tryLock(LOCK_WAIT)) return { failed: sentences.notWritten };
  try {
    for (let tries = 1; ; tries++) {
      const head = headNow(ports, view, config);
      const { changes, result } = plan(allMails(ports.outbox, view));
      const outcome = commitOutbox(ports, view, changes, head);
      if (outcome === 'landed') return { result };
      // Another commit came first, perhaps one of this very person that was late: decided anew from what stands now.
      if (outcome === 'stale' && tries < MOST_TRIES) continue;
      return { failed: outcome === 'unknown' ? sentences.unknown : sentences.notWritten };
    }
  } finally {
    ports.lock.release();
  }
};
