import type { Ports } from '../../core/all-ports';
import { forgetAnswers } from '../../core/kept-answers';
import { type Amended, type AmendPorts, amendOrder } from '../../statuses/amend-order';
import { withNewLinks } from '../../workbook/ledger-row';

/**
 * Takes the links to an order's pages back: those in emails and answers that are out open nothing any more. Emails that
 * leave from now on carry new ones.
 */
export const takeLinksBack = (
  ports: AmendPorts & Pick<Ports, 'crypto' | 'properties'>,
  orderId: string,
  by: string,
): Amended => {
  const amended = amendOrder(ports, orderId, by, ({ order, progress }) => ({
    progress: withNewLinks(progress),
    event: 'links',
    detail: `${by} turned off the links of order ${order.number} that were sent before.`,
  }));
  // Answers that are kept for repeats carry the old link.
  forgetAnswers(ports);
  return amended;
};
