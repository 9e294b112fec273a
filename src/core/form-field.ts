/** The single fields of an order, whichever form they came in. */
export const FORM_FIELDS = [
  'orderId',
  'customerName',
  'email',
  'phone',
  'fulfillmentType',
  'company',
  'street',
  'apartment',
  'city',
  'state',
  'zipCode',
  'eventCode',
  'total',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];
