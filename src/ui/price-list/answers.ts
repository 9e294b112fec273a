import type { TypedSize } from '../../workspace/prices/price-form';

export type { PricesAnswer } from '../../workspace/prices/edit-prices';
export type { SizeForm as SizeLine, TypedOffer, TypedSize } from '../../workspace/prices/price-form';

/** The fields alone, as the program wants them back. */
export const typedOf = ({ size, price, offers }: TypedSize): TypedSize => ({ size, price, offers });
