/** A line in the list of finds: cells by header. */
export type Found = Readonly<Record<string, string>>;

/** What `orders.find` answers. */
export interface Finds {
  readonly found: readonly Found[];
  readonly more: number;
}

/** What `orders.card` answers; money in cents. */
export interface Card {
  readonly order: {
    readonly id: string;
    readonly number: string;
    readonly customer: { readonly name: string; readonly email: string; readonly phone: string };
    readonly fulfillment: 'ship' | 'pickup';
    readonly address: Readonly<Record<'street' | 'unit' | 'city' | 'state' | 'zipCode', string>>;
    readonly price: {
      readonly lines: readonly { photoNumber: string; size: string; quantity: number; unitPrice: number }[];
      readonly discount: number;
      readonly shippingFee: number;
      readonly total: number;
    };
  };
  readonly status: string;
  readonly shipping: string | null;
  readonly flag: string;
  readonly feedback: { readonly rating?: number } | null;
  readonly mails: readonly { kind: string; to: string; state: string; error: string; at: string }[];
  readonly timeline: readonly { when: string; by: string; detail: string }[];
}
