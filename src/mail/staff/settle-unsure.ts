import { entryOf } from '../../intake/ledger-lookup';
import type { OutboxEntry } from '../../workbook/outbox-row';
import { isMailKind, readableTime } from '../gates';
import { MAIL_TITLES } from '../kinds';
import { allMails } from '../read-mails';
import { rowChange } from '../set-aside';
import { writeOutbox } from '../write-outbox';
import { type Setting, settingNow } from './chosen';
import type { MailMenuPorts } from './menu-ports';
import { nextVersion, sendAsked } from './send-again';

/** Menu: Emails > Settle unsure mails. A person looks into the Sent folder and says what became of each. */
export const settleUnsure = (ports: MailMenuPorts): void => {
  const title = 'Settle unsure mails';
  const setting = settingNow(ports);
  const mails = allMails(ports.outbox, setting.view);
  const unsure = mails.filter(({ state }) => state === 'unsure');
  if (unsure.length === 0) {
    ports.desk.tell(title, 'Of every mail it is known whether it left.');
    return;
  }
  for (const mail of unsure) {
    const when = mail.sentAt === null ? '' : ` on ${readableTime(ports.clock, mail.sentAt)}`;
    const answer = ports.desk.ask(
      title,
      `The mail "${mail.kind}" for ${mail.orderNumber} to ${mail.to} may have left${when}. Please look into the operator's Sent folder.\n\nType "sent" if it is there, "again" to send it once more. Cancel leaves it as it is.`,
    );
    const word = answer?.toLowerCase() ?? '';
    if (word === 'sent') found(ports, setting, mail);
    else if (word === 'again') again(ports, setting, mails, mail);
    else return;
  }
};

const found = (ports: MailMenuPorts, { view, config }: Setting, mail: OutboxEntry): void => {
  const cells = { State: 'sent', Error: `Found in the Sent folder by ${ports.person || 'staff'}.` };
  const landed = writeOutbox(ports, view, config, [rowChange(mail, cells)]);
  ports.desk.toast(
    landed ? 'Marked as sent.' : 'That could not be written down for now. Please try again in a minute.',
  );
};

const again = (ports: MailMenuPorts, setting: Setting, mails: readonly OutboxEntry[], mail: OutboxEntry): void => {
  const entry = entryOf(ports.ledger.find(setting.view, 'Order ID', mail.orderId));
  if (!entry || !isMailKind(mail.kind)) return;
  const version = nextVersion(mails, mail.orderId, mail.kind);
  const done = rowChange(mail, {
    State: 'cancelled',
    Error: `Nobody knows whether it left. Sent again as ${version}.`,
  });
  const detail = `${MAIL_TITLES[mail.kind]} of ${entry.order.number} sent again to ${mail.to}: it was unsure whether the first one left.`;
  const asked = { entry, kind: mail.kind, version, to: mail.to };
  ports.desk.toast(sendAsked(ports, setting, asked, detail, [done]));
};
