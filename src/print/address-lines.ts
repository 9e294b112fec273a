import type { Address } from '../domain/order';

/** Words for a part of a building, as USPS Publication 28 (appendix C2) writes them. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  APARTMENT: 'APT',
  APT: 'APT',
  BASEMENT: 'BSMT',
  BSMT: 'BSMT',
  BUILDING: 'BLDG',
  BLDG: 'BLDG',
  DEPARTMENT: 'DEPT',
  DEPT: 'DEPT',
  FLOOR: 'FL',
  FL: 'FL',
  FRONT: 'FRNT',
  HANGAR: 'HNGR',
  LOT: 'LOT',
  LOWER: 'LOWR',
  OFFICE: 'OFC',
  PENTHOUSE: 'PH',
  PH: 'PH',
  PIER: 'PIER',
  REAR: 'REAR',
  ROOM: 'RM',
  RM: 'RM',
  SIDE: 'SIDE',
  SLIP: 'SLIP',
  SPACE: 'SPC',
  STOP: 'STOP',
  SUITE: 'STE',
  STE: 'STE',
  TRAILER: 'TRLR',
  UNIT: 'UNIT',
  UPPER: 'UPPR',
};

const PUNCTUATION = /[,;:!?"'`´’‘“”()[\]{}<>*_~^|\\]/g;
/** Between digits these are part of a house number: 39.2, 39 1/2, 112-10. */
const LOOSE_STOP = /(?<!\d)\.|\.(?!\d)/g;
const LOOSE_DASH = /(?<!\d|\bC)[/-]|[/-](?!\d|O\b)/g;

/** One line in capitals without punctuation; a line of nothing else stays as it is, so that no line is lost. */
const plain = (text: string): string => {
  const capitals = text.toUpperCase();
  const bare = capitals
    .replace(LOOSE_DASH, ' ')
    .replace(LOOSE_STOP, '')
    .replace(PUNCTUATION, '')
    .replace(/#\s*/g, '# ')
    .replace(/\s+/g, ' ')
    .trim();
  return bare || capitals.trim();
};

/** `Apt. 4`, `apartment #4` as `APT 4`; `4B` alone as `# 4B`: the word is unknown (docs/design.md 8.2). */
const unitOf = (text: string): string => {
  const bare = plain(text);
  const parts = bare.split(' ');
  if (UNIT_WORDS[parts[0] ?? '']) {
    return parts
      .filter((part) => part !== '#')
      .map((part) => UNIT_WORDS[part] ?? part)
      .join(' ');
  }
  return bare === '' || /^#|^\D*\s|^[^\d]{5,}$/.test(bare) ? bare : `# ${bare}`;
};

/**
 * Where a letter goes, line by line as USPS Publication 28 wants it: recipient, attention or company, street with its
 * unit at the end, city with state and ZIP. Written capitals only: nothing is looked up or corrected.
 * @param name the recipient.
 */
export const addressLines = (name: string, { street, unit, city, state, zipCode }: Address): string[] => {
  const streets = street
    .split(/[\r\n]+/)
    .map(plain)
    .filter(Boolean);
  const last = streets.pop() ?? '';
  const place = [plain(city), plain(state)].filter(Boolean).join(' ');
  return [
    plain(name),
    ...streets,
    [last, unitOf(unit)].filter(Boolean).join(' '),
    [place, zipCode.trim().toUpperCase()].filter(Boolean).join('  '),
  ].filter(Boolean);
};

/** The return address as lines: by its line breaks, else street and city apart. It is printed as it was typed. */
export const returnLines = (name: string, address: string): string[] => {
  const text = address.trim();
  const [, street = '', city = ''] = /^(.+?),\s*([^,]+,\s*[A-Za-z]{2}\.?\s+\d{5}(?:-\d{4})?)$/.exec(text) ?? [];
  const lines = city ? [...street.split(/,\s*/), city] : text.split(/[\r\n]+|,\s*/);
  return [name, ...lines].map((line) => line.trim()).filter(Boolean);
};
