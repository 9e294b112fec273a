/**
 * The names of states and territories with a two-letter code (Publication 28, appendix B), and the traditional
 * abbreviations from before 1963 (GPO Style Manual, 9.13) that newspapers still use. Lower case only, without spaces,
 * dots and accents.
 */
const NAMES =
  'AL alabama ala|AK alaska|AZ arizona ariz|AR arkansas ark|CA california calif cal|CO colorado colo|CT connecticut conn|' +
  'DE delaware del|FL florida fla|GA georgia|HI hawaii|ID idaho|IL illinois ill ills|IN indiana ind|IA iowa|' +
  'KS kansas kans kan|KY kentucky|LA louisiana|ME maine|MD maryland|MA massachusetts mass|MI michigan mich|' +
  'MN minnesota minn|MS mississippi miss|MO missouri|MT montana mont|NE nebraska nebr neb|NV nevada nev|' +
  'NH newhampshire|NJ newjersey|NM newmexico nmex|NY newyork|NC northcarolina ncar|ND northdakota ndak|OH ohio|' +
  'OK oklahoma okla|OR oregon oreg ore|PA pennsylvania penn penna|RI rhodeisland|SC southcarolina scar|' +
  'SD southdakota sdak|TN tennessee tenn|TX texas tex|UT utah|VT vermont|VA virginia|WA washington wash|' +
  'WV westvirginia wva|WI wisconsin wis wisc|WY wyoming wyo|DC districtofcolumbia washingtondc|AS americansamoa|' +
  'GU guam|MP northernmarianaislands northernmarianas cnmi|PR puertorico|' +
  'VI virginislands usvirginislands usvi unitedstatesvirginislands|FM micronesia federatedstatesofmicronesia|' +
  'MH marshallislands|PW palau|AA armedforcesamericas|AE armedforceseurope armedforcesafrica armedforcescanada ' +
  'armedforcesmiddleeast|AP armedforcespacific';

/** Codes by code and by name, in lower case. */
export const CODES: ReadonlyMap<string, string> = new Map(
  NAMES.split('|').flatMap((row) => {
    const [code = '', ...names] = row.split(' ');
    return [code.toLowerCase(), ...names].map((name) => [name, code] as const);
  }),
);

const COUNTRY = new Set(['us', 'usa', 'unitedstates', 'unitedstatesofamerica']);

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*(?:the\s+)?(?:state|commonwealth)\s+of\s+|\s+state\s*$/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The code of a state by code or name, in any capitals: `FL`, `Florida`, `Fla.`, `D.C.`, `US-FL` (ISO 3166-2),
 * `Florida (FL)`. Null when it is none, or names two.
 */
export const stateCode = (text: string): string | null => {
  const whole = CODES.get(letters(text));
  if (whole) return whole;
  const parts = text
    .split(/[-–—,()/|:]+/)
    .map(letters)
    .filter((part) => part !== '' && !COUNTRY.has(part));
  const [code, ...others] = new Set(parts.map((part) => CODES.get(part) ?? null));
  return code && others.length === 0 ? code : null;
};
