import { plainLine } from './plain';
import { isNoUnit, isUnit } from './unit';
import { COMPANY_WORDS, PLACES_INSIDE, STREET_TYPES } from './words';

/**
 * The kind of a line other than name and city. `attention`, `company`, `care of`, `condominium` and, next to the
 * street, `urbanization` go above the street (Publication 28, 214, 33 and 292); `unit` goes after the street (213);
 * `delivery` is where the carrier goes; `note`, `phone` and `email` don't belong on an envelope; `other` is unknown.
 */
export type LineKind =
  | 'attention'
  | 'company'
  | 'care of'
  | 'condominium'
  | 'urbanization'
  | 'delivery'
  | 'unit'
  | 'note'
  | 'phone'
  | 'email'
  | 'nothing'
  | 'other';

const CARE_OF = /^(?:c\s?\/\s?o\b|c\.o\.|℅|%|(?:in )?care of\b)[.:\s]*/i;
const ATTENTION = /^(?:att(?:n|ention|'n)?|fao)\b[.:\s]+/i;
const URBANIZATION = /^urb(?:anizaci[oó]n|anization)?(?:\b[.:]?\s*)(?=\D)/i;
/** `Cond Asturias`; `Condo 5` and `Condo B` are units. */
const CONDOMINIUM = /^cond(?:o|ominio|ominium)?(?:\.\s*|\s+)(?=\p{L}{3})/iu;

/** What introduces a name: `c/o`, `Attn:`, `Urb.`, `Cond.`; in the order in which they are looked for. */
const LEADS = [
  ['care of', CARE_OF, 'C/O'],
  ['attention', ATTENTION, 'ATTN'],
  ['urbanization', URBANIZATION, 'URB'],
  ['condominium', CONDOMINIUM, 'COND'],
] as const;

/** What a line begins with, how USPS writes it, and the rest; null for a line without such a beginning. */
export const leadOf = (text: string): { kind: LineKind; written: string; rest: string } | null => {
  for (const [kind, pattern, written] of LEADS) {
    const rest = text.replace(pattern, '').trim();
    if (rest !== text.trim()) return { kind, written, rest };
  }
  return null;
};

const PHONE_WORD = /^(?:(?:cell|mobile|tele?(?:phone)?|phone|ph|call|text)\b[.:\s#]*)/i;

/** Ten digits and more, or seven with a hyphen or a word such as `Cell` in front. */
const isPhone = (text: string): boolean => {
  const number = text.replace(PHONE_WORD, '');
  if (!/^\+?[\d\s().\p{Pd}/]+(?:(?:ext?\.?|x|#)\s*\d+)?$/iu.test(number)) return false;
  const digits = number.replace(/\D/g, '').length;
  return digits >= 10 || (digits >= 7 && (number !== text || /\d{3}[-. )]\s?\d{4}$/.test(number)));
};

const EMAIL = /^(?:e-?mail\b\W*)?\S+@\S+\.\S+$/i;

/** Notes to the carrier. */
const NOTE = new RegExp(
  [
    '(?:gate|door|entry|access|lobby|key|garage|building|alarm)\\s?(?:code|pin|is|#)',
    '^code\\b\\W*[\\d*#]',
    '\\b(?:buzz(?:er)?|knock|doorbell|leave|please|pls|plz|beware|behind|opposite|near|signature required|no signature|doorman|concierge|thanks?)\\b',
    '\\bring\\b.*(?:\\bbell\\b|\\d)',
    '\\bdrop (?:it )?(?:off|at)\\b|\\bdeliver(?:y)? (?:to|at|instructions?|between|before|after)\\b',
    "\\b(?:call|text) (?:me|us|when|before|upon|on)\\b|\\bdo not\\b|\\bdon['’]?t\\b",
    '\\b(?:on|at|by|to) (?:the )?(?:porch|door|back|side|front)\\b|\\b(?:front|back|side|rear) (?:door|porch|desk|steps)\\b',
    '\\b(?:under|on|behind) (?:the |my |our )?(?:door)?mat\\b',
    '\\bacross (?:from|the)\\b|\\bnext (?:to|door)\\b|\\bdogs? (?:in|on|at|is|are)\\b',
  ].join('|'),
  'i',
);

/** Boxes, routes, ships and military posts (Publication 28, 238, 24 to 28), Wisconsin's grid (appendix D1). */
const DELIVERY_FORMS =
  /^(?:P ?O ?BOX|POB \d|POST OFFICE BOX|BOX \d|(?:RR|RURAL ROUTE|RFD|HC|HCR|(?:STAR|HWY CONTRACT|HIGHWAY CONTRACT) (?:ROUTE|RTE|RT))\b.*\d|(?:PSC|CMR|UNIT|OMC|UMR) .*\bBOX\b|USS |USNS |USCGC |GENERAL DELIVERY|[NSEW] ?\d+ ?[NSEW] ?\d+|KM \d)/;
const NUMBER_WORD = /^(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN) \p{L}/u;

/** Whether a carrier could go where a line says: a house number with a street, a box, a route. */
export const isDelivery = (text: string): boolean => {
  const plain = plainLine(text);
  if (DELIVERY_FORMS.test(plain)) return true;
  return !isUnit(text) && (/^\S*\d\S* .*\p{L}{2}/u.test(plain) || NUMBER_WORD.test(plain));
};

/** Whether a line has a street type and a number; if so, it isn't a note, no matter what the street is called. */
const isStreet = (text: string): boolean => {
  const plain = plainLine(text);
  return isDelivery(text) && /^\S*\d/.test(plain) && STREET_TYPES.test(plain);
};

/** What a line is, by its words alone; the first rule that fits counts. */
export const kindOf = (text: string): LineKind => {
  const plain = plainLine(text);
  const lead = leadOf(text);
  if (isNoUnit(text)) return 'nothing';
  if (lead) return lead.kind;
  if (isPhone(text)) return 'phone';
  if (EMAIL.test(text)) return 'email';
  if (DELIVERY_FORMS.test(plain)) return 'delivery';
  if (!isStreet(text) && NOTE.test(text)) return 'note';
  if (isUnit(text)) return 'unit';
  if (/\b(?:DEPARTMENT|DEPT)$/.test(plain)) return 'attention';
  if (isStreet(text)) return 'delivery';
  if (COMPANY_WORDS.test(plain)) return 'company';
  if (PLACES_INSIDE.test(plain) || /\d|(?:^| )\S$/.test(plain) || !plain.includes(' ')) return 'unit';
  return 'other';
};
