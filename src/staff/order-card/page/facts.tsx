import { Pill } from '../../../ui-kit/parts';
import { count, dollars } from '../../../ui-kit/words';
import type { OrderCard as Card } from '../card';

const addressOf = ({ address, fulfillment }: Card['order']): string =>
  fulfillment === 'pickup'
    ? 'picked up by the customer'
    : [address.street, address.unit, address.city, `${address.state} ${address.zipCode}`.trim()]
        .filter(Boolean)
        .join(', ') || 'no address';

/** What was ordered, by whom, for how much, and where it goes. */
export const Facts = ({ card }: { readonly card: Card }) => {
  const { order, status, shipping, event, rating } = card;
  const { customer, price } = order;
  const prints = price.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <dl class="facts">
      <dt>Status</dt>
      <dd class="pills">
        <Pill>{status}</Pill> {shipping && shipping !== status && <Pill>{shipping}</Pill>}
      </dd>
      <dt>Email</dt>
      <dd>{customer.email || '–'}</dd>
      <dt>Phone</dt>
      <dd>{customer.phone || '–'}</dd>
      <dt>{order.fulfillment === 'ship' ? 'Ships to' : 'Pickup'}</dt>
      <dd dir="auto">{addressOf(order)}</dd>
      {event && (
        <>
          <dt>Event</dt>
          <dd dir="auto">{event}</dd>
        </>
      )}
      <dt>Items</dt>
      <dd>
        <details open={price.lines.length <= 5}>
          <summary>{count(prints, 'print')}</summary>
          {price.lines.map(({ photoNumber, size, quantity, unitPrice }, index) => (
            <div key={`${index} ${photoNumber} ${size}`}>
              {photoNumber} · {size} · {quantity} × {dollars(unitPrice)}
            </div>
          ))}
        </details>
      </dd>
      <dt>Total</dt>
      <dd>
        <b>{dollars(price.total)}</b>
        {price.discount > 0 && ` (offer: ${dollars(price.discount)} less)`}
        {price.shippingFee > 0 && ` (with ${dollars(price.shippingFee)} shipping)`}
      </dd>
      {rating !== null && (
        <>
          <dt>Rating</dt>
          <dd>{rating} of 5</dd>
        </>
      )}
    </dl>
  );
};
