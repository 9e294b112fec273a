import { typedLines } from '../../../domain/address/typed-lines';
import { isPriceUnknown } from '../../../domain/prices';
import { Pill } from '../../../ui-kit/parts';
import { count, dollars } from '../../../ui-kit/words';
import type { OrderCard as Card } from '../card';

/** Where it goes, a line each. */
const addressOf = ({ address, fulfillment }: Card['order']): readonly string[] => {
  if (fulfillment === 'pickup') return ['Customer picks up'];
  const lines = typedLines(address);
  return lines.length > 0 ? lines : ['No address'];
};

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
      <dd>
        {addressOf(order).map((line, index) => (
          <div dir="auto" key={`${index} ${line}`}>
            {line}
          </div>
        ))}
      </dd>
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
              {photoNumber} · {size} · {quantity}
              {isPriceUnknown(price, unitPrice) ? ' (price unknown)' : ` × ${dollars(unitPrice)}`}
            </div>
          ))}
        </details>
      </dd>
      <dt>Total</dt>
      <dd>
        <b>{dollars(price.total)}</b>
        {price.discount > 0 && ` (${dollars(price.discount)} discount)`}
        {price.shippingFee > 0 && ` (includes ${dollars(price.shippingFee)} shipping)`}
      </dd>
      {rating !== null && (
        <>
          <dt>Rating</dt>
          <dd>{rating} out of 5</dd>
        </>
      )}
    </dl>
  );
};
