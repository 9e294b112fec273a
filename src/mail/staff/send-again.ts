import { MAIL_KINDS, type MailKind } from '../../domain/mail-kind';
import { activityRow } from '../../workbook/activity-row';
import type { Change } from '../../workbook/changes';
import { serialOf } from '../../workbook/date-serial';
import type { LedgerEntry } from '../../workbook/ledger-row';
import { mailKey, type OutboxEntry, testVersion } from '../../workbook/outbox-row';
import { isOneAddress } from '../address';
import { deliver } from '../deliver';
import { isMailKind, readableTime } from '../gates';
import { isStillTrue } from '../is-true';
import { MAIL_TITLES } from '../kinds';
import { allMails } from '../read-mails';
import { againChange } from '../set-aside';
import { writeOutbox } from '../write-outbox';
import { askKind, type Setting, selectedOrder, settingNow } from './chosen';
import type { MailMenuPorts } from './menu-ports';

/** A mail that a person asks for, under a version of its own. */
export interface Asked {
  readonly entry: LedgerEntry;
  readonly kind: MailKind;
  readonly version: string;
  readonly to: string;
}

/** The next free number for a mail that is sent again. */
export const nextVersion = (mails: readonly OutboxEntry[], orderId: string, kind: string): string => {
  const numbers = mails
    .filter((mail) => mail.orderId === orderId && mail.kind === kind && /^\d+$/.test(mail.version))
    .map(({ version }) => Number(version));
  return String(Math.max(1, ...numbers) + 1);
};

const nextTest = (mails: readonly OutboxEntry[], orderId: string, kind: string): string => {
  const taken = new Set(mails.map(({ key }) => key));
  let nth = 1;
  while (taken.has(mailKey(orderId, kind, testVersion(nth)))) nth++;
  return testVersion(nth);
};

/** Writes the row and what else belongs to it in one commit, then sends when this execution may. @returns what to tell. */
export const sendAsked = (
  ports: MailMenuPorts,
  { view, config }: Setting,
  { entry, kind, version, to }: Asked,
  detail: string,
  extra: readonly Change[] = [],
): string => {
  const now = ports.clock.now();
  const { id: orderId, number: orderNumber } = entry.order;
  const activity = activityRow({
    when: serialOf(ports.clock.local(now)),
    orderId,
    orderNumber,
    event: 'mail',
    by: ports.person || 'staff',
    detail,
  });
  const landed = writeOutbox(ports, view, config, [
    againChange(ports, { orderId, orderNumber, kind }, version, to, ports.sends),
    { change: 'append', tab: 'activity', row: activity },
    ...extra,
  ]);
  if (!landed) return 'The mail could not be written down for now, and nothing was sent. Please try again in a minute.';
  if (!ports.sends) return `The mail to ${to} leaves from the operator's account within some minutes.`;
  const sent = deliver(ports, view, config, [{ entry, ledgerAt: null, kind, version }], now.getTime());
  return sent === 1 ? `The mail to ${to} has left.` : `The mail to ${to} has not left yet: the Outbox tab says why.`;
};

/** Menu: Emails > Resend. Sends a mail about the selected order once more, to another address if wanted. */
export const resendMail = (ports: MailMenuPorts): void => {
  const title = 'Resend a mail';
  const setting = settingNow(ports);
  const entry = selectedOrder(ports, setting);
  if (!entry) return;
  const mails = allMails(ports.outbox, setting.view).filter(({ orderId }) => orderId === entry.order.id);
  const kinds = MAIL_KINDS.filter((each) => isStillTrue(each, entry));
  const kind = askKind(ports, title, kinds, (each) => remarkOn(ports, mails, each));
  if (!kind) return;
  const { email } = entry.order.customer;
  const typed = ports.desk.ask(title, `To which address? Leave it empty for ${email}.`);
  if (typed === null) return;
  const to = typed || email;
  if (!isOneAddress(to)) {
    ports.desk.tell(title, `"${to}" is not exactly one email address. Nothing was sent.`);
    return;
  }
  const version = nextVersion(mails, entry.order.id, kind);
  const detail = `${MAIL_TITLES[kind]} of ${entry.order.number} sent again to ${to}.`;
  ports.desk.toast(sendAsked(ports, setting, { entry, kind, version, to }, detail));
};

/** When a mail last left, as a remark behind its name. */
const remarkOn = ({ clock }: MailMenuPorts, mails: readonly OutboxEntry[], kind: MailKind): string => {
  const own = mails.filter((mail) => isMailKind(mail.kind) && mail.kind === kind);
  const last = own.reduce((time, { sentAt, state }) => (state === 'sent' ? Math.max(time, sentAt ?? 0) : time), 0);
  if (last > 0) return ` (sent ${readableTime(clock, last)})`;
  const open = own[own.length - 1];
  return open ? ` (${open.state})` : ' (never sent)';
};

/** Menu: Emails > Send me a test. A mail about the selected order, to the person at the keyboard only. */
export const sendTest = (ports: MailMenuPorts): void => {
  const title = 'Send me a test';
  const setting = settingNow(ports);
  const entry = selectedOrder(ports, setting);
  if (!entry) return;
  if (!isOneAddress(ports.person)) {
    ports.desk.tell(title, 'Google does not tell your address here, so no test can be sent to you.');
    return;
  }
  const kind = askKind(ports, title, MAIL_KINDS, () => '');
  if (!kind) return;
  const mails = allMails(ports.outbox, setting.view);
  const version = nextTest(mails, entry.order.id, kind);
  const detail = `Test of "${MAIL_TITLES[kind]}" of ${entry.order.number} to ${ports.person}.`;
  ports.desk.toast(sendAsked(ports, setting, { entry, kind, version, to: ports.person }, detail));
};
