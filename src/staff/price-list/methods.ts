import { type Check, listOf, text } from '../../rpc/argument-checks';
import { dialog, inLive } from '../../rpc/dialog';
import { method } from '../../rpc/rpc';
import type { SavePorts } from '../../rpc/save-tab';
import { readPrices, savePrice } from './edit-price-list';
import type { TypedSize } from './price-form';

const isText = text(100);

const isSize: Check<TypedSize> = (value): value is TypedSize => {
  const { size, price, offers } = (value ?? {}) as Partial<TypedSize>;
  return isText(size) && isText(price) && listOf(isOffer, 20)(offers);
};

const isOffer: Check<TypedSize['offers'][number]> = (value): value is TypedSize['offers'][number] => {
  const { quantity, price } = (value ?? {}) as Partial<TypedSize['offers'][number]>;
  return isText(quantity) && isText(price);
};

const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value): value is T | null =>
    value === null || check(value);

/** The dialog Price list. */
export const PRICE_LIST = dialog(
  { page: 'price-list', title: 'Price list', size: [620, 560] },
  inLive<SavePorts>({
    'prices.read': method([], readPrices),
    'prices.save': method([orNull(isSize), orNull(isSize)], savePrice),
  }),
);
