import type { Change } from '../../workbook/changes';
import type { OutboxEntry } from '../../workbook/outbox-row';
import type { EmailPorts } from '../email-ports';
import { allEmails } from '../read-emails';
import type { MenuContext } from './menu-context';

/** What a person decides about emails as they stand at that moment. */
export interface EmailPlan<T> {
  readonly changes: readonly Change[];
  readonly result: T;
}

/** What came of a plan: its result, or a sentence that says why there is none. */
export type EmailPlanResult<T> = { readonly result: T } | { readonly failed: string };

const NOT_WRITTEN = 'That could not be written down for now; nothing was changed. Please try again in a minute.';
/** The call failed and may still land. */
const NOBODY_KNOWS =
  'Nobody knows yet whether that was written down. Please look at CPS Orders > Emails > What waits in 5 minutes before you try again.';

const LOCK_WAIT = 10_000;

/**
 * Reads all emails and changes some of them under the lock: none is claimed or sent in between, so what a person decides
 * about an email is about the email as it is.
 * @param sentences what a person is told when nothing was written, and when nobody knows.
 */
export const changeEmails = <T>(
  ports: EmailPorts,
  { view: firstView }: Pick<MenuContext, 'view'>,
  plan: (emails: readonly OutboxEntry[]) => EmailPlan<T>,
  sentences = { notWritten: NOT_WRITTEN, unknown: NOBODY_KNOWS },
): EmailPlanResult<T> => {
  const done = ports.change({
    by: 'change emails by hand',
    wait: LOCK_WAIT,
    view: firstView,
    plan: ({ view }) => {
      const { changes, result } = plan(allEmails(ports.outbox, view));
      return { changes, value: result };
    },
  });
  if (done.outcome === 'landed') return { result: done.values[0] };
  return { failed: done.outcome === 'unknown' ? sentences.unknown : sentences.notWritten };
};
