import { type Amended, type AmendPorts, amendOrder } from '../statuses/amend-order';

/** What a customer said that somebody has seen to. */
export type Handled = 'rating' | 'not arrived';

/** Writes down that a person has seen to what a customer said: it is not listed any more. */
export const markHandled = (ports: AmendPorts, orderId: string, what: Handled, by: string): Amended =>
  amendOrder(ports, orderId, by, ({ order, progress }, now) => {
    const { feedback, notArrived, notArrivedSettled } = progress;
    const line = (said: string) => ({
      event: 'ticked off',
      detail: `Somebody has seen to order ${order.number}: ${said}.`,
    });
    if (what === 'not arrived') {
      if (!notArrived || notArrivedSettled) return null;
      return { ...line('its prints had not arrived'), progress: { ...progress, notArrivedSettled: now } };
    }
    if (!feedback || feedback.settled) return null;
    const said = `its customer had rated it ${feedback.rating} of 5`;
    return { ...line(said), progress: { ...progress, feedback: { ...feedback, settled: now } } };
  });
