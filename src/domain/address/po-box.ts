/** Every way to write a box of a post office, in a plain line (Publication 28, 283): `PO BOX`, `POB 7`, `PO DRAWER`. */
const BOX = /\b(?:P ?O ?BOX|P ?O DRAWER|POB(?= #? ?\d)|POST OFFICE (?:BOX|DRAWER))\b(?: #)?/;

/** Whether a plain line names a box of a post office, where no other carrier goes. */
export const hasPoBox = (plain: string): boolean => BOX.test(plain);

/** A plain line with its box as USPS writes it, `PO BOX 77` (Publication 28, 281). */
export const withPoBox = (plain: string): string => plain.replace(BOX, 'PO BOX');
