import { readableTime } from '../gates';
import { allMails } from '../read-mails';
import { menuContext } from './menu-context';
import type { MailMenuPorts } from './menu-ports';
import { settleAsSent, settleBySending } from './settle';

/** Menu: Emails > Settle unsure mails. A person looks into the Sent folder and says what became of each. */
export const settleUnsure = (ports: MailMenuPorts): void => {
  const title = 'Settle unsure mails';
  const context = menuContext(ports);
  const unsure = allMails(ports.outbox, context.view).filter(({ state }) => state === 'unsure');
  if (unsure.length === 0) {
    ports.prompts.tell(title, 'Of every mail it is known whether it left.');
    return;
  }
  for (const mail of unsure) {
    const when = mail.sentAt === null ? '' : ` on ${readableTime(ports.clock, mail.sentAt)}`;
    const answer = ports.prompts.ask(
      title,
      `The mail "${mail.kindText}" for ${mail.orderNumber} to ${mail.to} may have left${when}. Please look into the operator's Sent folder.\n\nType "sent" if it is there, "again" to send it once more. Cancel leaves it as it is.`,
    );
    if (answer === null) return;
    const word = answer.toLowerCase();
    if (word !== 'sent' && word !== 'again') {
      ports.prompts.tell(title, `"${answer}" is neither sent nor again. This mail and what follows stay as they are.`);
      return;
    }
    const settle = word === 'sent' ? settleAsSent(ports, context, mail.key, ports.person) : null;
    const { isDone, text } = settle ?? settleBySending(ports, context, mail, ports.person);
    if (isDone) ports.prompts.toast(text);
    else ports.prompts.tell(title, text);
  }
};
