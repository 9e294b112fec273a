import { FIELD_READERS, readAddressCell } from '../core/fields';
import type { Reading } from '../core/read/reading';
import { addressProblems } from '../domain/address/place';
import type { Address } from '../domain/order';
import { SHIPPING_COURSE, STATUS_FACTS } from '../domain/statuses';
import type { Cell } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { streetLines } from '../workbook/orders-row';
import { ADDRESS_COLUMNS, type CustomerColumn } from './row-check';

/** The intake's rules: staff may type whatever the platform may send. */
const READER_OF = {
  'Customer Name': FIELD_READERS.customerName,
  Email: FIELD_READERS.email,
  Phone: FIELD_READERS.phone,
  'Fulfillment Type': FIELD_READERS.fulfillmentType,
  'Shipping Address': readAddressCell,
  City: FIELD_READERS.city,
  State: FIELD_READERS.state,
  'ZIP Code': FIELD_READERS.zipCode,
} as const satisfies Readonly<Record<CustomerColumn, (cell: Cell | undefined) => Reading<string>>>;

const COLUMN_OF: Readonly<Record<keyof Address, CustomerColumn>> = {
  company: 'Shipping Address',
  street: 'Shipping Address',
  unit: 'Shipping Address',
  city: 'City',
  state: 'State',
  zipCode: 'ZIP Code',
};

/** The edited street: the company stays a field of its own while the text still begins with it. */
const addressTyped = (text: string, { company = '' }: Address): Pick<Address, 'company' | 'street' | 'unit'> => {
  const isKept = company !== '' && text.startsWith(`${company}, `);
  return isKept ? { company, street: text.slice(company.length + 2).trim(), unit: '' } : { street: text, unit: '' };
};

const isAddressColumn = (header: CustomerColumn): boolean => ADDRESS_COLUMNS.some((column) => column === header);

/** A corrected entry, or the column that can't be accepted and why. */
export type Correction = { readonly entry: LedgerEntry } | { readonly header: CustomerColumn; readonly error: string };

/**
 * Accepts edited customer data, checked as at intake. What was charged stays the same.
 * @param headers the customer columns in which the row differs.
 */
export const correction = (
  entry: LedgerEntry,
  row: Readonly<Record<string, Cell>>,
  headers: readonly CustomerColumn[],
): Correction => {
  const { order } = entry;
  const texts: Partial<Record<CustomerColumn, string>> = {};
  const reroutes = headers.includes('Fulfillment Type');
  for (const header of reroutes ? [...new Set([...headers, ...ADDRESS_COLUMNS])] : headers) {
    if (isAddressColumn(header) && (texts['Fulfillment Type'] ?? order.fulfillment) === 'pickup') continue;
    const reading = READER_OF[header](row[header]);
    if ('problem' in reading)
      return { header, error: `${header} ${reading.problem}. The previous value stays in effect.` };
    texts[header] = reading.value;
  }
  const fulfillment =
    texts['Fulfillment Type'] === 'pickup' ? 'pickup' : texts['Fulfillment Type'] ? 'ship' : order.fulfillment;
  const isRerouted = fulfillment !== order.fulfillment;
  const street = texts['Shipping Address'] ?? streetLines(order.address);
  const address: Address =
    fulfillment === 'pickup'
      ? order.address
      : {
          ...(street === streetLines(order.address) ? order.address : addressTyped(street, order.address)),
          city: texts.City ?? order.address.city,
          state: texts.State ?? order.address.state,
          zipCode: texts['ZIP Code'] ?? order.address.zipCode,
        };
  const [problem] = fulfillment === 'ship' ? addressProblems(address) : [];
  if (problem) return { header: COLUMN_OF[problem.field], error: `${COLUMN_OF[problem.field]} ${problem.message}.` };
  if (isRerouted && STATUS_FACTS[entry.status].next.length === 0) {
    return {
      header: 'Fulfillment Type',
      error: `This order is already ${entry.status}, so its delivery method can't change.`,
    };
  }
  const customer = {
    name: texts['Customer Name'] ?? order.customer.name,
    email: texts.Email ?? order.customer.email,
    phone: texts.Phone ?? order.customer.phone,
  };
  return {
    entry: {
      ...entry,
      order: { ...order, customer, fulfillment, address },
      shipping: isRerouted ? SHIPPING_COURSE[fulfillment].start : entry.shipping,
    },
  };
};
