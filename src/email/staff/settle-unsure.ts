import { readableTime } from '../gates';
import { allMails } from '../read-mails';
import { settingNow } from './chosen';
import type { MailMenuPorts } from './menu-ports';
import { settleAsSent, settleBySending } from './settle';

/** Menu: Emails > Settle unsure mails. A person looks into the Sent folder and says what became of each. */
export const settleUnsure = (ports: MailMenuPorts): void => {
  const title = 'Settle unsure mails';
  const setting = settingNow(ports);
  const unsure = allMails(ports.outbox, setting.view).filter(({ state }) => state === 'unsure');
  if (unsure.length === 0) {
    ports.desk.tell(title, 'Of every mail it is known whether it left.');
    return;
  }
  for (const mail of unsure) {
    const when = mail.sentAt === null ? '' : ` on ${readableTime(ports.clock, mail.sentAt)}`;
    const answer = ports.desk.ask(
      title,
      `The mail "${mail.kindText}" for ${mail.orderNumber} to ${mail.to} may have left${when}. Please look into the operator's Sent folder.\n\nType "sent" if it is there, "again" to send it once more. Cancel leaves it as it is.`,
    );
    if (answer === null) return;
    const word = answer.toLowerCase();
    if (word !== 'sent' && word !== 'again') {
      ports.desk.tell(title, `"${answer}" is neither sent nor again. This mail and what follows stay as they are.`);
      return;
    }
    const settle = word === 'sent' ? settleAsSent(ports, setting, mail.key, ports.person) : null;
    const { isDone, text } = settle ?? settleBySending(ports, setting, mail, ports.person);
    if (isDone) ports.desk.toast(text);
    else ports.desk.tell(title, text);
  }
};
