/** The states of an order, column L (design.md 5). */
export const ORDER_STATUSES = ['pending', 'paid', 'shipped', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** How an order reaches its customer, column F. */
export const FULFILLMENTS = ['ship', 'pickup'] as const;
export type Fulfillment = (typeof FULFILLMENTS)[number];

/** The states of column Q; empty when cancelled (design.md 5). */
export const SHIPPING_STATUSES = ['to ship', 'shipped', 'to pick up', 'picked up'] as const;
export type ShippingStatus = (typeof SHIPPING_STATUSES)[number];

/** Which status may follow which. Everything else goes through the menu's Step back. */
export const ORDER_TRANSITIONS: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending: ['paid', 'cancelled'],
  paid: ['shipped', 'cancelled'],
  shipped: [],
  cancelled: [],
};

/** Which shipping status may follow which; each step needs a paid order. */
export const SHIPPING_TRANSITIONS: Readonly<Record<ShippingStatus, readonly ShippingStatus[]>> = {
  'to ship': ['shipped'],
  shipped: [],
  'to pick up': ['picked up'],
  'picked up': [],
};

/** Where column Q begins and ends for each kind of fulfillment. */
export const SHIPPING_COURSE: Readonly<
  Record<Fulfillment, { readonly start: ShippingStatus; readonly end: ShippingStatus }>
> = {
  ship: { start: 'to ship', end: 'shipped' },
  pickup: { start: 'to pick up', end: 'picked up' },
};

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Reads a status as typed: case and blanks do not matter, `void` (old rows) and `canceled` are `cancelled`. */
export const parseOrderStatus = (text: string): OrderStatus | null => {
  const word = tidy(text);
  if (word === 'void' || word === 'canceled') return 'cancelled';
  return ORDER_STATUSES.find((status) => status === word) ?? null;
};

/** Reads a shipping status as typed or sent; the API value `ship` is `to ship`. Empty text is no status: null. */
export const parseShippingStatus = (text: string): ShippingStatus | null => {
  const word = tidy(text);
  if (word === 'ship') return 'to ship';
  if (word === 'pickup' || word === 'pick up') return 'to pick up';
  return SHIPPING_STATUSES.find((status) => status === word) ?? null;
};
