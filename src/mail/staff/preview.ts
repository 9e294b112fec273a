import type { MailKind } from '../../domain/mail-kind';
import { factsOf } from '../facts';
import { MAIL_TITLES } from '../kinds';
import { writeOrderMail } from '../order-mail';
import { chooseTemplate } from '../templates';
import { typedTrackingNumbers } from '../tracking-numbers';
import { selectedOrder, settingNow } from './chosen';
import type { MailMenuPorts } from './menu-ports';

/** Menu: Emails > Preview. Shows a mail with the data of the selected order; nothing is sent. */
export const previewMail = (ports: MailMenuPorts, kind: MailKind): void => {
  const setting = settingNow(ports);
  const { view, config } = setting;
  const entry = selectedOrder(ports, setting);
  if (!entry) return;
  const title = MAIL_TITLES[kind];
  const chosen = chooseTemplate(view.emails, kind);
  if ('fault' in chosen) {
    ports.desk.tell(title, `This mail cannot be written: ${chosen.fault}. Please correct it in the Emails tab.`);
    return;
  }
  const tracking = typedTrackingNumbers(ports.orders, view, [entry.order.id]).get(entry.order.id) ?? '';
  const mail = writeOrderMail(chosen.template, factsOf(ports, entry, config, { tracking }));
  ports.preview.show(`${title}: to ${mail.to}`, mail.html);
};
