import { parseAddress } from '../domain/address/parse';
import { linesOf } from '../domain/address/split';
import type { Order } from '../domain/order';

/** Where an order goes, as other programs take it: what belongs above the street, and the street with its unit. */
export interface AddressColumns {
  /** Company, attention, care of, condominium, urbanization; blank without any. */
  readonly company: string;
  /** Without notes, phone numbers and what is there twice. */
  readonly street: string;
}

/** The address columns of a file of orders; an address with nothing but street and unit is as it was typed. */
export const addressColumns = ({ customer, address }: Order): AddressColumns => {
  const { above, urbanization, deliveries, unit, left } = parseAddress(address, customer.name);
  const over = [...above, ...urbanization].map(({ text }) => text);
  const isPlain = over.length === 0 && left.length === 0;
  const street = isPlain ? [...linesOf(address.street), ...linesOf(address.unit)] : [...deliveries, unit];
  return { company: over.join(', '), street: street.filter(Boolean).join(', ') };
};
