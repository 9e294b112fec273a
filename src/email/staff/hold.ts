import { emailCount } from '../../domain/leaving';
import { wordsIn } from '../../workbook/outbox-reason';
import type { OutboxEntry } from '../../workbook/outbox-row';
import { allEmails } from '../read-emails';
import { canRelease, holdThese, releaseThese } from './hold-these';
import { menuContext } from './menu-context';
import type { EmailMenuPorts } from './menu-ports';
import { selectedIds } from './selected-ids';

const MOST_NAMED = 15;

/** The first emails as lines of a message. */
const listed = (emails: readonly OutboxEntry[]): string => {
  const lines = emails.slice(0, MOST_NAMED).map(({ kindText, orderNumber, to, error }) => {
    const why = error ? ` - ${wordsIn(error)}` : '';
    return `${kindText} for ${orderNumber} to ${to}${why}`;
  });
  const more = emails.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
};

/**
 * Menu: Emails > Hold emails for selected orders. Waiting emails of the selected orders stay until they're released.
 */
export const holdEmails = (ports: EmailMenuPorts): void => {
  const title = 'Hold emails';
  const context = menuContext(ports);
  const ids = new Set(selectedIds(ports, context.view));
  if (ids.size === 0) {
    ports.prompts.toast('Please select orders in the Orders tab first.');
    return;
  }
  const { isDone, text } = holdThese(ports, context, ({ orderId }) => ids.has(orderId), ports.person);
  if (isDone) ports.prompts.toast(text);
  else ports.prompts.tell(title, text);
};

/** Menu: Emails > Release held emails, for the selected orders or, with none selected, for all. Asks first. */
export const releaseEmails = (ports: EmailMenuPorts): void => {
  const title = 'Release held emails';
  const context = menuContext(ports);
  const ids = new Set(selectedIds(ports, context.view));
  const held = allEmails(ports.outbox, context.view).filter((email) => email.state === 'held' && canRelease(email));
  const ofSelection = held.filter(({ orderId }) => ids.has(orderId));
  const wanted = ofSelection.length > 0 ? ofSelection : held;
  if (wanted.length === 0) {
    ports.prompts.tell(title, 'There are no held emails.');
    return;
  }
  const whose = ofSelection.length > 0 ? 'for the selected orders' : 'for all orders';
  const question = `This sends ${emailCount(wanted.length)} ${whose} now, unless the order has changed since:\n\n${listed(wanted)}\n\nRelease?`;
  if (!ports.prompts.confirm(title, question)) return;
  const keys = new Set(wanted.map(({ key }) => key));
  const { isDone, text } = releaseThese(ports, context, ({ key }) => keys.has(key), ports.person);
  if (isDone) ports.prompts.toast(text);
  else ports.prompts.tell(title, text);
};
