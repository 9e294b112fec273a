import type { Price } from '../../../domain/order';
import { count, dollars } from '../../../ui-kit/words';

/** The current price of the order. */
export const PriceNow = ({ price }: { readonly price: Price }) => {
  const prints = price.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <dl class="price" aria-live="polite" aria-label="Price">
      <dt>{count(prints, 'print')}</dt>
      <dd>{dollars(price.subtotal + price.discount)}</dd>
      {price.discount > 0 && (
        <>
          <dt>Discount</dt>
          <dd>{dollars(-price.discount)}</dd>
        </>
      )}
      {price.shippingFee > 0 && (
        <>
          <dt>Shipping</dt>
          <dd>{dollars(price.shippingFee)}</dd>
        </>
      )}
      <dt>
        <b>Total</b>
      </dt>
      <dd>
        <b>{dollars(price.total)}</b>
      </dd>
    </dl>
  );
};
