import type { LabeledLine } from './public-lines';

/** Words of Publication 28, appendix C2, with how people write them: written apart from the program's own table. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  APARTMENT: 'APT',
  BASEMENT: 'BSMT',
  BLD: 'BLDG',
  BLG: 'BLDG',
  BUILDING: 'BLDG',
  DEPARTMENT: 'DEPT',
  FLOOR: 'FL',
  FLR: 'FL',
  FRONT: 'FRNT',
  LOBBY: 'LBBY',
  LOWER: 'LOWR',
  OFFICE: 'OFC',
  ROOM: 'RM',
  SPACE: 'SPC',
  SUITE: 'STE',
  TRAILER: 'TRLR',
  UPPER: 'UPPR',
};
const DESIGNATORS = new Set([...Object.values(UNIT_WORDS), 'HNGR', 'KEY', 'LOT', 'PH', 'PIER', 'REAR', 'UNIT', '#']);
const NTH = ['ZEROTH', 'FIRST', 'SECOND', 'THIRD', 'FOURTH', 'FIFTH'];

/** A text in the words that an address may be printed in, so that two spellings of one thing are equal. */
const wordsOf = (text: string): string[] =>
  text
    .toUpperCase()
    .replace(/½/g, ' 1/2')
    .replace(/['’.]/g, '')
    .replace(/[-/,;:()[\]<>]/g, ' ')
    .replace(/#/g, ' # ')
    .replace(/\b(SUITE|STE|UNIT|APT|RR)(?=\d)/g, '$1 ')
    .replace(/\b(?:P ?O ?BO?X|POB(?= \d)|POST OFFICE BOX)\b/g, 'PO BOX')
    .replace(/^ *(?:(?:HC|STAR|HWY CONTRACT|HIGHWAY CONTRACT) (?:ROUTE|RTE|R)|HCR)\b/, 'HC')
    .replace(/^ *(?:RURAL ROUTE|RFD|RT)\b(?=.* BOX )/, 'RR')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => UNIT_WORDS[word] ?? word)
    .join(' ')
    .replace(/\b(\d+)(?:ST|ND|RD|TH) FL\b/g, 'FL $1')
    .replace(new RegExp(`\\b(${NTH.join('|')}) FL\\b`, 'g'), (_, word: string) => `FL ${NTH.indexOf(word)}`)
    .replace(/\b(\d+) FL$/, 'FL $1')
    .replace(/(?<=\S )NO (?=\d|L\d)/g, '')
    .split(' ')
    .filter((word) => word !== '#' && word !== '');

/** Where some words begin among others, one after the other; -1 when they are not there. */
const placeOf = (some: readonly string[], all: readonly string[]): number =>
  all.findIndex((_, at) => some.every((word, index) => all[at + index] === word));

/**
 * What is wrong with an address on paper, between the recipient and the city: every word is there once, the street is one
 * run of words on the line above the city, and behind it come the parts of a building that USPS has a word for.
 */
export const wrongWith = (line: LabeledLine, printed: readonly string[]): string[] => {
  const delivery = wordsOf(printed[printed.length - 1] ?? '');
  const all = printed.flatMap(wordsOf);
  const wanted = wordsOf(line.whole).length === all.length ? [...wordsOf(line.whole)] : [];
  const parts = [line.street, line.building, ...line.units].flatMap(wordsOf);
  const sorted = (words: readonly string[]): string => [...words].sort().join(' ');
  const faults: string[] = [];
  if (sorted(all) !== sorted(parts) && sorted(all) !== sorted(wanted)) faults.push('words are lost or made up');
  const street = wordsOf(line.street);
  const at = placeOf(street, delivery);
  if (at < 0) return [...faults, 'the street is not on the line above the city'];
  // A floor beside the name of its building stays with it, in front of the street.
  const isInFront = line.building !== '' && /^[[<]/.test(line.form);
  for (const unit of isInFront ? [] : line.units.map(wordsOf)) {
    const isKnown = DESIGNATORS.has(unit[0] ?? '') && unit.length > 1;
    if (isKnown && placeOf(unit, delivery) < at + street.length)
      faults.push(`${unit.join(' ')} is not behind the street`);
  }
  return faults;
};
