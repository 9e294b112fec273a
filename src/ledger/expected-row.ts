import { totalInContentKey } from '../workbook/content-key';
import type { KnownOrder } from './known-order';

const tidy = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

/** The cells that the details of an order tell to the letter (content-key.ts); none where someone wrote over them. */
const detailCells = (details: string): Record<string, string> => {
  try {
    const [number, name, email, phone, fulfillment, ...more] = JSON.parse(details) as string[];
    const [subtotal, fee] = more.slice(-2);
    const [street, city, state, zip] = more.length > 2 ? more : [];
    const cells = {
      'Order Number': number,
      'Customer Name': name,
      Email: email,
      Phone: phone,
      'Fulfillment Type': fulfillment,
      'Shipping Address': street,
      City: city,
      State: state,
      'ZIP Code': zip,
      Subtotal: subtotal,
      'Shipping Fee': fee,
    };
    return Object.fromEntries(Object.entries(cells).map(([header, text]) => [header, String(text ?? '')]));
  } catch {
    return {};
  }
};

/** Items and total as the content key has them; nothing where it doesn't fit the details. */
const contentCells = (contentKey: string, cells: Readonly<Record<string, string>>): Record<string, string> => {
  const before = `${tidy(cells['Customer Name'] ?? '')} | ${tidy(cells.Email ?? '')} | `;
  const total = totalInContentKey(contentKey);
  if (!contentKey.startsWith(before)) return { Total: total };
  return { Items: contentKey.slice(before.length, contentKey.length - total.length - 3), Total: total };
};

/** The cells of an order's row that its number, details and content key tell, by header: amounts as `24.00`, items in small letters. */
export const expectedCells = ({ id, number, details, contentKey }: KnownOrder): Readonly<Record<string, string>> => {
  const cells = detailCells(details);
  return { ...cells, ...contentCells(contentKey, cells), 'Order ID': id, 'Order Number': number };
};

/**
 * What the row of an order holds as far as the Ledger's index tells, by header: amounts as `24.00`, items in small letters,
 * `Created At` in ISO 8601. Feedback isn't in it.
 */
export const expectedRow = (
  entry: KnownOrder & { readonly status: string; readonly shipping: string; readonly acceptedAt: string },
): Readonly<Record<string, string>> => ({
  ...expectedCells(entry),
  Status: entry.status,
  'Shipping Status': entry.shipping,
  'Created At': entry.acceptedAt,
});
