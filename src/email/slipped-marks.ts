import type { Change } from '../workbook/changes';
import { serialOf } from '../workbook/date-serial';
import type { Cell, Row } from '../workbook/layout';
import type { OutboxEntry } from '../workbook/outbox-row';
import type { WorkbookView } from '../workbook/view';
import { instantText } from '../workbook/zone-instant';
import type { MailPorts } from './mail-ports';
import { allMails } from './read-mails';
import { writeOutbox } from './write-outbox';

/** How far a mail has come, by its state: of two rows of one mail the further one is true. */
const FURTHEST_FIRST: readonly string[] = ['sent', 'unsure', 'handing over', 'failed', 'cancelled', 'held'];
const rank = ({ state }: OutboxEntry): number => {
  const place = FURTHEST_FIRST.indexOf(state);
  return place < 0 ? FURTHEST_FIRST.length : place;
};

/** The rows of handled mails that stand there twice, without the true one of each. */
const staleRows = (mails: readonly OutboxEntry[], handled: ReadonlySet<string>): OutboxEntry[] =>
  [...handled].flatMap((key) =>
    mails
      .filter((mail) => mail.key === key)
      .sort((a, b) => rank(a) - rank(b))
      .slice(1),
  );

/**
 * Marks of mails go to the rows in which they were read. When somebody sorted the Outbox meanwhile, or took rows out, a
 * mark has overwritten the row of another mail, and its own stands there twice: the other one is written again.
 * @param before what stood in the Outbox when the round began.
 * @param handled the keys of the round's mails.
 */
export const repairSlippedMarks = (
  ports: MailPorts,
  view: WorkbookView,
  before: readonly OutboxEntry[],
  handled: readonly string[],
): void => {
  try {
    repair(ports, view, before, new Set(handled));
  } catch {
    // What was sent is sent and marked: the round stands as it is.
  }
};

const repair = (
  ports: MailPorts,
  view: WorkbookView,
  before: readonly OutboxEntry[],
  keys: ReadonlySet<string>,
): void => {
  if (keys.size === 0 || staleRows(allMails(ports.outbox, view), keys).length === 0) return;
  writeOutbox(ports, view, (current) => {
    const now = allMails(ports.outbox, current);
    const present = new Set(now.map(({ key }) => key));
    const stale = staleRows(now, keys);
    const lost = before.filter(({ key }) => key !== '' && !present.has(key));
    return lost.map((mail, index): Change => {
      const row = rowOf(ports, mail);
      const twin = stale[index];
      return twin
        ? { change: 'update', tab: 'outbox', at: twin.at, was: { Key: twin.key, State: twin.state }, row }
        : { change: 'append', tab: 'outbox', row };
    });
  });
};

const rowOf = ({ clock }: Pick<MailPorts, 'clock'>, mail: OutboxEntry): Row => {
  const time = (moment: number | null): Cell => (moment === null ? '' : instantText(clock, moment));
  return {
    Key: mail.key,
    'Order ID': mail.orderId,
    'Order Number': mail.orderNumber,
    Kind: mail.kindText,
    To: mail.to,
    State: mail.state,
    Attempts: mail.attempts,
    'Sent At': time(mail.sentAt),
    Error: mail.error,
    'Lease Until': time(mail.leaseUntil),
    'Not Before': time(mail.notBefore),
    'Not After': time(mail.notAfter),
    'Created At': mail.createdAt === null ? '' : serialOf(clock.local(new Date(mail.createdAt))),
  };
};
