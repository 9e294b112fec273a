import type { FoundOrder } from '../../workspace/order-card/find-orders';

export type { CardKind, OrderCard as Card } from '../../workspace/order-card/card';
export type { FoundOrder as Found } from '../../workspace/order-card/find-orders';

/** What `orders.find` answers. */
export interface Finds {
  readonly found: readonly FoundOrder[];
  readonly more: number;
}
