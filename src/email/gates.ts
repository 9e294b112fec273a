import type { Ports } from '../core/all-ports';
import type { Clock } from '../core/ports';
import type { MailKind } from '../domain/mail-kind';
import type { Config } from '../workbook/config';
import { emailSetting } from '../workbook/emails';
import type { OutboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { mailsOfTheDay, quotaRenewal } from './mail-day';
import { type ReceiptUse, UNKNOWN_USE } from './receipts';
import type { Gates } from './send-gate';

/** An instant as people read it: `2026-11-24 15:05`. */
export const readableTime = (clock: Clock, time: number): string =>
  clock.local(new Date(time)).replace('T', ' ').slice(0, 16);

/**
 * The gates as they stand now.
 * @param mails what is known of the Outbox.
 * @param remaining recipients that the account may still mail today.
 * @param use what receipts have had of them.
 */
export const gatesOf = (
  { clock, emails }: Pick<Ports, 'clock' | 'emails'>,
  view: WorkbookView,
  { settings }: Config,
  mails: readonly OutboxEntry[],
  remaining: number,
  use: ReceiptUse = UNKNOWN_USE,
): Gates => {
  const now = clock.now().getTime();
  const renewal = quotaRenewal(mails, now);
  const faults = new Map<MailKind, string | null>();
  return {
    fault: (kind) => {
      if (kind === null) return null;
      const known = faults.get(kind);
      if (known !== undefined) return known;
      const chosen = emails.templateOf(view.emails, kind);
      const fault = 'fault' in chosen ? chosen.fault : null;
      faults.set(kind, fault);
      return fault;
    },
    isOff: (kind) => kind !== null && !emailSetting(view.emails, kind).on,
    testAddress: settings.testModeAddress,
    keys: new Set(mails.map(({ key }) => key)),
    mostPerRun: settings.mailsPerRun,
    mostPerCustomer: settings.mailsPerCustomer,
    ofTheDay: mailsOfTheDay(mails, now),
    budget: Math.max(0, remaining - settings.mailReserve),
    receipts: {
      use,
      perHour: settings.receiptsPerHour,
      perDay: settings.receiptsPerDay,
      kept: settings.moneyReserve,
      areHeld: settings.holdReceipts,
    },
    until: renewal === null ? '' : readableTime(clock, renewal),
  };
};
