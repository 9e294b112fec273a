import type { Address } from '../order';
import type { AddressLine } from './fields';
import { leadOf } from './line-kind';
import { parseAddress } from './parse';
import { plainLine, plainName } from './plain';
import { withPoBox, withRoute } from './po-box';
import { unitTail, withUnitWritten } from './unit';

/** An address ready to print. */
export interface AddressBlock {
  /** From the recipient down to city, state and ZIP. */
  readonly lines: readonly string[];
  /**
   * The unit at the end of the line above the last one, or blank. If the two are too long for one line, the unit gets
   * its own line right above the street, so that the street stays above the city, where USPS looks for it. Publication
   * 28 (213) calls the end of the delivery line its preferred place; where it goes if it doesn't fit is our choice.
   */
  readonly unit: string;
}

/** A line above the street: its beginning as USPS writes it, names with their hyphens. */
const aboveLine = ({ text }: AddressLine): string => {
  const lead = leadOf(text);
  return lead?.rest ? `${lead.written} ${plainName(lead.rest)}` : plainName(text);
};

/**
 * Where a letter goes, line by line as USPS Publication 28 wants it: recipient; company, attention, care of and
 * condominium; urbanization; street with its unit at the end; city with state and ZIP. Capitals, and units, boxes and routes in
 * its words; nothing is looked up or corrected.
 * @param name the recipient.
 * @param company the address's own, blank when there is none.
 */
export const addressBlock = (name: string, address: Address, company = address.company ?? ''): AddressBlock => {
  const { above, urbanization, deliveries, unit } = parseAddress(address, name, company);
  const streets = deliveries.map((text) => withUnitWritten(withRoute(withPoBox(plainLine(text)))));
  const last = streets.pop() ?? '';
  const place = [plainLine(address.city), plainLine(address.state)].filter(Boolean).join(' ');
  return {
    lines: [
      plainName(name),
      ...above.map(aboveLine),
      ...urbanization.map(aboveLine),
      ...streets,
      [last, unit].filter(Boolean).join(' '),
      [place, address.zipCode.trim().toUpperCase()].filter(Boolean).join('  '),
    ].filter(Boolean),
    unit: last === '' ? '' : [unitTail(last), unit].filter(Boolean).join(' '),
  };
};

/** The lines of {@link addressBlock}. */
export const addressLines = (name: string, address: Address, company = address.company ?? ''): readonly string[] =>
  addressBlock(name, address, company).lines;
