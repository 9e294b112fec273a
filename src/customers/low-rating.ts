import type { Ports } from '../core/all-ports';
import { type LinkPorts, pageLink } from '../core/links';
import { LIVE } from '../core/roles';
import { defuse } from '../domain/defuse';
import { LOW_RATING, type Opinion } from '../domain/feedback';
import { addToAlert, waiting } from '../email/alert-operator';
import type { Config } from '../workbook/config';
import type { LedgerEntry } from '../workbook/ledger-row';
import type { WorkbookView } from '../workbook/view';

/** What telling the operator of a customer needs from the world. */
export type TellPorts = LinkPorts & Pick<Ports, 'once' | 'orders'>;

const LONGEST_COMMENT = 300;
const shortened = (text: string): string =>
  text.length > LONGEST_COMMENT ? `${text.slice(0, LONGEST_COMMENT).trimEnd()}…` : text;

/** Adds to the operator's next alert; under the lock, since several customers may press Send at once. */
const tell = (ports: TellPorts, topic: 'FEEDBACK' | 'NOT_ARRIVED', subject: string, text: string): void => {
  const add = () => addToAlert(ports, topic, { subject, text });
  if (!ports.once(waiting(topic), 5_000, add)) add();
};

/** Where a person finds the order: its row in the sheet, and the page that the customer sees. */
const placesOf = (ports: TellPorts, view: WorkbookView, config: Config, { order }: LedgerEntry): string[] => {
  const row = ports.orders.ids(view).indexOf(order.id) + 2;
  const { sheetId } = view.places.orders ?? {};
  const sheet = `https://docs.google.com/spreadsheets/d/${ports.properties.all()[LIVE]}/edit`;
  const page = pageLink(ports, config.settings, 'order', order.id, order.createdAt);
  return [
    ...(row > 1 && sheetId !== undefined ? [`In the sheet: ${sheet}#gid=${sheetId}&range=${row}:${row}`] : []),
    ...(page ? [`The customer's page: ${page}`] : []),
  ];
};

/** Tells the operator of a rating of 3 or less, with a link to the order. */
export const tellIfLow = (
  ports: TellPorts,
  view: WorkbookView,
  config: Config,
  entry: LedgerEntry,
  { rating, comment }: Opinion,
): void => {
  if (rating === null || rating > LOW_RATING) return;
  const { number, customer } = entry.order;
  const lines = [
    `${defuse(customer.name)} gives order ${number} ${rating}/5.`,
    ...(comment ? [`"${defuse(shortened(comment))}"`] : []),
    customer.email,
    ...placesOf(ports, view, config, entry),
  ];
  tell(ports, 'FEEDBACK', 'CPS Orders: a customer is not happy', lines.join('\n'));
};

/** Tells the operator of a customer whose prints have not arrived. */
export const tellNotArrived = (ports: TellPorts, view: WorkbookView, config: Config, entry: LedgerEntry): void => {
  const { number, customer } = entry.order;
  const lines = [
    `${defuse(customer.name)} says that the prints of order ${number} have not arrived.`,
    customer.email,
    ...placesOf(ports, view, config, entry),
  ];
  tell(ports, 'NOT_ARRIVED', 'CPS Orders: a customer waits for prints', lines.join('\n'));
};
