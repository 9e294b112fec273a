import type { Ports } from '../core/all-ports';
import { shownTime } from '../core/shown-time';
import type { EmailKind } from '../domain/email-kind';
import type { Config } from '../workbook/config';
import { emailSetting } from '../workbook/emails';
import type { OutboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { emailsOfTheDay, quotaRenewal } from './email-day';
import { type ReceiptUse, UNKNOWN_USE } from './receipts';
import type { Gates } from './send-gate';

/**
 * The gates as of now.
 * @param emails what is known of the Outbox.
 * @param remaining recipients the account may still email today.
 * @param use how many of the day's emails were receipts.
 */
export const gatesOf = (
  { clock, emails }: Pick<Ports, 'clock' | 'emails'>,
  view: WorkbookView,
  { settings }: Config,
  rows: readonly OutboxEntry[],
  remaining: number,
  use: ReceiptUse = UNKNOWN_USE,
): Gates => {
  const now = clock.now().getTime();
  const renewal = quotaRenewal(rows, now);
  const errors = new Map<EmailKind, string | null>();
  return {
    error: (kind) => {
      if (kind === null) return null;
      const known = errors.get(kind);
      if (known !== undefined) return known;
      const chosen = emails.templateOf(view.emails, kind);
      const error = 'error' in chosen ? chosen.error : null;
      errors.set(kind, error);
      return error;
    },
    isOff: (kind) => kind !== null && !emailSetting(view.emails, kind).on,
    testAddress: settings.testModeAddress,
    keys: new Set(rows.map(({ key }) => key)),
    mostPerRun: settings.emailsPerRun,
    mostPerCustomer: settings.emailsPerCustomer,
    ofTheDay: emailsOfTheDay(rows, now),
    budget: Math.max(0, remaining - settings.emailReserve),
    receipts: {
      use,
      perHour: settings.receiptsPerHour,
      perDay: settings.receiptsPerDay,
      kept: settings.moneyReserve,
      areHeld: settings.holdReceipts,
    },
    until: renewal === null ? '' : shownTime(clock, renewal),
  };
};
