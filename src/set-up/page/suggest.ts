import type { HeaderQuestion as Question } from '../header-repair';

/** Names under which people keep these columns. */
const ALSO: Readonly<Record<string, string>> = {
  'Order ID': 'id ref reference',
  'Order Number': 'order orderno number no',
  'Customer Name': 'name customer fullname client',
  Email: 'mail emailaddress contact',
  Phone: 'phonenumber tel telephone mobile cell',
  'Fulfillment Type': 'fulfillment delivery method',
  'Shipping Address': 'address street streetaddress',
  Items: 'photos prints pictures item',
  'Shipping Fee': 'shipping postage',
  Total: 'amount price sum',
  Status: 'paid payment paymentstatus orderstatus',
  'Created At': 'created date orderdate ordered timestamp',
  City: 'town',
  'ZIP Code': 'zip postalcode postcode',
  'Shipping Status': 'shipped shipment sent',
  Feedback: 'comments comment review rating',
};

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The candidate that holds what belongs under a header, or whose name sounds like it; null when none does. */
export const suggestion = ({ header, candidates, likely = null }: Question): number | null => {
  if (likely !== null) return likely;
  const names = (ALSO[header] ?? '').split(' ');
  return candidates.find(({ name }) => names.includes(plain(name)))?.column ?? null;
};
