import type { Address } from '../domain/order';
import type { ValidOrder } from './validate-order';

/** Examines the lines of an address. Returns sentences about what isn't printed or is printed in an uncertain place. */
export type AddressLook = (address: Address, name: string) => readonly string[];

const STREET = /^\d{1,6}(?:-\d{1,5})?[a-z]? [\p{L}\d.'’ -]{2,60}$/iu;
/** What may introduce a second thing within a line. */
const LEAD = /\b(?:care of|att|fao|urb|cond)/i;
/** Behind such an end no unit hides in the street. */
const ENDS_AS_STREET =
  /\b(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|pl|place|way|cir|circle|ter|terrace|pkwy|parkway|hwy|highway|trl|trail|loop)\.?(?: (?:[ns][ew]?|[ew])\.?)?$/i;
const UNIT = /^(?:(?:apt|apartment|unit|ste|suite)\.? ?#? ?|# ?)(?:[a-z]|(?=[a-z-]*\d)[a-z\d-]{1,5})$/i;

/**
 * Whether an address is as most are, a house number with a street and perhaps a unit: then the closer look finds nothing. So
 * the intake does without the code for all the others, which is read when an order needs it.
 */
export const isOrdinary = ({ street, unit }: Address): boolean =>
  STREET.test(street) && !LEAD.test(street) && (unit === '' || (ENDS_AS_STREET.test(street) && UNIT.test(unit)));

/** The order with what the closer look finds among its warnings. */
export const withLook = (valid: ValidOrder, look: AddressLook): ValidOrder => {
  const { fulfillment, address, customer } = valid.request;
  if (fulfillment !== 'ship' || isOrdinary(address)) return valid;
  return { ...valid, warnings: [...valid.warnings, ...look(address, customer.name)] };
};
