import type { Clock } from '../../core/ports';
import { shownTime } from '../../core/shown-time';
import { EMAIL_KINDS, type EmailKind, isStillTrue } from '../../domain/email-kind';
import type { Outcome } from '../../rpc/outcome';
import { isTest, type OutboxEntry } from '../../workbook/outbox-row';
import { allEmails } from '../read-emails';
import { askKind, menuContext, selectedOrder } from './menu-context';
import type { EmailMenuPorts } from './menu-ports';
import { resendTo, testTo } from './send-asked';

const tell = ({ prompts }: EmailMenuPorts, title: string, { isDone, text }: Outcome): void =>
  isDone ? prompts.toast(text) : prompts.tell(title, text);

/** Menu: Emails > Resend. Sends an email about the selected order once more, to another address if wanted. */
export const resendEmail = (ports: EmailMenuPorts): void => {
  const title = 'Resend an email';
  const context = menuContext(ports);
  const entry = selectedOrder(ports, context);
  if (!entry) return;
  const emails = allEmails(ports.outbox, context.view).filter(({ orderId }) => orderId === entry.order.id);
  const kinds = EMAIL_KINDS.filter((each) => isStillTrue(each, entry));
  const kind = askKind(ports, title, kinds, (each) => ` (${lastOf(ports.clock, emails, each)})`);
  if (!kind) return;
  const { email } = entry.order.customer;
  const typed = ports.prompts.ask(title, `Which address should it go to? Leave blank for ${email}.`);
  if (typed === null) return;
  tell(ports, title, resendTo(ports, context, { entry, kind, to: typed || email, person: ports.person }));
};

/** The last email of a kind to the customer: when it was sent, or else its state. */
export const lastOf = (clock: Clock, emails: readonly OutboxEntry[], kind: EmailKind): string => {
  const own = emails.filter((email) => email.kind === kind && !isTest(email.version));
  const last = own.reduce((time, { sentAt, state }) => (state === 'sent' ? Math.max(time, sentAt ?? 0) : time), 0);
  if (last > 0) return `sent ${shownTime(clock, last)}`;
  return own[own.length - 1]?.state ?? 'never sent';
};

/** Menu: Emails > Send me a test email. Emails a test about the selected order to the current user only. */
export const sendTest = (ports: EmailMenuPorts): void => {
  const title = 'Send me a test email';
  const context = menuContext(ports);
  const entry = selectedOrder(ports, context);
  if (!entry) return;
  const kind = askKind(ports, title, EMAIL_KINDS, () => '');
  if (kind) tell(ports, title, testTo(ports, context, { entry, kind, person: ports.person }));
};
