import type { Office } from 'local-apps-script';
import { type OfficeChoices, openOffice } from '../support/office';

/** Acts on the spreadsheet as its owner, without the product. */
export const asOwner = (office: Office, operation: string, ...args: (string | number | null)[]) =>
  office.world.perform(operation, [office.bound, ...args], {
    effectiveUser: 'operator@cps-photos.example',
    activeUser: 'operator@cps-photos.example',
    execution: 'host',
    bound: office.bound,
  });

/** A spreadsheet with an Orders tab that people have kept by hand: header row first. */
export const openOldSheet = async (
  rows: readonly (readonly (string | number)[])[],
  choices: OfficeChoices = {},
): Promise<Office> => {
  const office = openOffice(choices);
  asOwner(office, 'Spreadsheet.insertSheet', 'Orders', null, null);
  await office.edit({ sheet: 'Orders', range: 'A1', values: rows.map((row) => [...row]) });
  return office;
};

/** Headers in an order of their own; Email is called otherwise and Feedback is missing; `Notes` is people's own. */
export const OLD_HEADERS = [
  'Status',
  'Order Number',
  'Customer Name',
  'Kontakt',
  'Notes',
  'Items',
  'Total',
  'Subtotal',
  'Shipping Fee',
  'Phone',
  'Fulfillment Type',
  'Shipping Address',
  'City',
  'State',
  'ZIP Code',
  'Shipping Status',
  'Created At',
  'Order ID',
];

/** The n-th order of an old sheet, from 1. */
export const oldRow = (n: number): (string | number)[] => [
  ['pending', 'paid', 'shipped', 'void'][n % 4] ?? '',
  `CPS-${String(n).padStart(4, '0')}`,
  `Customer ${n}`,
  `customer${n}@example.com`,
  n % 7 === 0 ? 'called twice' : '',
  '1234 4x6 x1',
  8,
  8,
  0,
  '',
  'ship',
  '1 Main St',
  'Orlando',
  'FL',
  '32801',
  ['to ship', 'to ship', 'shipped', ''][n % 4] ?? '',
  '2026-03-01 10:00',
  `old-${n}`,
];
