import type { Change } from '../workbook/changes';
import type { LedgerEntry } from '../workbook/ledger-row';
import { isTest, type OutboxEntry } from '../workbook/outbox-row';
import { rowChange } from './hold-back';
import type { MailDay } from './mail-day';
import type { NextStep } from './next-step';
import type { PlacedEntry } from './read-mails';
import { TYPED_OVER } from './reasons';

/** How the Ledger names a mail of an order: `paid:1`. */
const departedName = ({ kindText, version }: OutboxEntry): string => `${kindText}:${version}`;

/** Whether the Ledger knows that a mail has left, or may have, whatever its Outbox row says. */
export const hasDeparted = (mail: OutboxEntry, entry: LedgerEntry | undefined): boolean =>
  entry?.progress.left?.[departedName(mail)] !== undefined;

/** A row whose state was typed over gets it back; nobody knows the moment when it is gone from the row, too. */
export const backToDeparted = (mail: OutboxEntry): Change =>
  rowChange(mail, { State: mail.sentAt === null ? 'unsure' : 'sent', Error: TYPED_OVER, 'Lease Until': '' });

/** Before the first look so many milliseconds count: an older mail is too late to leave again. */
const FIRST_LOOK = 80 * 3_600_000;

/** A mark may land so many milliseconds after the moment that it tells. */
const MARK_TAKES = 60_000;

/** Mails that have left, or may have, since the last look: what the Ledger may not know yet. */
export const newlyDeparted = (
  mails: readonly OutboxEntry[],
  steps: ReadonlyMap<OutboxEntry, NextStep>,
  day: MailDay | null,
  now: number,
): readonly OutboxEntry[] => {
  const since = day ? day.at - MARK_TAKES : now - FIRST_LOOK;
  return mails.filter((mail) => {
    if (isTest(mail.version) || mail.orderId === '') return false;
    const step = steps.get(mail);
    return step === 'unsure' || step === 'departed' || (mail.sentAt !== null && mail.sentAt > since);
  });
};

/** Writes into the Ledger which mails have left. The rows of `entries` were read under the lock. */
export const departedChanges = (mails: readonly OutboxEntry[], entries: ReadonlyMap<string, PlacedEntry>): Change[] => {
  const news = new Map<string, Record<string, string>>();
  for (const mail of mails) {
    const known = entries.get(mail.orderId)?.entry;
    if (!known || hasDeparted(mail, known)) continue;
    const time = mail.sentAt === null ? '' : new Date(mail.sentAt).toISOString();
    news.set(mail.orderId, { ...news.get(mail.orderId), [departedName(mail)]: time });
  }
  return [...news].flatMap(([id, departed]): Change[] => {
    const found = entries.get(id);
    if (!found) return [];
    const progress = { ...found.entry.progress, left: { ...found.entry.progress.left, ...departed } };
    return [{ change: 'update', tab: 'ledger', at: found.at, row: { Progress: JSON.stringify(progress) } }];
  });
};
