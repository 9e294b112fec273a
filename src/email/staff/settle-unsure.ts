import { shownTime } from '../../core/shown-time';
import { allEmails } from '../read-emails';
import { menuContext } from './menu-context';
import type { EmailMenuPorts } from './menu-ports';
import { settleAsSent, settleBySending } from './settle';

/** Menu: Emails > Resolve uncertain emails. The operator checks the Sent folder and says whether each was sent. */
export const settleUnsure = (ports: EmailMenuPorts): void => {
  const title = 'Resolve uncertain emails';
  const context = menuContext(ports);
  const unsure = allEmails(ports.outbox, context.view).filter(({ state }) => state === 'unsure');
  if (unsure.length === 0) {
    ports.prompts.tell(title, 'There are no uncertain emails.');
    return;
  }
  for (const email of unsure) {
    const when = email.sentAt === null ? '' : ` on ${shownTime(ports.clock, email.sentAt)}`;
    const answer = ports.prompts.ask(
      title,
      `The email "${email.kindText}" for ${email.orderNumber} to ${email.to} may have been sent${when}. Please check the operator's Sent folder.\n\nType "sent" if it's there, or "again" to send it again. To leave it as is, click Cancel.`,
    );
    if (answer === null) return;
    const word = answer.toLowerCase();
    if (word !== 'sent' && word !== 'again') {
      ports.prompts.tell(
        title,
        `Please type "sent" or "again", not "${answer}". This email and the remaining ones were not changed.`,
      );
      return;
    }
    const settle = word === 'sent' ? settleAsSent(ports, context, email.key, ports.person) : null;
    const { isDone, text } = settle ?? settleBySending(ports, context, email, ports.person);
    if (isDone) ports.prompts.toast(text);
    else ports.prompts.tell(title, text);
  }
};
