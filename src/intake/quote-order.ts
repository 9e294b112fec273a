import type { Refusal } from '../core/refusal';
import { formatAmount } from '../domain/money';
import { priceOrder } from '../domain/prices';
import type { Config } from '../workbook/config';
import { notAccepted } from './accept-order';
import { type AddressLook, withLook } from './address-look';
import { totalWarnings } from './large-total';
import type { JsonObject } from './order-form';
import { validateOrder } from './validate-order';

/** What an order would cost, and what staff should check; stores nothing. Money as `"24.00"`. */
export interface Quote {
  readonly ok: true;
  readonly subtotal: string;
  readonly discount: string;
  readonly shippingFee: string;
  readonly total: string;
  readonly lines: readonly {
    readonly photoNumber: string;
    readonly size: string;
    readonly quantity: number;
    readonly unitPrice: string;
  }[];
  readonly warnings: readonly string[];
}

/**
 * `orders/quote`: the same checks and prices as an order (docs/design.md 4.5).
 * @param forProgrammers false leaves out of the warnings what only a sender's programmers should know.
 */
export const quoteOrder = (
  body: JsonObject,
  config: Config,
  look: AddressLook,
  forProgrammers = true,
): Quote | Refusal => {
  const validation = validateOrder(body, config.prices, config.events);
  if (!validation.valid) return notAccepted('The order would not be accepted.', validation);
  const { request, warnings, remarks } = withLook(validation.order, look);
  const { shippingFlat, shippingFreeFrom } = config.settings;
  const price = priceOrder(
    request.lines,
    config.prices,
    { flat: shippingFlat, freeFrom: shippingFreeFrom },
    request.fulfillment,
  );
  return {
    ok: true,
    subtotal: formatAmount(price.subtotal),
    discount: formatAmount(price.discount),
    shippingFee: formatAmount(price.shippingFee),
    total: formatAmount(price.total),
    lines: price.lines.map((line) => ({ ...line, unitPrice: formatAmount(line.unitPrice) })),
    warnings: [...warnings, ...totalWarnings(price.total, config.settings), ...(forProgrammers ? remarks : [])],
  };
};
