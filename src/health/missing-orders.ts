import type { Ports } from '../core/all-ports';
import { shownTime } from '../core/shown-time';
import { count } from '../domain/text/for-people';
import { addToAlert } from '../email/alert-operator';
import { textOf } from '../workbook/layout';
import type { WorkbookView } from '../workbook/view';
import { type AwayOrder, type Notes, overdueOrders } from './turned-away';

/**
 * Called by the operator's sweep: leaves an alert about orders that were turned away and haven't been resent within an
 * hour. Costs nothing if there are none.
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
    const named = missing.map(
      ({ id, at }) => `${id ? `Order ${id}` : 'An order without an id'}, sent ${shownTime(clock, at)}`,
    );
    addToAlert(ports, 'TURNED_AWAY', {
      subject: `${count(missing.length, 'order')} may be missing: ask the platform to resend`,
      text: [
        'We asked the ordering platform to resend the following, but after an hour it still hasn’t arrived:',
        named.join('\n'),
        'What to do: ask the platform’s support to send it again. A customer may be waiting.',
      ].join('\n\n'),
    });
  }
  properties.set(Object.fromEntries(overdue.map(({ name }) => [name, ''])));
};
