import type { Change } from '../workbook/changes';
import type { LedgerEntry } from '../workbook/ledger-row';
import { isTest, type OutboxEntry } from '../workbook/outbox-row';
import type { EmailDay } from './email-day';
import { rowChange } from './hold-back';
import type { NextStep } from './next-step';
import type { PlacedEntry } from './read-emails';
import { TYPED_OVER } from './reasons';

/** How the Ledger names an email of an order: `paid:1`. */
export const departedName = ({ kindText, version }: Pick<OutboxEntry, 'kindText' | 'version'>): string =>
  `${kindText}:${version}`;

/** Whether the Ledger knows that an email was sent, or may have been, regardless of its Outbox row. */
export const hasDeparted = (email: OutboxEntry, entry: LedgerEntry | undefined): boolean =>
  entry?.progress.left?.[departedName(email)] !== undefined;

/** Restores the state of a row that someone typed over. If its Sent At is missing too, the time is unknown. */
export const backToDeparted = (email: OutboxEntry): Change =>
  rowChange(email, { State: email.sentAt === null ? 'unsure' : 'sent', Error: TYPED_OVER, 'Lease Until': '' });

/** How far back to look, in milliseconds, before the first check: an older email is too late to be sent again. */
const FIRST_LOOK = 80 * 3_600_000;

/** How many milliseconds a mark may land after the moment it records. */
const MARK_TAKES = 60_000;

/** Emails that have left, or may have, since the last look: what the Ledger may not know yet. */
export const newlyDeparted = (
  emails: readonly OutboxEntry[],
  steps: ReadonlyMap<OutboxEntry, NextStep>,
  day: EmailDay | null,
  now: number,
): readonly OutboxEntry[] => {
  const since = day ? day.at - MARK_TAKES : now - FIRST_LOOK;
  return emails.filter((email) => {
    if (isTest(email.version) || email.orderId === '') return false;
    const step = steps.get(email);
    return step === 'unsure' || step === 'departed' || (email.sentAt !== null && email.sentAt > since);
  });
};

/** Writes into the Ledger which emails have left. The rows of `entries` were read under the lock. */
export const departedChanges = (
  emails: readonly OutboxEntry[],
  entries: ReadonlyMap<string, PlacedEntry>,
): Change[] => {
  const news = new Map<string, Record<string, string>>();
  for (const email of emails) {
    const known = entries.get(email.orderId)?.entry;
    if (!known || hasDeparted(email, known)) continue;
    const time = email.sentAt === null ? '' : new Date(email.sentAt).toISOString();
    news.set(email.orderId, { ...news.get(email.orderId), [departedName(email)]: time });
  }
  return [...news].flatMap(([id, departed]): Change[] => {
    const found = entries.get(id);
    if (!found) return [];
    const progress = { ...found.entry.progress, left: { ...found.entry.progress.left, ...departed } };
    return [{ change: 'update', tab: 'ledger', at: found.at, row: { Progress: JSON.stringify(progress) } }];
  });
};
