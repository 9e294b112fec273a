import { reasonCell } from '../workbook/outbox-reason';

/** What the Error column of the Outbox says of an email that did not leave; what is gone by later has a code behind it. */
export const UNSURE =
  'The program stopped while handing this email over: nobody knows whether it left. Look into the Sent folder, then CPS Orders > Emails > Settle unsure emails.';
export const TOO_LATE = 'Not sent: it would have come too late to be news.';
export const TOO_OLD =
  'Held: it is older than 72 hours. If it is still news, choose CPS Orders > Emails > Release held emails.';
export const NOT_TRUE = 'Not sent: the order has moved on since.';
export const NO_ORDER = 'Not sent: there is no such order.';
export const DOUBLED = 'Not sent: this email stands in the Outbox twice.';
export const NOT_ONE_ADDRESS = 'Not sent: this is not exactly one email address.';
export const TYPED_OVER =
  'This email has left, or may have: another state was typed over that. To send it once more, choose CPS Orders > Emails > Resend an email.';
export const SWITCHED_OFF = 'Held: emails of this kind are switched off in the Emails tab.';

export const badText = (error: string): string =>
  reasonCell('bad-text', `Held for its text in the Emails tab: ${error}`);

export const tooManyAtOnce = (count: number, most: number): string =>
  reasonCell(
    'stopped',
    `Stopped: ${count} emails at once, and the limit is ${most} (Settings, Mails per run). If they should all go out, release them.`,
  );
export const tooManyForOne = (most: number): string =>
  reasonCell(
    'stopped',
    `Stopped: this customer got ${most} emails within a day, which is the limit (Settings, Mails per customer and day).`,
  );

export const HELD_FOR_TOTAL = reasonCell(
  'large-total',
  'Held: the total of this order is unusually high. Check the order, then release this email or cancel the order.',
);

export const NUMBER_MOVED = reasonCell(
  'moved',
  "Held: the Tracking Number in this order's row was another order's before. Type it again if it is right, correct it or take it out: then this email leaves.",
);

export const forTestMode = (address: string): string =>
  reasonCell('test-mode', `Test mode: a copy goes to ${address}. The customer gets this email when test mode ends.`);

export const TOO_MANY_RECEIPTS = reasonCell('waits', 'Waits: more receipts than Settings allows. It leaves by itself.');
export const RECEIPTS_HELD = reasonCell('waits', 'Waits until Hold receipts is off in Settings.');

export const KEPT_FOR_PAYMENTS = reasonCell(
  'waits',
  'Waits: today’s last emails are kept for payments and shipping. It leaves by itself.',
);

/** @param until local date and time as a person reads it; blank when it is not known. */
export const quotaUsedUp = (until: string): string =>
  `The account's emails of this day are used up. It leaves ${until ? `after ${until}` : 'as soon as the account may email again'}.`;

export const heldBy = (person: string): string => `Held by ${person}.`;
export const releasedBy = (person: string): string => reasonCell('released', `Released by ${person}.`);
