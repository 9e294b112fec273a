import type { Ports } from '../../core/all-ports';
import { forgetAnswers } from '../../core/kept-answers';
import { type Amended, type AmendPorts, amendOrder } from '../../statuses/amend-order';
import { withNewLinks } from '../../workbook/ledger-row';

/**
 * Turns off the links to an order's pages: those in emails and answers sent so far stop working. Emails sent from now on
 * have new ones.
 */
export const takeLinksBack = (
  ports: AmendPorts & Pick<Ports, 'crypto' | 'properties'>,
  orderId: string,
  by: string,
): Amended => {
  const amended = amendOrder(ports, orderId, by, ({ order, progress }) => ({
    progress: withNewLinks(progress),
    event: 'links',
    detail: `${by} turned off the links sent so far for order ${order.number}.`,
  }));
  // Answers that are kept for repeats contain the old link.
  forgetAnswers(ports);
  return amended;
};
