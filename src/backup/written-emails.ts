import type { Ports } from '../core/all-ports';
import { type EmailKind, isRequest, STEP_KINDS } from '../domain/email-kind';
import { departedName } from '../email/departed';
import { isTest, outboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';

/** What the Outbox has of an order. */
export interface WrittenEmails {
  /** The kinds of email. */
  readonly kinds: readonly EmailKind[];
  /** When a feedback request was written (ISO 8601, UTC); blank where none was. */
  readonly asked: string;
  /** When each email left, as the Ledger keeps it. */
  readonly left: Readonly<Record<string, string>>;
}

export const NO_EMAILS: WrittenEmails = { kinds: [], asked: '', left: {} };

/** What the Outbox says of each order's emails: those are decided, whatever the Ledger of then says. */
export const writtenEmails = ({ outbox }: Pick<Ports, 'outbox'>, view: WorkbookView): Map<string, WrittenEmails> => {
  const emails = new Map<string, WrittenEmails>();
  for (const { at, cells } of outbox.all(view)) {
    const email = outboxEntry(at, cells);
    const { orderId, kind, version, createdAt, state, sentAt } = email;
    if (state === 'cancelled' || isTest(version)) continue;
    const { kinds, asked, left } = emails.get(orderId) ?? NO_EMAILS;
    const step = STEP_KINDS.filter((each) => each === kind);
    const request = isRequest(kind) && createdAt !== null ? new Date(createdAt).toISOString() : '';
    const time = sentAt === null ? '' : new Date(sentAt).toISOString();
    emails.set(orderId, {
      kinds: [...kinds, ...step],
      asked: asked || request,
      left: time || state === 'unsure' ? { ...left, [departedName(email)]: time } : left,
    });
  }
  return emails;
};
