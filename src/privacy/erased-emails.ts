import type { SheetRow } from '../core/ports';
import { rowChange } from '../email/hold-back';
import type { Change } from '../workbook/changes';
import { isAlert, isTest, leaseEnd, type OutboxEntry, outboxEntry } from '../workbook/outbox-row';
import { type Person, plain } from './scrub';

/** States of an email that has not left for certain. One that may have left keeps its state. */
const WAITS: readonly string[] = ['queued', 'claimed', 'waiting for quota', 'held'];
/** States in which an execution may be at work on an email, until its lease is over. */
const AT_WORK: readonly string[] = ['claimed', 'handing over'];

const isTheirs = (email: OutboxEntry, { keys, emails }: Person): boolean =>
  keys.has(email.orderId) || (!isAlert(email) && emails.has(plain(email.to)));

const entries = (rows: readonly SheetRow[]): OutboxEntry[] => rows.map(({ at, cells }) => outboxEntry(at, cells));

/** Where emails about these orders went, but for tests, which go to staff. */
export const addressedTo = (rows: readonly SheetRow[], ids: ReadonlySet<string>): string[] =>
  entries(rows).flatMap((email) =>
    ids.has(email.orderId) && !isAlert(email) && !isTest(email.version) ? [email.to] : [],
  );

/** Whether an email to the customer is leaving at this moment. */
export const isLeaving = (rows: readonly SheetRow[], person: Person, now: number): boolean =>
  entries(rows).some((email) => AT_WORK.includes(email.state) && leaseEnd(email, now) > now && isTheirs(email, person));

/** The customer's emails without the customer. Waiting ones are canceled. */
export const erasedEmails = (rows: readonly SheetRow[], person: Person): Change[] =>
  entries(rows).flatMap((email): Change[] => {
    const theirs = isTheirs(email, person);
    const error = theirs || person.isAddressedIn(email.error) ? person.without(email.error, theirs) : email.error;
    const cells = {
      ...(theirs && email.to !== '' ? { To: '' } : {}),
      ...(error === email.error ? {} : { Error: error }),
      ...(theirs && WAITS.includes(email.state) ? { State: 'cancelled' } : {}),
    };
    return Object.keys(cells).length > 0 ? [rowChange(email, cells)] : [];
  });
