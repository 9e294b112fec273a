import type { Change } from '../../workbook/changes';
import { serialOf } from '../../workbook/date-serial';
import type { Cell } from '../../workbook/layout';
import { type OutboxEntry, STALE_AFTER } from '../../workbook/outbox-row';
import { deliverDue } from '../deliver-due';
import { isTypedOver } from '../next-step';
import { allMails } from '../read-mails';
import { heldBy, releasedBy } from '../reasons';
import { rowChange } from '../set-aside';
import { writeOutbox } from '../write-outbox';
import { type Setting, selectedIds, settingNow } from './chosen';
import type { MailMenuPorts } from './menu-ports';

const MOST_NAMED = 15;

/** Mails as lines of a message, the first of them. */
const listed = (mails: readonly OutboxEntry[]): string => {
  const lines = mails.slice(0, MOST_NAMED).map(({ kind, orderNumber, to, error }) => {
    const why = error ? ` - ${error}` : '';
    return `${kind} for ${orderNumber} to ${to}${why}`;
  });
  const more = mails.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
};

const counted = (count: number): string => (count === 1 ? '1 mail' : `${count} mails`);

const write = (
  ports: MailMenuPorts,
  { view, config }: Setting,
  mails: readonly OutboxEntry[],
  cells: Readonly<Record<string, Cell>>,
): boolean => {
  const changes = mails.map((mail): Change => rowChange(mail, cells));
  return writeOutbox(ports, view, config, changes);
};

const NOT_WRITTEN = 'That could not be written down for now; nothing was changed. Please try again in a minute.';

/** Menu: Emails > Hold mails of the selection. What waits for the selected orders stays until it is released. */
export const holdMails = (ports: MailMenuPorts): void => {
  const title = 'Hold mails';
  const setting = settingNow(ports);
  const ids = new Set(selectedIds(ports, setting));
  if (ids.size === 0) {
    ports.desk.toast('Please select orders in the Orders tab first.');
    return;
  }
  const waiting = allMails(ports.outbox, setting.view).filter(
    ({ orderId, state }) => ids.has(orderId) && (state === 'queued' || state === 'waiting for quota'),
  );
  if (waiting.length === 0) {
    ports.desk.tell(title, 'No mail of the selected orders is waiting: there is nothing to hold.');
    return;
  }
  const landed = write(ports, setting, waiting, { State: 'held', Error: heldBy(ports.person || 'staff') });
  ports.desk.toast(landed ? `${counted(waiting.length)} held.` : NOT_WRITTEN);
};

/** Menu: Emails > Release held mails: of the selected orders, or all of them when none is selected. Asks first. */
export const releaseMails = (ports: MailMenuPorts): void => {
  const title = 'Release held mails';
  const setting = settingNow(ports);
  const ids = new Set(selectedIds(ports, setting));
  const held = allMails(ports.outbox, setting.view).filter((mail) => mail.state === 'held' && !isTypedOver(mail));
  const ofSelection = held.filter(({ orderId }) => ids.has(orderId));
  const wanted = ofSelection.length > 0 ? ofSelection : held;
  if (wanted.length === 0) {
    ports.desk.tell(title, 'No mail is held.');
    return;
  }
  const whose = ofSelection.length > 0 ? 'of the selected orders' : 'of all orders';
  const question = `${counted(wanted.length)} ${whose} will leave now, as far as they are still true:\n\n${listed(wanted)}\n\nRelease?`;
  if (!ports.desk.confirm(title, question)) return;
  const notAfter = serialOf(ports.clock.local(new Date(ports.clock.now().getTime() + STALE_AFTER)));
  const cells = {
    State: 'queued',
    Error: releasedBy(ports.person || 'staff'),
    'Not Before': '',
    'Not After': notAfter,
  };
  if (!write(ports, setting, wanted, cells)) {
    ports.desk.tell(title, NOT_WRITTEN);
    return;
  }
  const sent = deliverDue(ports, setting.view, setting.config);
  ports.desk.toast(
    ports.sends
      ? `${counted(wanted.length)} released, ${sent} sent now. CPS Orders > Emails > What waits shows the rest.`
      : `${counted(wanted.length)} released: they leave from the operator's account within some minutes.`,
  );
};
