import type { Address } from '../order';
import type { AddressLine } from './fields';
import { parseAddress } from './parse';
import { placeWarnings } from './place';

const LEFT_WORDS: Partial<Record<AddressLine['kind'], string>> = {
  note: 'looks like a note',
  phone: 'looks like a phone number',
  email: 'looks like an email address',
};

/** The typed lines that aren't printed, or are printed in an uncertain place, as whole sentences. */
export const lineWarnings = (address: Address, name: string): string[] => {
  const { above, deliveries, left, unit, otherUnit } = parseAddress(address, name);
  const notPrinted = left.flatMap(({ kind, text }) => {
    const words = LEFT_WORDS[kind];
    return words ? [`"${text}" ${words} and isn't printed in the address.`] : [];
  });
  const unknown = above
    .filter(({ kind }) => kind === 'other')
    .map(({ text }) => `"${text}" is printed above the street because we don't recognize it as a unit.`);
  const [first, second] = deliveries.slice(-2);
  return [
    ...notPrinted,
    ...unknown,
    ...(first && second
      ? [`There are two delivery addresses, "${first}" and "${second}". USPS delivers to the second one.`]
      : []),
    ...(otherUnit ? [`The street includes ${otherUnit}, and the apartment is ${unit}. Both are printed.`] : []),
  ];
};

/**
 * What staff should check before they print the envelope; it never stops an order, and nothing is corrected
 * (docs/design.md 8.2).
 */
export const addressWarnings = (address: Address, name = ''): string[] => [
  ...placeWarnings(address),
  ...lineWarnings(address, name),
];
