import { reasonIn, wordsIn } from '../workbook/outbox-reason';
import { raiseAlert } from './alert-operator';
import type { EmailPorts } from './email-ports';
import { TOO_MANY_RECEIPTS } from './reasons';
import type { HeldBack } from './send-gate';

const MOST_NAMED = 20;

/** Tells the operator of what does not leave now, as far as a person should know soon. */
export const tellOfHeldBack = (ports: EmailPorts, heldBack: readonly HeldBack[]): void => {
  tellOfStopped(ports, heldBack);
  tellOfReceipts(ports, heldBack);
};

/** Tells the operator that more receipts are due than Settings allows: somebody may be ordering for nothing. */
const tellOfReceipts = (ports: EmailPorts, heldBack: readonly HeldBack[]): void => {
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

/** Tells the operator of emails that were stopped because there were too many of them; once an hour. */
const tellOfStopped = (ports: EmailPorts, heldBack: readonly HeldBack[]): void => {
  const stopped = heldBack.filter(({ state, error }) => state === 'held' && reasonIn(error) === 'stopped');
  if (stopped.length === 0) return;
  const named = stopped
    .slice(0, MOST_NAMED)
    .map(({ email }) => `${email.kindText} for ${email.orderNumber} to ${email.to}`);
  const more = stopped.length - named.length;
  const many = stopped.length === 1 ? '1 email was' : `${stopped.length} emails were`;
  raiseAlert(ports, 'MAILS_STOPPED', {
    subject: `${many} stopped: check before ${stopped.length === 1 ? 'it goes' : 'they go'} out`,
    text: [
      `${many} stopped before going out, and nothing is lost. ${wordsIn(stopped[0]?.error ?? '')}`,
      `${named.join('\n')}${more > 0 ? `\nand ${more} more` : ''}`,
      'What to do: look at the Outbox tab. If these emails should go out, choose CPS Orders > Emails > Release held emails.',
    ].join('\n\n'),
  });
};

/** Tells the operator that the account's emails of the day are used up. */
export const tellOfQuota = (ports: EmailPorts, waiting: number, until: string): void => {
  const many = waiting === 1 ? '1 email is' : `${waiting} emails are`;
  raiseAlert(ports, 'MAIL_QUOTA', {
    subject: `Daily email limit reached: ${many} waiting`,
    text: [
      `Your account has reached its daily email limit. ${many} waiting and will go out automatically${until ? ` after ${until}` : ''}, order confirmations first.`,
      "You don't have to do anything. CPS Orders > Emails > What waits lists them.",
    ].join('\n\n'),
  });
};
