import type { Clock } from '../../core/ports';
import { isStillTrue, MAIL_KINDS, type MailKind } from '../../domain/mail-kind';
import type { Outcome } from '../../rpc/outcome';
import { isTest, type OutboxEntry } from '../../workbook/outbox-row';
import { readableTime } from '../gates';
import { allMails } from '../read-mails';
import { askKind, menuContext, selectedOrder } from './menu-context';
import type { MailMenuPorts } from './menu-ports';
import { resendTo, testTo } from './send-asked';

const tell = ({ prompts }: MailMenuPorts, title: string, { isDone, text }: Outcome): void =>
  isDone ? prompts.toast(text) : prompts.tell(title, text);

/** Menu: Emails > Resend. Sends a mail about the selected order once more, to another address if wanted. */
export const resendMail = (ports: MailMenuPorts): void => {
  const title = 'Resend a mail';
  const context = menuContext(ports);
  const entry = selectedOrder(ports, context);
  if (!entry) return;
  const mails = allMails(ports.outbox, context.view).filter(({ orderId }) => orderId === entry.order.id);
  const kinds = MAIL_KINDS.filter((each) => isStillTrue(each, entry));
  const kind = askKind(ports, title, kinds, (each) => ` (${lastOf(ports.clock, mails, each)})`);
  if (!kind) return;
  const { email } = entry.order.customer;
  const typed = ports.prompts.ask(title, `To which address? Leave it empty for ${email}.`);
  if (typed === null) return;
  tell(ports, title, resendTo(ports, context, { entry, kind, to: typed || email, person: ports.person }));
};

/** What has become of the mails of a kind to the customer: when one last left, else where it stands. */
export const lastOf = (clock: Clock, mails: readonly OutboxEntry[], kind: MailKind): string => {
  const own = mails.filter((mail) => mail.kind === kind && !isTest(mail.version));
  const last = own.reduce((time, { sentAt, state }) => (state === 'sent' ? Math.max(time, sentAt ?? 0) : time), 0);
  if (last > 0) return `sent ${readableTime(clock, last)}`;
  return own[own.length - 1]?.state ?? 'never sent';
};

/** Menu: Emails > Send me a test. A mail about the selected order, to the person at the keyboard only. */
export const sendTest = (ports: MailMenuPorts): void => {
  const title = 'Send me a test';
  const context = menuContext(ports);
  const entry = selectedOrder(ports, context);
  if (!entry) return;
  const kind = askKind(ports, title, MAIL_KINDS, () => '');
  if (kind) tell(ports, title, testTo(ports, context, { entry, kind, person: ports.person }));
};
