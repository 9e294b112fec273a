import { TRACKING_FORM } from '../../email/tracking';
import { type Amended, type AmendPorts, amendOrder } from '../../statuses/amend-order';
import { TRACKING_COLUMN } from '../../workbook/tabs';

/**
 * Stores an order's tracking number in the Ledger, and in staff's own column if there is one: the next email and the
 * customer's page show it. Blank removes it. This sends no email.
 */
export const setTrackingNumber = (ports: AmendPorts, orderId: string, typed: string, by: string): Amended => {
  const number = typed.trim();
  if (number && !TRACKING_FORM.test(number))
    return {
      trouble: 'Enter a valid tracking number: 4 to 40 letters, digits, spaces or hyphens.',
    };
  return amendOrder(ports, orderId, by, ({ order, progress }, _, { places }) => {
    const { trackingNumber: before = '', ...rest } = progress;
    // The column may have a different number, which would take precedence.
    const hasColumn = places.orders?.layout.columns.has(TRACKING_COLUMN) === true;
    if (before === number && !hasColumn) return null;
    return {
      progress: number ? { ...rest, trackingNumber: number } : rest,
      event: 'tracking',
      detail: number
        ? `Tracking number ${number} added to order ${order.number}.`
        : `Tracking number removed from order ${order.number}.`,
      cells: { [TRACKING_COLUMN]: number },
    };
  });
};
