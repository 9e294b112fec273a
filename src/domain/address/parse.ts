import type { Address } from '../order';
import { linesOf } from '../text/lines';
import { type AddressLine, placesOf, streetField, unitField } from './fields';
import { isDelivery } from './line-kind';
import { plainName } from './plain';
import { isSameUnit, unitOf, unitWithin } from './unit';

/** An address with every typed thing in its place. */
export interface ParsedAddress {
  /** Attention, company, care of, condominium and unknown lines, in the order typed. */
  readonly above: readonly AddressLine[];
  readonly urbanization: readonly AddressLine[];
  /** Where the carrier goes: one line; two of an address that names two places. As typed, without the unit field. */
  readonly deliveries: readonly string[];
  /**
   * The unit as printed after the last delivery line: `APT 4`; blank if there is none, or if the street already ends
   * with it.
   */
  readonly unit: string;
  /** The unit that the street itself ends with, where the field names another one; else blank. */
  readonly otherUnit: string;
  /** What isn't printed: notes, phone numbers, emails, `none`, and repeats. */
  readonly left: readonly AddressLine[];
}

const ABOVE: ReadonlySet<string> = new Set(['attention', 'company', 'care of', 'condominium', 'other']);
const LEFT: ReadonlySet<string> = new Set(['note', 'phone', 'email', 'nothing', 'repeat']);

/**
 * Name of the company in the street field and the street in the one below it: the street is where the number is. A second
 * place to deliver to (a PO box below a street) stays one.
 */
const inPlace = (street: readonly AddressLine[], unit: readonly AddressLine[]): AddressLine[] => {
  const isUnsure = ({ kind, text }: AddressLine) => kind === 'delivery' && !/\d/.test(text) && !isDelivery(text);
  if (!unit.some(({ kind }) => kind === 'delivery')) return [...street, ...unit];
  return [...street.map((part): AddressLine => (isUnsure(part) ? { ...part, kind: 'company' } : part)), ...unit];
};

/** Marks duplicates, and repetitions of the recipient's name, as repeats. */
const withoutRepeats = (parts: readonly AddressLine[], name: string): AddressLine[] => {
  const seen = new Set([plainName(name)]);
  return parts.map((part) => {
    const key = plainName(part.text);
    const isKnown = seen.has(key) && part.kind !== 'unit' && part.kind !== 'nothing';
    seen.add(key);
    return isKnown ? { ...part, kind: 'repeat' } : part;
  });
};

/**
 * Sorts what was typed into street, unit and company: what belongs above the street, behind it, or on no envelope.
 * Nothing is looked up, and nothing is lost: each part is printed, or left with its kind.
 * @param name the recipient, so that a line that repeats it is left.
 * @param company the address's own, blank when there is none.
 */
export const parseAddress = (address: Address, name = '', company = address.company ?? ''): ParsedAddress => {
  const places = placesOf(address);
  const given = linesOf(company).map((text): AddressLine => ({ kind: 'company', text }));
  const sorted = inPlace(streetField(address.street, places), unitField(address.unit, places));
  const parts = withoutRepeats([...given, ...sorted], name);
  const deliveries = parts.filter(({ kind }) => kind === 'delivery').map(({ text }) => text);
  const within = unitWithin(deliveries[deliveries.length - 1] ?? '');
  const units: string[] = [];
  const repeats: AddressLine[] = [];
  for (const part of parts.filter(({ kind }) => kind === 'unit')) {
    const unit = unitOf(part.text);
    const isKnown = [within, ...units].some((known) => known !== '' && isSameUnit(known, unit));
    if (isKnown) repeats.push({ ...part, kind: 'repeat' });
    else units.push(unit);
  }
  return {
    above: parts.filter(({ kind }) => ABOVE.has(kind)),
    urbanization: parts.filter(({ kind }) => kind === 'urbanization'),
    deliveries,
    unit: units.join(' '),
    otherUnit: units.length > 0 ? within : '',
    left: [...parts.filter(({ kind }) => LEFT.has(kind)), ...repeats],
  };
};
