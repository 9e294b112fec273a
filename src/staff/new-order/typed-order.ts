import type { JsonObject } from '../../intake/order-form';
import { type Check, listOf, recordOf, text } from '../../rpc/argument-checks';

/** An order as typed into the form; everything is text. */
export interface TypedOrder {
  /** By the names of the platform's fields: `customerName`, `email`, `fulfillmentType`, `total`, ... */
  readonly fields: Readonly<Record<string, string>>;
  readonly prints: readonly Readonly<Record<string, string>>[];
}

const isFields = recordOf(text(1_000));
const isPrints = listOf(isFields, 250);

/** Whether a dialog has sent one. */
export const isTypedOrder: Check<TypedOrder> = (value): value is TypedOrder => {
  const { fields, prints } = (value ?? {}) as Partial<TypedOrder>;
  return isFields(fields) && isPrints(prints);
};

/** The typed quantity: a number if it is one, otherwise the text, which the intake rejects with a message. */
const quantityOf = (typed = ''): number | string => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : typed);

/** The request that the platform would send for it. An address typed before Pickup was chosen is left out. */
export const bodyOf = ({ fields, prints }: TypedOrder, id: string): JsonObject => {
  const { company, street, apartment, city, state, zipCode, ...others } = fields;
  const address = others.fulfillmentType === 'pickup' ? {} : { company, street, apartment, city, state, zipCode };
  return {
    ...others,
    ...address,
    orderId: id,
    items: prints.map(({ photoNumber = '', size = '', quantity }) => ({
      photoNumber,
      size,
      quantity: quantityOf(quantity),
    })),
  };
};
