import type { FieldProblem } from '../../core/refusal';
import { parseAmount } from '../../domain/money';
import type { RowChange } from '../../rpc/save-tab';
import { type Cell, type Row, textOf } from '../../workbook/layout';
import { readPriceList } from '../../workbook/price-list';
import type { TabRows } from '../../workbook/view';

/** A quantity for a price, as typed. */
export interface TypedOffer {
  readonly quantity: string;
  readonly price: string;
}

/** One size with its price and offers, as typed. */
export interface TypedSize {
  readonly size: string;
  readonly price: string;
  readonly offers: readonly TypedOffer[];
}

/** One size as it is in the Price List. */
export interface SizeForm extends TypedSize {
  /** Its rows; the first has the price. */
  readonly rows: readonly number[];
  /** What isn't valid, a sentence each. */
  readonly errors: readonly string[];
}

const HEADERS = ['Size', 'Price', 'Offer Quantity', 'Offer Price'] as const;

/** Numbers as people type them: `20`, `8.50`. */
const amountText = (cell: Cell | undefined): string =>
  typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(2) : textOf(cell);

/** The lines of the Price List by size, in order; invalid values are shown as typed, with an explanation. */
export const sizeForms = (rows: TabRows): SizeForm[] => {
  const { errors } = readPriceList(rows);
  const forms: { size: string; price: string; offers: TypedOffer[]; rows: number[] }[] = [];
  rows.forEach((row, index) => {
    if (HEADERS.every((header) => textOf(row[header]) === '')) return;
    const size = textOf(row.Size);
    const price = amountText(row.Price);
    const known = forms.find((form) => size !== '' && form.size.toLowerCase() === size.toLowerCase());
    const form = known && price === '' ? known : { size, price, offers: [], rows: [] };
    if (form !== known) forms.push(form);
    form.rows.push(index + 2);
    const offer = { quantity: textOf(row['Offer Quantity']), price: amountText(row['Offer Price']) };
    if (offer.quantity !== '' || offer.price !== '') form.offers.push(offer);
  });
  return forms.map((form) => ({
    ...form,
    errors: errors.flatMap(({ row, message }) => (form.rows.includes(row) ? [message] : [])),
  }));
};

const amountCell = (typed: string): Cell => {
  const amount = parseAmount(typed);
  return amount === null ? typed.trim() : amount / 100;
};

const quantityCell = (typed: string): Cell => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed.trim());

const isBlank = ({ quantity, price }: TypedOffer): boolean => quantity.trim() === '' && price.trim() === '';

/** The rows of a size: the first with its price and first offer, one more for each further offer. */
const rowsOf = ({ size, price, offers }: TypedSize): Row[] => {
  const cells = offers
    .filter((offer) => !isBlank(offer))
    .map((offer) => ({ 'Offer Quantity': quantityCell(offer.quantity), 'Offer Price': amountCell(offer.price) }));
  const [first = { 'Offer Quantity': '', 'Offer Price': '' }, ...more] = cells;
  return [
    { Size: size.trim(), Price: amountCell(price), ...first },
    ...more.map((offer) => ({ Size: size.trim(), Price: '', ...offer })),
  ];
};

const MOST_SIZES = 50;

/**
 * What is wrong with a size, by the intake's own rules: each with its field (`size`, `price`,
 * `offers[0].quantity`).
 * @param others the other sizes on the list.
 */
export const sizeProblems = (typed: TypedSize, others: readonly SizeForm[]): FieldProblem[] => {
  const places = typed.offers.flatMap((offer, index) => (isBlank(offer) ? [] : [index]));
  const problems = readPriceList(rowsOf(typed)).errors.map(({ row, header, message }): FieldProblem => {
    const column = { Size: 'size', Price: 'price' }[header];
    const offer = `offers[${places[row - 2] ?? 0}].${header === 'Offer Price' ? 'price' : 'quantity'}`;
    return { field: column ?? offer, message };
  });
  const size = typed.size.trim().toLowerCase();
  if (size === '')
    return [{ field: 'size', message: 'Enter the size as the ordering platform calls it, such as 4x6.' }];
  if (others.some((other) => other.size.toLowerCase() === size))
    problems.push({ field: 'size', message: `"${typed.size.trim()}" is already on the list.` });
  if (others.length >= MOST_SIZES)
    problems.push({ field: 'size', message: `The list can have up to ${MOST_SIZES} sizes.` });
  return problems;
};

const BLANK: Row = Object.fromEntries(HEADERS.map((header) => [header, '']));

/**
 * The changes that make the list match what was typed. Rows that are no longer needed are cleared, not deleted, as they
 * may have data in staff's own columns.
 * @param rows the current rows of the size; none for a new one.
 * @param typed null takes the size off the list.
 * @param next the row for a new size.
 */
export const sizeChanges = (rows: readonly number[], typed: TypedSize | null, next: number): RowChange[] => {
  const wanted = typed ? rowsOf(typed) : [];
  const after = (rows[rows.length - 1] ?? next - 1) + 1;
  return [
    ...rows.map((at, index): RowChange => ({ change: 'update', at, row: wanted[index] ?? BLANK })),
    ...wanted.slice(rows.length).map((row, index): RowChange => ({ change: 'insert', at: after + index, row })),
  ];
};
