import { reasonIn, wordsIn } from '../workbook/outbox-reason';
import { raiseAlert } from './alert-operator';
import type { MailPorts } from './mail-ports';
import { TOO_MANY_RECEIPTS } from './reasons';
import type { HeldBack } from './send-gate';

const MOST_NAMED = 20;

/** Tells the operator of what does not leave now, as far as a person should know soon. */
export const tellOfHeldBack = (ports: MailPorts, heldBack: readonly HeldBack[]): void => {
  tellOfStopped(ports, heldBack);
  tellOfReceipts(ports, heldBack);
};

/** Tells the operator that more receipts are due than Settings allows: somebody may be ordering for nothing. */
const tellOfReceipts = (ports: MailPorts, heldBack: readonly HeldBack[]): void => {
  const waiting = heldBack.filter(({ error }) => error === TOO_MANY_RECEIPTS).length;
  if (waiting === 0) return;
  raiseAlert(ports, 'RECEIPTS', {
    subject: 'CPS Orders: more receipts than usual, and some wait',
    text: [
      `${waiting === 1 ? '1 receipt waits' : `${waiting} receipts wait`}: more orders came in than Settings allows receipts for. Orders are still accepted, and other emails leave.`,
      'If the orders are real, raise Receipts per hour in Settings. If somebody makes them up, turn on Hold receipts there; a paid order still gets its receipt.',
    ].join('\n\n'),
  });
};

/** Tells the operator of mails that were stopped because there were too many of them; once an hour. */
const tellOfStopped = (ports: MailPorts, heldBack: readonly HeldBack[]): void => {
  const stopped = heldBack.filter(({ state, error }) => state === 'held' && reasonIn(error) === 'stopped');
  if (stopped.length === 0) return;
  const named = stopped
    .slice(0, MOST_NAMED)
    .map(({ mail }) => `${mail.kindText} for ${mail.orderNumber} to ${mail.to}`);
  const more = stopped.length - named.length;
  raiseAlert(ports, 'MAILS_STOPPED', {
    subject: `CPS Orders holds ${stopped.length} ${stopped.length === 1 ? 'mail' : 'mails'}: too many at once`,
    text: [
      `${stopped.length} mails were stopped before they left. ${wordsIn(stopped[0]?.error ?? '')}`,
      `${named.join('\n')}${more > 0 ? `\nand ${more} more` : ''}`,
      'Nothing is lost. Look into the Outbox tab; if the mails are meant, choose CPS Orders > Emails > Release held mails.',
    ].join('\n\n'),
  });
};

/** Tells the operator that the account's mails of the day are used up. */
export const tellOfQuota = (ports: MailPorts, waiting: number, until: string): void => {
  raiseAlert(ports, 'MAIL_QUOTA', {
    subject: `CPS Orders: ${waiting} mails wait for tomorrow's quota`,
    text: [
      `The account has used up its mails of this day. ${waiting} ${waiting === 1 ? 'mail waits' : 'mails wait'} and leave by themselves, receipts first${until ? `, after ${until}` : ''}.`,
      'CPS Orders > Emails > What waits shows them.',
    ].join('\n\n'),
  });
};
