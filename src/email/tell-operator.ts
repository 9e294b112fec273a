import { RELEASE_EMAILS, WAITING_EMAILS } from '../core/words';
import { KIND_FACTS } from '../domain/email-kind';
import { emailCount } from '../domain/leaving';
import { count } from '../domain/text/for-people';
import { reasonIn, wordsIn } from '../workbook/outbox-reason';
import { raiseAlert } from './alert-operator';
import type { EmailPorts } from './email-ports';
import { TOO_MANY_RECEIPTS } from './reasons';
import type { HeldBack } from './send-gate';

const MOST_NAMED = 10;

/** Notifies the operator of held-back emails that need attention soon. */
export const tellOfHeldBack = (ports: EmailPorts, heldBack: readonly HeldBack[]): void => {
  tellOfStopped(ports, heldBack);
  tellOfReceipts(ports, heldBack);
};

/** Notifies the operator that more receipts are due than Settings allows: the orders may be fake. */
const tellOfReceipts = (ports: EmailPorts, heldBack: readonly HeldBack[]): void => {
  const waiting = heldBack.filter(({ error }) => error === TOO_MANY_RECEIPTS).length;
  if (waiting === 0) return;
  const many = `${count(waiting, 'receipt')} ${waiting === 1 ? 'is' : 'are'}`;
  raiseAlert(ports, 'RECEIPTS', {
    subject: `More orders than usual: ${many} waiting`,
    text: [
      'More orders came in than your receipt limits allow. Orders are still accepted, and other emails go out.',
      'What to do: if the newest orders look real, raise Receipts per hour in CPS Orders > Settings. If they look fake, turn on Hold receipts there.',
    ].join('\n\n'),
  });
};

/** Notifies the operator of emails that were stopped because there were too many; once an hour. */
const tellOfStopped = (ports: EmailPorts, heldBack: readonly HeldBack[]): void => {
  const stopped = heldBack.filter(({ state, error }) => state === 'held' && reasonIn(error) === 'stopped');
  if (stopped.length === 0) return;
  const named = stopped
    .slice(0, MOST_NAMED)
    .map(
      ({ email }) =>
        `${email.to}: ${email.kind ? KIND_FACTS[email.kind].title : email.kindText} for ${email.orderNumber}`,
    );
  const more = stopped.length - named.length;
  const many = `${emailCount(stopped.length)} ${stopped.length === 1 ? 'was' : 'were'}`;
  raiseAlert(ports, 'MAILS_STOPPED', {
    subject: `${many} stopped: check before ${stopped.length === 1 ? 'it goes' : 'they go'} out`,
    text: [
      `${many} stopped before going out. Nothing is lost. ${wordsIn(stopped[0]?.error ?? '').replace(/^Stopped: /, 'Why: ')}`,
      `${named.join('\n')}${more > 0 ? `\nand ${more} more` : ''}`,
      `What to do: check the Outbox tab. If these emails should go out, choose ${RELEASE_EMAILS}.`,
    ].join('\n\n'),
  });
};

/** Notifies the operator that the account reached its daily email limit. */
export const tellOfQuota = (ports: EmailPorts, waiting: number, until: string): void => {
  const many = `${emailCount(waiting)} ${waiting === 1 ? 'is' : 'are'}`;
  raiseAlert(ports, 'MAIL_QUOTA', {
    subject: `Daily email limit reached: ${many} waiting`,
    text: [
      `Your account has reached its daily email limit. ${many} waiting and will go out automatically${until ? ` after ${until}` : ''}, order confirmations first.`,
      `You don't have to do anything. To see them, choose ${WAITING_EMAILS}.`,
    ].join('\n\n'),
  });
};
