import { RELEASE_EMAILS, RESEND_EMAIL, RESOLVE_EMAILS } from '../core/words';
import { emailCount } from '../domain/leaving';
import { reasonCell } from '../workbook/outbox-reason';

/**
 * What the Error column of the Outbox says about an email that wasn't sent. Reasons that the program checks later end
 * with a code.
 */
export const UNSURE = `The program stopped while sending this email, so it may or may not have gone out. Check the Sent folder, then choose ${RESOLVE_EMAILS}.`;
export const TOO_LATE = 'Not sent: it would have been out of date by now.';
export const TOO_OLD = `Held: it's more than 72 hours old. If it's still relevant, choose ${RELEASE_EMAILS}.`;
export const NOT_TRUE = 'Not sent: the order has changed since.';
export const NO_ORDER = "Not sent: the order doesn't exist.";
export const DOUBLED = 'Not sent: this email is in the Outbox twice.';
export const NOT_ONE_ADDRESS = "Not sent: this isn't a single email address.";
export const TYPED_OVER = `This email was sent, or may have been, but someone typed another state here. To send it again, choose ${RESEND_EMAIL}.`;
export const SWITCHED_OFF = 'Held: emails of this kind are turned off in the Emails tab.';

export const badText = (error: string): string =>
  reasonCell('bad-text', `Held because of an error in its text in the Emails tab: ${error}`);

export const tooManyAtOnce = (count: number, most: number): string =>
  reasonCell(
    'stopped',
    `Stopped: ${emailCount(count)} at once, and the limit is ${most} (Emails per change in Settings). If they should all go out, release them.`,
  );
export const tooManyForOne = (most: number): string =>
  reasonCell(
    'stopped',
    `Stopped: this customer already got ${emailCount(most)} in one day, which is the limit (Emails per customer per day in Settings).`,
  );

export const HELD_FOR_TOTAL = reasonCell(
  'large-total',
  "Held: this order's total is unusually high. Check the order, then release this email or cancel the order.",
);

export const NUMBER_MOVED = reasonCell(
  'moved',
  "Held: this order's tracking number used to be another order's. Type it again to confirm it, or correct or delete it.",
);

export const forTestMode = (address: string): string =>
  reasonCell(
    'test-mode',
    `Test mode: a copy goes to ${address}. The customer will get this email when test mode ends.`,
  );

export const TOO_MANY_RECEIPTS = reasonCell(
  'waits',
  'Waiting: the receipt limit in Settings is reached. It will go out automatically.',
);
export const RECEIPTS_HELD = reasonCell('waits', 'Waiting until Hold receipts is off in Settings.');

export const KEPT_FOR_PAYMENTS = reasonCell(
  'waits',
  'Waiting: today’s last emails are reserved for payments and shipping. It will go out automatically.',
);

/** @param until local date and time, ready to show; blank if unknown. */
export const quotaUsedUp = (until: string): string =>
  `The account has reached its daily email limit. This email will go out ${until ? `after ${until}` : 'as soon as the account can send again'}.`;

export const heldBy = (person: string): string => `Held by ${person}.`;
export const releasedBy = (person: string): string => reasonCell('released', `Released by ${person}.`);
