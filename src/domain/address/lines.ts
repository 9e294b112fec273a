import type { Address } from '../order';
import type { AddressLine } from './fields';
import { leadOf } from './line-kind';
import { parseAddress } from './parse';
import { plainLine, plainName } from './plain';
import { withPoBox } from './po-box';

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
 * @param company a field of its own, blank when there is none.
 */
export const addressLines = (name: string, address: Address, company = ''): string[] => {
  const { above, urbanization, deliveries, unit } = parseAddress(address, name, company);
  const streets = deliveries.map((text) => withPoBox(plainLine(text)));
  const last = streets.pop() ?? '';
  const place = [plainLine(address.city), plainLine(address.state)].filter(Boolean).join(' ');
  return [
    plainName(name),
    ...above.map(aboveLine),
    ...urbanization.map(aboveLine),
    ...streets,
    [last, unit].filter(Boolean).join(' '),
    [place, address.zipCode.trim().toUpperCase()].filter(Boolean).join('  '),
  ].filter(Boolean);
};
