import { parseAddress } from '../domain/address/parse';
import type { Order } from '../domain/order';
import { linesOf } from '../domain/text/lines';

/** An order's address in the form that other programs expect: what goes above the street, and the street with its unit. */
export interface AddressColumns {
  /** Company, attention, care of, condominium, urbanization; blank if there are none. */
  readonly company: string;
  /** Without notes, phone numbers and duplicates. */
  readonly street: string;
}

/** The address columns of a file of orders; an address with only a street and unit stays as typed. */
export const addressColumns = ({ customer, address }: Order): AddressColumns => {
  const { above, urbanization, deliveries, unit, left } = parseAddress(address, customer.name);
  const over = [...above, ...urbanization].map(({ text }) => text);
  const isPlain = over.length === 0 && left.length === 0;
  const street = isPlain ? [...linesOf(address.street), ...linesOf(address.unit)] : [...deliveries, unit];
  return { company: over.join(', '), street: street.filter(Boolean).join(', ') };
};
