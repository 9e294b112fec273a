import { openOldSheet } from '../../set-up/old-sheet';
import type { OfficeChoices } from '../../support/office';
import { type Shop, shopOn } from '../../support/shop';

const HEADERS = [
  ...['Order ID', 'Order Number', 'Customer Name', 'Email', 'Phone', 'Fulfillment Type', 'Shipping Address', 'Items'],
  ...['Subtotal', 'Shipping Fee', 'Total', 'Status', 'Created At', 'City', 'State', 'ZIP Code', 'Shipping Status'],
  'Feedback',
];

/** A sheet with `count` orders, every n-th of them unpaid, imported at set-up. */
export const openOrders = async (count: number, unpaidEvery: number, choices: OfficeChoices = {}): Promise<Shop> => {
  const rows = Array.from({ length: count }, (_, index) => {
    const status = (index + 1) % unpaidEvery === 0 ? 'pending' : 'paid';
    const customer = [`Customer ${index + 1}`, `customer${index + 1}@example.com`, ''];
    const place = ['Orlando', 'FL', '32801', 'to ship', ''];
    const money = [8, 0, 8, status, '2026-10-01 10:00'];
    return [
      `o-${index + 1}`,
      `CPS-${String(index + 1).padStart(4, '0')}`,
      ...customer,
      'ship',
      '1 Main St',
      '1234 4x6 x1',
      ...money,
      ...place,
    ];
  });
  const office = await openOldSheet([HEADERS, ...rows], choices);
  office.world.switches.account = 'workspace';
  await office.call('App.setUp');
  return shopOn(office);
};
