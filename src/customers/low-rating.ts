import type { Ports } from '../core/all-ports';
import { type LinkPorts, pageLink, sheetLink } from '../core/links';
import { LOW_RATING, type Opinion } from '../domain/feedback';
import { addToAlert, waiting } from '../email/alert-operator';
import { harmless } from '../email/one-line';
import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';

/** What notifying the operator about a customer needs from the outside world. */
export type TellPorts = LinkPorts & Pick<Ports, 'once' | 'orders'>;

const WHAT_TO_DO = 'What to do: reply to the customer, then mark this as done in CPS Orders > Today.';

const LONGEST_COMMENT = 300;
const shortened = (text: string): string =>
  text.length > LONGEST_COMMENT ? `${text.slice(0, LONGEST_COMMENT).trimEnd()}…` : text;

/** Adds to the operator's next alert; under the lock, since several customers may press Send simultaneously. */
const tell = (ports: TellPorts, topic: 'FEEDBACK' | 'NOT_ARRIVED', subject: string, text: string): void => {
  const add = () => addToAlert(ports, topic, { subject, text });
  if (!ports.once(waiting(topic), 5_000, add)) add();
};

/** Links to the customer and to the order: its row in the sheet, and the page the customer sees. */
const linksOf = (ports: TellPorts, view: WorkbookView, config: Config, entry: LedgerEntry): string[] => {
  const { order } = entry;
  const row = ports.orders.ids(view).indexOf(order.id) + 2;
  const { sheetId } = view.places.orders ?? {};
  const page = pageLink(ports, config.settings, 'order', entry, order.createdAt);
  return [
    `Reply to the customer: ${order.customer.email}`,
    ...(row > 1 && sheetId !== undefined
      ? [`Open the order: ${sheetLink(ports.properties)}#gid=${sheetId}&range=${row}:${row}`]
      : []),
    ...(page ? [`See the customer's page: ${page}`] : []),
  ];
};

/** Notifies the operator of a rating of 3 or less, with links to the customer and the order. */
export const tellIfLow = (
  ports: TellPorts,
  view: WorkbookView,
  config: Config,
  entry: LedgerEntry,
  { rating, comment }: Opinion,
): void => {
  if (rating === null || rating > LOW_RATING) return;
  const name = harmless(entry.order.customer.name);
  const { number } = entry.order;
  const lines = [
    `${name} rated order ${number} ${rating} out of 5.`,
    ...(comment ? [`"${harmless(shortened(comment))}"`] : []),
    WHAT_TO_DO,
    ...linksOf(ports, view, config, entry),
  ];
  tell(ports, 'FEEDBACK', `Low rating from ${name} (order ${number})`, lines.join('\n'));
};

/** Notifies the operator of a customer whose prints haven't arrived. */
export const tellNotArrived = (ports: TellPorts, view: WorkbookView, config: Config, entry: LedgerEntry): void => {
  const name = harmless(entry.order.customer.name);
  const { number } = entry.order;
  const lines = [
    `${name} says the prints from order ${number} haven't arrived. Please check the tracking.`,
    WHAT_TO_DO,
    ...linksOf(ports, view, config, entry),
  ];
  tell(ports, 'NOT_ARRIVED', `${name}'s prints haven't arrived (order ${number})`, lines.join('\n'));
};
