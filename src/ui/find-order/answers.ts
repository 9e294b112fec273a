import type { MailChoice } from '../waits/mail-choices';

/** A line in the list of finds: cells by header. */
export type Found = Readonly<Record<string, string>>;

/** What `orders.find` answers. */
export interface Finds {
  readonly found: readonly Found[];
  readonly more: number;
}

/** A mail in the Outbox. */
export interface CardMail {
  readonly key: string;
  readonly title: string;
  readonly to: string;
  readonly state: string;
  readonly why: string;
  readonly at: string;
  readonly choices: readonly MailChoice[];
}

/** A kind of mail. */
export interface CardKind {
  readonly kind: string;
  readonly title: string;
  readonly last: string;
  readonly canSend: boolean;
  readonly isOff: boolean;
}

export interface CardNote {
  readonly at: string;
  readonly moment: string;
  readonly by: string;
  readonly text: string;
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
  readonly event: string;
  readonly flag: string;
  readonly rating: number | null;
  readonly steps: readonly string[];
  readonly stepBack: string;
  readonly tracking: { readonly number: string; readonly carrier: string; readonly link: string } | null;
  readonly notes: readonly CardNote[];
  readonly mails: readonly CardMail[];
  readonly kinds: readonly CardKind[];
  readonly timeline: readonly { when: string; event: string; by: string; detail: string }[];
  readonly sends: boolean;
  readonly person: string;
}
