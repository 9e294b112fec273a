import type { SheetRow } from '../core/ports';
import { rowChange } from '../email/hold-back';
import type { Change } from '../workbook/changes';
import { isAlert, isTest, leaseEnd, type OutboxEntry, outboxEntry } from '../workbook/outbox-row';
import { type Person, plain } from './scrub';

/** States of a mail that has not left for certain. One that may have left stays told as such. */
const WAITS: readonly string[] = ['queued', 'claimed', 'waiting for quota', 'held'];
/** States in which an execution may be at work on a mail, until its lease is over. */
const AT_WORK: readonly string[] = ['claimed', 'handing over'];

const isTheirs = (mail: OutboxEntry, { keys, emails }: Person): boolean =>
  keys.has(mail.orderId) || (!isAlert(mail) && emails.has(plain(mail.to)));

const entries = (rows: readonly SheetRow[]): OutboxEntry[] => rows.map(({ at, cells }) => outboxEntry(at, cells));

/** Where emails about these orders went, but for tests, which go to staff. */
export const addressedTo = (rows: readonly SheetRow[], ids: ReadonlySet<string>): string[] =>
  entries(rows).flatMap((mail) => (ids.has(mail.orderId) && !isAlert(mail) && !isTest(mail.version) ? [mail.to] : []));

/** Whether a mail to the customer is leaving at this moment. */
export const isLeaving = (rows: readonly SheetRow[], person: Person, now: number): boolean =>
  entries(rows).some((mail) => AT_WORK.includes(mail.state) && leaseEnd(mail, now) > now && isTheirs(mail, person));

/** The customer's mails without the customer: those that wait are cancelled. */
export const erasedMails = (rows: readonly SheetRow[], person: Person): Change[] =>
  entries(rows).flatMap((mail): Change[] => {
    const theirs = isTheirs(mail, person);
    const error = theirs || person.isAddressedIn(mail.error) ? person.without(mail.error, theirs) : mail.error;
    const cells = {
      ...(theirs && mail.to !== '' ? { To: '' } : {}),
      ...(error === mail.error ? {} : { Error: error }),
      ...(theirs && WAITS.includes(mail.state) ? { State: 'cancelled' } : {}),
    };
    return Object.keys(cells).length > 0 ? [rowChange(mail, cells)] : [];
  });
