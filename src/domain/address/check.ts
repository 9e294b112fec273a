import type { Address } from '../order';
import type { AddressLine } from './fields';
import { parseAddress } from './parse';
import { placeWarnings } from './place';

const LEFT_WORDS: Partial<Record<AddressLine['kind'], string>> = {
  note: 'looks like a note',
  phone: 'looks like a phone number',
  email: 'looks like an email address',
};

/** What of the typed lines is not printed, or printed where nobody can be sure: whole sentences. */
export const lineWarnings = (address: Address, name: string): string[] => {
  const { above, deliveries, left, unit, otherUnit } = parseAddress(address, name);
  const notPrinted = left.flatMap(({ kind, text }) => {
    const words = LEFT_WORDS[kind];
    return words ? [`"${text}" ${words}: it is not printed in the address.`] : [];
  });
  const unknown = above
    .filter(({ kind }) => kind === 'other')
    .map(({ text }) => `"${text}" is printed above the street, since it is no unit that we know.`);
  const [first, second] = deliveries.slice(-2);
  return [
    ...notPrinted,
    ...unknown,
    ...(first && second
      ? [`There are two addresses to deliver to, "${first}" and "${second}": the post goes to the second one.`]
      : []),
    ...(otherUnit ? [`The street names ${otherUnit}, the line for it ${unit}: both are printed.`] : []),
  ];
};

/**
 * What a person should look at before the envelope is printed; none of it stops an order, and nothing is corrected
 * (docs/design.md 8.2).
 */
export const addressWarnings = (address: Address, name = ''): string[] => [
  ...placeWarnings(address),
  ...lineWarnings(address, name),
];
