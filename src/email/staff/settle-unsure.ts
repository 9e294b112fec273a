import { shownTime } from '../../core/shown-time';
import { allEmails } from '../read-emails';
import { menuContext } from './menu-context';
import type { EmailMenuPorts } from './menu-ports';
import { settleAsSent, settleBySending } from './settle';

/** Menu: Emails > Settle unsure emails. A person looks into the Sent folder and says what became of each. */
export const settleUnsure = (ports: EmailMenuPorts): void => {
  const title = 'Settle unsure emails';
  const context = menuContext(ports);
  const unsure = allEmails(ports.outbox, context.view).filter(({ state }) => state === 'unsure');
  if (unsure.length === 0) {
    ports.prompts.tell(title, 'Of every email it is known whether it left.');
    return;
  }
  for (const email of unsure) {
    const when = email.sentAt === null ? '' : ` on ${shownTime(ports.clock, email.sentAt)}`;
    const answer = ports.prompts.ask(
      title,
      `The email "${email.kindText}" for ${email.orderNumber} to ${email.to} may have left${when}. Please look into the operator's Sent folder.\n\nType "sent" if it is there, "again" to send it once more. Cancel leaves it as it is.`,
    );
    if (answer === null) return;
    const word = answer.toLowerCase();
    if (word !== 'sent' && word !== 'again') {
      ports.prompts.tell(title, `"${answer}" is neither sent nor again. This email and what follows stay as they are.`);
      return;
    }
    const settle = word === 'sent' ? settleAsSent(ports, context, email.key, ports.person) : null;
    const { isDone, text } = settle ?? settleBySending(ports, context, email, ports.person);
    if (isDone) ports.prompts.toast(text);
    else ports.prompts.tell(title, text);
  }
};
