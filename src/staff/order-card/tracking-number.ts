import { TRACKING_FORM } from '../../email/tracking';
import { type Amended, type AmendPorts, amendOrder } from '../../statuses/amend-order';
import { TRACKING_COLUMN } from '../../workbook/tabs';

/**
 * Keeps an order's tracking number in the Ledger, and in the sheet's own column where staff have one: the next
 * email and the customer's page tell it. Empty text takes it away. Nobody is emailed for it.
 */
export const setTrackingNumber = (ports: AmendPorts, orderId: string, typed: string, by: string): Amended => {
  const number = typed.trim();
  if (number && !TRACKING_FORM.test(number))
    return {
      trouble: 'A tracking number has letters, digits, blanks and - only, 4 to 40 of them. Nothing was changed.',
    };
  return amendOrder(ports, orderId, by, ({ order, progress }, _, { places }) => {
    const { trackingNumber: before = '', ...rest } = progress;
    // Another number may stand in the column, and that would go first.
    const hasColumn = places.orders?.layout.columns.has(TRACKING_COLUMN) === true;
    if (before === number && !hasColumn) return null;
    return {
      progress: number ? { ...rest, trackingNumber: number } : rest,
      event: 'tracking',
      detail: number
        ? `Order ${order.number} has the tracking number ${number}.`
        : `The tracking number of order ${order.number} was taken away.`,
      cells: { [TRACKING_COLUMN]: number },
    };
  });
};
