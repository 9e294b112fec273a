import type { Ports } from '../core/all-ports';
import { rowChange } from '../email/hold-back';
import type { MailPorts } from '../email/mail-ports';
import { allMails } from '../email/read-mails';
import { writeOutbox } from '../email/write-outbox';
import type { WorkbookView } from '../workbook/view';

/** Who does not want to be asked is kept by a hash of the address, one Script Property each. */
const PREFIX = 'NO_FEEDBACK_';

type UnsubscribePorts = Pick<Ports, 'crypto' | 'properties'>;

const nameOf = ({ crypto }: UnsubscribePorts, email: string): string =>
  `${PREFIX}${crypto.sha256(email.trim().toLowerCase()).slice(0, 24)}`;

/** Whether a customer does not want to be asked for feedback. */
export const isUnsubscribed = (ports: UnsubscribePorts, email: string): boolean =>
  ports.properties.all()[nameOf(ports, email)] !== undefined;

/** From now on this customer is not asked any more. */
export const unsubscribe = (ports: UnsubscribePorts, email: string): void => {
  if (!isUnsubscribed(ports, email)) ports.properties.set({ [nameOf(ports, email)]: '1' });
};

const WAITING: readonly string[] = ['queued', 'waiting for quota', 'held'];

/** Takes requests back that have been decided and have not left yet. */
export const withdrawRequests = (ports: MailPorts, view: WorkbookView, email: string): void => {
  const open = () =>
    allMails(ports.outbox, view).filter(
      ({ kind, to, state }) =>
        kind === 'feedback' && to.toLowerCase() === email.toLowerCase() && WAITING.includes(state),
    );
  if (open().length === 0) return;
  const cells = { State: 'cancelled', Error: 'Not sent: the customer does not want to be asked.' };
  writeOutbox(ports, view, () => open().map((mail) => rowChange(mail, cells)));
};
