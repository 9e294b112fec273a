import type { Address } from '../order';
import type { AddressLine } from './fields';
import { leadOf } from './line-kind';
import { parseAddress } from './parse';
import { plainLine, plainName } from './plain';
import { withPoBox } from './po-box';
import { unitTail } from './unit';

/** An address as it is printed. */
export interface AddressBlock {
  /** From the recipient down to city, state and ZIP. */
  readonly lines: readonly string[];
  /**
   * The unit at the end of the line above the last one, or blank: it gets a line of its own above the street where the two
   * are too long for one line.
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
 * condominium; urbanization; street with its unit at the end; city with state and ZIP. Written capitals only: nothing is
 * looked up or corrected.
 * @param name the recipient.
 * @param company the address's own, blank when there is none.
 */
export const addressBlock = (name: string, address: Address, company = address.company ?? ''): AddressBlock => {
  const { above, urbanization, deliveries, unit } = parseAddress(address, name, company);
  const streets = deliveries.map((text) => withPoBox(plainLine(text)));
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
