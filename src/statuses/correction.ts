import * as v from 'valibot';
import { FIELD_RULES, type RuledField } from '../core/fields';
import { addressProblems } from '../domain/address/place';
import type { Address } from '../domain/order';
import { SHIPPING_COURSE, STATUS_FACTS } from '../domain/statuses';
import { type Cell, textOf } from '../workbook/layout';
import type { LedgerEntry } from '../workbook/ledger-row';
import { streetLines } from '../workbook/orders-row';
import type { CustomerColumn } from './row-check';

const FIELD_OF: Readonly<Record<CustomerColumn, RuledField>> = {
  'Customer Name': 'customerName',
  Email: 'email',
  Phone: 'phone',
  'Fulfillment Type': 'fulfillmentType',
  'Shipping Address': 'street',
  City: 'city',
  State: 'state',
  'ZIP Code': 'zipCode',
};

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

/** A corrected entry, or the column that cannot be taken over and why. */
export type Correction = { readonly entry: LedgerEntry } | { readonly header: CustomerColumn; readonly fault: string };

/**
 * Takes edited customer data over, checked as at intake. What was charged stays as it was.
 * @param headers the customer columns in which the row differs.
 */
export const correction = (
  entry: LedgerEntry,
  row: Readonly<Record<string, Cell>>,
  headers: readonly CustomerColumn[],
): Correction => {
  const texts: Partial<Record<CustomerColumn, string>> = {};
  for (const header of headers) {
    const result = v.safeParse(FIELD_RULES[FIELD_OF[header]], textOf(row[header]));
    if (!result.success)
      return { header, fault: `${header} ${result.issues[0].message}. The program keeps what it had.` };
    texts[header] = result.output;
  }
  const { order } = entry;
  const fulfillment =
    texts['Fulfillment Type'] === undefined
      ? order.fulfillment
      : texts['Fulfillment Type'] === 'pickup'
        ? 'pickup'
        : 'ship';
  const isRerouted = fulfillment !== order.fulfillment;
  const typed = (header: CustomerColumn, kept: string): string =>
    headers.includes(header) || isRerouted ? textOf(row[header]) : kept;
  const street = typed('Shipping Address', streetLines(order.address));
  const address: Address =
    fulfillment === 'pickup'
      ? order.address
      : {
          ...(street === streetLines(order.address) ? order.address : addressTyped(street, order.address)),
          city: typed('City', order.address.city),
          state: typed('State', order.address.state).toUpperCase(),
          zipCode: typed('ZIP Code', order.address.zipCode),
        };
  const [problem] = fulfillment === 'ship' ? addressProblems(address) : [];
  if (problem) return { header: COLUMN_OF[problem.field], fault: `${COLUMN_OF[problem.field]} ${problem.message}.` };
  if (isRerouted && STATUS_FACTS[entry.status].next.length === 0) {
    return {
      header: 'Fulfillment Type',
      fault: `The order is ${entry.status}: how it reached the customer cannot change any more.`,
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
