/** Every way to write a post office box in a plain line (Publication 28, 283): `PO BOX`, `POB 7`, `PO DRAWER`. */
const BOX = /\b(?:P ?O ?BOX|P ?O DRAWER|POB(?= #? ?\d)|POST OFFICE (?:BOX|DRAWER))\b(?: #)?/;

/** Whether a plain line is a post office box, which only USPS delivers to. */
export const hasPoBox = (plain: string): boolean => BOX.test(plain);

/** A plain line with its box as USPS writes it, `PO BOX 77` (Publication 28, 281). */
export const withPoBox = (plain: string): string => plain.replace(BOX, 'PO BOX');

const ROUTE = String.raw`(?:# ?)?(\w+) BOX (?:# ?)?(?=\S*\d)`;
/** Rural routes and highway contract routes at the start of a plain line, in their common spellings. */
const RURAL = new RegExp(`^(?:RR|R R|RFD|RURAL (?:ROUTE|RTE|RT)|RD|RT|RTE|ROUTE) ?(?:NO |NUMBER )?${ROUTE}`);
const HIGHWAY_CONTRACT = new RegExp(
  `^(?:HCR?|H C(?: R)?|HC R|(?:HC|(?:HIGHWAY|HWY) CONTRACT|STAR) (?:ROUTE|RTE|RT)) ?(?:NO |NUMBER )?${ROUTE}`,
);

/**
 * A plain line with its route as USPS writes it, `RR 2 BOX 18` and `HC 68 BOX 23A` (Publication 28, 241, 244, 251 and 254):
 * without `#`, and without the words that say what RR and HC say.
 */
export const withRoute = (plain: string): string =>
  plain.replace(HIGHWAY_CONTRACT, 'HC $1 BOX ').replace(RURAL, 'RR $1 BOX ');
