import type { Address } from '../order';
import { linesOf } from './split';

/**
 * An address as its customer wrote it, a line each: company, street with its unit, city with state and ZIP; no name. For
 * emails, pages and dialogs, where the customer or staff check it. Blank for an order without an address.
 */
export const typedLines = ({ company = '', street, unit, city, state, zipCode }: Address): string[] => {
  const streets = linesOf(street);
  const last = [streets.pop(), ...linesOf(unit)].filter(Boolean).join(', ');
  const place = [city, [state, zipCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [...linesOf(company), ...streets, last, place].filter(Boolean);
};
