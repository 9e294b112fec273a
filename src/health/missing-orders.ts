import type { Ports } from '../core/all-ports';
import { addToAlert } from '../email/alert-operator';
import { textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';
import { type AwayOrder, type Notes, overdueOrders } from './turned-away';

/**
 * Called by the operator's sweep: leaves an alert about orders that were turned away and have not come back within an
 * hour. Costs nothing while there are none.
 */
export const alertOfMissing = (ports: Notes & Pick<Ports, 'ledger'>, view: WorkbookView): void => {
  const { clock, ledger, properties } = ports;
  const overdue = overdueOrders(ports);
  if (overdue.length === 0) return;
  const ids = new Set(ledger.index(view).map(({ cells }) => textOf(cells['Order ID'])));
  const isThere = ({ id, fingerprint, former }: AwayOrder): boolean =>
    id === '' ? ledger.findContent(view, [fingerprint, former]) !== null : ids.has(id);
  const missing = overdue.filter((order) => !isThere(order));
  if (missing.length > 0) {
    const timeOf = (at: string): string => clock.local(new Date(at)).slice(0, 16).replace('T', ' ');
    const named = missing.map(({ id, at }) => `${id || 'An order without an id'}, at ${timeOf(at)}`);
    addToAlert(ports, 'TURNED_AWAY', {
      subject: 'CPS Orders: an order was turned away and has not come back',
      text: [
        'The ordering platform was asked to send these again, and has not done so within an hour:',
        named.join('\n'),
        'Customers may be waiting. Please have the platform send these orders again.',
      ].join('\n\n'),
    });
  }
  properties.set(Object.fromEntries(overdue.map(({ name }) => [name, ''])));
};
