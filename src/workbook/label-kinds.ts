/** What labels are printed on: two sheets of Avery's, by the number of the first one of each family, and a roll. */
export type LabelKind = '5160' | '5163' | '4x6';

/**
 * The numbers under which Avery sells sheets of one geometry (gLabels' list of templates): what an office has in the drawer
 * is seldom the first of them.
 */
const AVERY: readonly (readonly [LabelKind, string])[] = [
  [
    '5160',
    '5160 8160 5260 15160 18160 8460 5510 5520 5560 5810 5920 5960 5970 5971 5972 5979 5980 6231 6233 6245 6460 6498 8250 ' +
      '8560 8620 8660 8810 8920 8930 18660 25160',
  ],
  ['5163', '5163 8163 5263 15163 18163 8463 5513 5523 5795 5923 5963 5978 8253 8663 8763 8923 18663'],
];

/** The labels that someone means: `8160`, `Avery 5263`, `4 x 6`, `thermal`. Undefined when nobody can tell. */
export const labelKindOf = (text: string): LabelKind | undefined => {
  const typed = text.trim().toLowerCase();
  if (/^4\s*(?:x|×|by)\s*6\b|^thermal\b/.test(typed)) return '4x6';
  const [, number = ''] = /^(?:avery\s*)?(\d{4,5})\b/.exec(typed) ?? [];
  return AVERY.find(([, numbers]) => number !== '' && numbers.split(' ').includes(number))?.[0];
};
