/** Tables of words in addresses, in capitals without punctuation. */

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('|').flatMap((row) => {
      const [written = '', ...others] = row.trim().split(' ');
      return [written, ...others].map((word) => [word, written] as const);
    }),
  );

/** Parts of a building in USPS form (Publication 28, appendix C2), with their common spellings. */
export const UNIT_WORDS = table(
  'APT APARTMENT APARTMENTS APPT APTMT APTO APARTAMENTO|BSMT BASEMENT|BLDG BUILDING BLD BLG EDIF EDIFICIO|DEPT DEPARTMENT|' +
    'FL FLOOR FLR PISO|FRNT FRONT|HNGR HANGAR HANGER|KEY|LBBY LOBBY|LOT LOTE|LOWR LOWER|OFC OFFICE OFICINA|PH PENTHOUSE|' +
    'PIER|REAR|RM ROOM|SIDE|SLIP|SPC SPACE|STOP|STE SUITE|TRLR TRAILER|UNIT|UPPR UPPER',
);

/** Parts of a building that don't need a number (the ones with an asterisk in appendix C2). */
export const UNITS_ALONE: ReadonlySet<string> = new Set('BSMT FRNT LBBY LOWR OFC PH REAR SIDE UPPR'.split(' '));

/** Words that no list of USPS has, of places within a house: what has one stays at the end of the street. */
export const PLACES_INSIDE =
  /\b(?:UPSTAIRS|DOWNSTAIRS|STAIRS?|HOUSE|GUESTHOUSE|COTTAGE|GARAGE|LOFT|STUDIO|LEVEL|ENTRANCE|WING|DOOR|SIDE|MEZZANINE|GROUND|GARDEN|DUPLEX|ANNEX|PMB)\b/;

export const ORDINALS: readonly string[] =
  'ZEROTH FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH'.split(' ');

/** The usual last words of a street (Publication 28, appendix C1), and the first ones in Puerto Rico (appendix H). */
export const STREET_TYPES =
  /\b(?:STREET|ST|AVENUE|AVE|AV|ROAD|RD|DRIVE|DR|LANE|LN|BOULEVARD|BLVD|COURT|CT|PLACE|PL|WAY|CIRCLE|CIR|TERRACE|TER|PARKWAY|PKWY|HIGHWAY|HWY|TRAIL|TRL|LOOP|PIKE|ROUTE|RTE|RUN|PATH|ROW|COVE|CV|CROSSING|XING|SQUARE|SQ|PLAZA|PLZ|BROADWAY|CALLE|AVENIDA|CARR|PASEO|CAMINO)\b/;

/** Words that make a line a business. `CO` counts only at the end or before INC; otherwise it may be Colorado. */
export const COMPANY_WORDS =
  /\b(?:INC|LLC|LLP|PLLC|LTD|CORP|CORPORATION|COMPANY|CO(?= INC|$)|STUDIOS|SCHOOL|ACADEMY|UNIVERSITY|COLLEGE|CHURCH|TEMPLE|HOSPITAL|CLINIC|BANK|HOTEL|INN|MOTEL|GYM|GYMNASTICS|CLUB|TEAM|ASSOCIATES|GROUP|FOUNDATION|INSTITUTE|ASSOCIATION|ASSN|AGENCY|SERVICES|PHOTOGRAPHY|PHOTOS|ENTERPRISES|INDUSTRIES|PARTNERS|SALON|STORE|SHOP|LIBRARY|MUSEUM|RESORT|SUITES|APARTMENTS|CENTER|CENTRE|MALL)\b/;

/** What belongs to the name before a comma. */
export const LEGAL_FORM = /^(?:INC|LLC|LLP|PLLC|LTD|LP|CORP|CO|JR|SR|II|III|IV|MD|PHD|ESQ)$/;
