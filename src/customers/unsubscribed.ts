import type { Ports } from '../core/all-ports';
import { mailboxOf } from '../domain/mailbox';
import type { EmailPorts } from '../email/email-ports';
import { rowChange } from '../email/hold-back';
import { allEmails } from '../email/read-emails';
import { writeOutbox } from '../email/write-outbox';
import type { WorkbookView } from '../workbook/view';
import { isIn, isPackFull, isSingle, MOST_SINGLE, packOf, packWith, singleName } from './unsubscribed-names';

type UnsubscribePorts = Pick<Ports, 'crypto' | 'properties'>;

/** The hashes of an address: of its mailbox, and of the address as written, which older versions stored. */
const hashesOf = ({ crypto }: UnsubscribePorts, email: string): readonly [mailbox: string, written: string] => [
  crypto.sha256(mailboxOf(email)),
  crypto.sha256(email.trim().toLowerCase()),
];

/** Whether a customer has unsubscribed from feedback requests. If the storage is full, no one is asked anymore. */
export const isUnsubscribed = (ports: UnsubscribePorts, email: string): boolean => {
  const all = ports.properties.all();
  return hashesOf(ports, email).some((hash) => {
    const pack = all[packOf(hash)] ?? '';
    return all[singleName(hash)] !== undefined || isPackFull(pack) || isIn(pack, hash);
  });
};

/** Unsubscribes this customer from now on. */
export const unsubscribe = (ports: UnsubscribePorts & Pick<Ports, 'once'>, email: string): void => {
  if (isUnsubscribed(ports, email)) return;
  const { properties } = ports;
  const [hash] = hashesOf(ports, email);
  if (Object.keys(properties.all()).filter(isSingle).length < MOST_SINGLE) {
    properties.set({ [singleName(hash)]: '1' });
    return;
  }
  const name = packOf(hash);
  const add = (kept: string) => properties.set({ [name]: packWith(kept, hash) });
  if (!ports.once(name, 5_000, add)) add(properties.fresh(name));
};

const WAITING: readonly string[] = ['queued', 'waiting for quota', 'held'];

/** Takes requests back that have been decided and have not left yet. */
export const withdrawRequests = (ports: EmailPorts, view: WorkbookView, email: string): void => {
  const mailbox = mailboxOf(email);
  const open = () =>
    allEmails(ports.outbox, view).filter(
      ({ kind, to, state }) => kind === 'feedback' && mailboxOf(to) === mailbox && WAITING.includes(state),
    );
  if (open().length === 0) return;
  const cells = { State: 'cancelled', Error: 'Not sent: the customer unsubscribed from feedback requests.' };
  writeOutbox(ports, view, () => open().map((email) => rowChange(email, cells)));
};
