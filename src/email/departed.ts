import type { Change } from '../workbook/changes';
import type { LedgerEntry } from '../workbook/ledger-row';
import { isTest, type OutboxEntry } from '../workbook/outbox-row';
import type { EmailDay } from './email-day';
import { rowChange } from './hold-back';
import type { NextStep } from './next-step';
import type { PlacedEntry } from './read-emails';
import { TYPED_OVER } from './reasons';

/** How the Ledger names an email of an order: `paid:1`. */
const departedName = ({ kindText, version }: OutboxEntry): string => `${kindText}:${version}`;

/** Whether the Ledger knows that an email has left, or may have, whatever its Outbox row says. */
export const hasDeparted = (email: OutboxEntry, entry: LedgerEntry | undefined): boolean =>
  entry?.progress.left?.[departedName(email)] !== undefined;

/** A row whose state was typed over gets it back; nobody knows the moment when it is gone from the row, too. */
export const backToDeparted = (email: OutboxEntry): Change =>
  rowChange(email, { State: email.sentAt === null ? 'unsure' : 'sent', Error: TYPED_OVER, 'Lease Until': '' });

/** Before the first look so many milliseconds count: an older email is too late to leave again. */
const FIRST_LOOK = 80 * 3_600_000;

/** A mark may land so many milliseconds after the moment that it tells. */
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
