import type { Problem } from '../kit/problems';

export interface TypedOffer {
  readonly quantity: string;
  readonly price: string;
}

/** One size, as typed. */
export interface TypedSize {
  readonly size: string;
  readonly price: string;
  readonly offers: readonly TypedOffer[];
}

/** One size as it stands in the tab. */
export interface SizeLine extends TypedSize {
  readonly rows: readonly number[];
  readonly faults: readonly string[];
}

export type PricesAnswer = { readonly problems: readonly Problem[] } | { readonly sizes: readonly SizeLine[] };

/** The fields alone, as the program wants them back. */
export const typedOf = ({ size, price, offers }: TypedSize): TypedSize => ({ size, price, offers });
