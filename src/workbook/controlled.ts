import type { TABS } from './tabs';
/** What the control total looks at: a row with any of these is an order, one with less is a note of staff. */
export const CONTROLLED = [
  'Order ID',
  'Order Number',
  'Customer Name',
  'Email',
  'Items',
  'Total',
  'Status',
] as const satisfies readonly (typeof TABS.orders.columns)[number]['header'][];
