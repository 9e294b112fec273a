import type { PriceList, ShippingRule } from '../../domain/prices';
import type { Problem } from '../kit/problems';

/** What the form begins with. */
export interface OrderForm {
  readonly events: readonly {
    readonly code: string;
    readonly name: string;
    readonly pickupPlace: string;
    readonly pickupHours: string;
  }[];
  readonly event: string;
  readonly prices: PriceList;
  readonly shipping: ShippingRule;
}

/** What came of a try. */
export type Answer =
  | { readonly state: 'problems'; readonly problems: readonly Problem[] }
  | { readonly state: 'warnings'; readonly warnings: readonly string[] }
  | {
      readonly state: 'price';
      readonly total: string;
      readonly prices: PriceList;
      readonly shipping: ShippingRule;
    }
  | { readonly state: 'known'; readonly sentence: string }
  | Stored;

/** An order that is there. */
export interface Stored {
  readonly state: 'done';
  readonly id: string;
  readonly number: string;
  readonly total: string;
  readonly told: readonly string[];
}
