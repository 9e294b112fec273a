import { type Amended, type AmendPorts, amendOrder } from '../statuses/amend-order';

/** A customer's message that staff have handled. */
export type Handled = 'rating' | 'not arrived';

/** Records that staff handled a customer's message, so that it's no longer listed. */
export const markHandled = (ports: AmendPorts, orderId: string, what: Handled, by: string): Amended =>
  amendOrder(ports, orderId, by, ({ order, progress }, now) => {
    const { feedback, notArrived, notArrivedSettled } = progress;
    const line = (said: string) => ({
      event: 'ticked off',
      detail: `Order ${order.number} was marked as done: ${said}.`,
    });
    if (what === 'not arrived') {
      if (!notArrived || notArrivedSettled) return null;
      return {
        ...line("the customer reported that the prints hadn't arrived"),
        progress: { ...progress, notArrivedSettled: now },
      };
    }
    if (!feedback || feedback.settled) return null;
    const said = `the customer had rated it ${feedback.rating} out of 5`;
    return { ...line(said), progress: { ...progress, feedback: { ...feedback, settled: now } } };
  });
