import type { Change } from '../workbook/changes';
import { serialOf } from '../workbook/date-serial';
import type { Cell, Row } from '../workbook/layout';
import type { OutboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { instantText } from '../workbook/zone-instant';
import type { EmailPorts } from './email-ports';
import { allEmails } from './read-emails';
import { writeOutbox } from './write-outbox';

/** How far an email has gotten, by its state: of two rows for one email, the further one is right. */
const FURTHEST_FIRST: readonly string[] = ['sent', 'unsure', 'handing over', 'failed', 'cancelled', 'held'];
const rank = ({ state }: OutboxEntry): number => {
  const place = FURTHEST_FIRST.indexOf(state);
  return place < 0 ? FURTHEST_FIRST.length : place;
};

/** The wrong rows of handled emails that are listed twice. */
const staleRows = (emails: readonly OutboxEntry[], handled: ReadonlySet<string>): OutboxEntry[] =>
  [...handled].flatMap((key) =>
    emails
      .filter((email) => email.key === key)
      .sort((a, b) => rank(a) - rank(b))
      .slice(1),
  );

/**
 * An email's mark goes to the row where the email was read. If someone sorted the Outbox or deleted rows in the
 * meantime, the mark overwrote another email's row, and its own email is listed twice: the other one is written again.
 * @param before the Outbox when the round began.
 * @param handled the keys of the round's emails.
 */
export const repairSlippedMarks = (
  ports: EmailPorts,
  view: WorkbookView,
  before: readonly OutboxEntry[],
  handled: readonly string[],
): void => {
  try {
    repair(ports, view, before, new Set(handled));
  } catch {
    // The emails are sent and marked; this repair is a bonus.
  }
};

const repair = (
  ports: EmailPorts,
  view: WorkbookView,
  before: readonly OutboxEntry[],
  keys: ReadonlySet<string>,
): void => {
  if (keys.size === 0 || staleRows(allEmails(ports.outbox, view), keys).length === 0) return;
  writeOutbox(ports, view, (current) => {
    const now = allEmails(ports.outbox, current);
    const present = new Set(now.map(({ key }) => key));
    const stale = staleRows(now, keys);
    const lost = before.filter(({ key }) => key !== '' && !present.has(key));
    return lost.map((email, index): Change => {
      const row = rowOf(ports, email);
      const twin = stale[index];
      return twin
        ? { change: 'update', tab: 'outbox', at: twin.at, was: { Key: twin.key, State: twin.state }, row }
        : { change: 'append', tab: 'outbox', row };
    });
  });
};

const rowOf = ({ clock }: Pick<EmailPorts, 'clock'>, email: OutboxEntry): Row => {
  const time = (moment: number | null): Cell => (moment === null ? '' : instantText(clock, moment));
  return {
    Key: email.key,
    'Order ID': email.orderId,
    'Order Number': email.orderNumber,
    Kind: email.kindText,
    To: email.to,
    State: email.state,
    Attempts: email.attempts,
    'Sent At': time(email.sentAt),
    Error: email.error,
    'Lease Until': time(email.leaseUntil),
    'Not Before': time(email.notBefore),
    'Not After': time(email.notAfter),
    'Created At': email.createdAt === null ? '' : serialOf(clock.local(new Date(email.createdAt))),
  };
};
