import { WAITING_EMAILS } from '../../core/words';
import type { Change } from '../../workbook/changes';
import type { OutboxEntry } from '../../workbook/outbox-row';
import type { EmailPorts } from '../email-ports';
import { allEmails } from '../read-emails';
import type { MenuContext } from './menu-context';

/** What staff decide about the emails as read under the lock. */
export interface EmailPlan<T> {
  readonly changes: readonly Change[];
  readonly result: T;
}

/** The outcome of a plan: its result, or a sentence that explains why there is none. */
export type EmailPlanResult<T> = { readonly result: T } | { readonly failed: string };

const NOT_WRITTEN = "Couldn't save this just now, and nothing was changed. Please try again in a minute.";
/** The call failed and may still land. */
const NOBODY_KNOWS = `It isn't clear yet whether this was saved. Please check ${WAITING_EMAILS} in 5 minutes before you try again.`;

const LOCK_WAIT = 10_000;

/**
 * Reads all emails and changes some of them under the lock. None can be claimed or sent in between, so a decision is
 * always about an email's current state.
 * @param sentences shown when nothing was written, and when that is uncertain.
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
