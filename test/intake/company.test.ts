import { afterAll, expect, test } from '@jest/globals';
import { addressLines } from '../../src/domain/address/lines';
import { ledgerEntry } from '../../src/workbook/ledger-row';
import { closeOffices } from '../support/office';
import { openShop, PAUL, type Shop } from '../support/shop';

afterAll(closeOffices);

const entryOf = (shop: Shop, id: string) => {
  const row = shop.rows('Ledger').find((each) => each['Order ID'] === id);
  if (!row) throw new Error(`the Ledger has no order ${id}`);
  return ledgerEntry(row as never);
};
const printed = (shop: Shop, id: string) => {
  const { customer, address } = entryOf(shop, id).order;
  return addressLines(customer.name, address);
};

test('a company is accepted in either form, stored with the order, shown in its row and printed above the street', async () => {
  const shop = await openShop();
  expect(await shop.post({ ...PAUL, orderId: 'o1', company: ' Bright Ideas ' })).toMatchObject({ ok: true });
  const nested = {
    orderId: 'o2',
    customerInfo: { name: 'Paul Smith', email: 'p@example.com' },
    shippingAddress: { company: 'Coca-Cola Co.', line1: '1 Main St', city: 'Orlando', state: 'FL', zip: '32801' },
    items: PAUL.items,
  };
  const answer = await shop.post(nested);
  expect(answer.warnings).toBeUndefined();
  expect(entryOf(shop, 'o1').order.address).toEqual({
    company: 'Bright Ideas',
    street: '123 Main St',
    unit: 'Apt 4',
    city: 'Orlando',
    state: 'FL',
    zipCode: '32801',
  });
  expect(printed(shop, 'o1')).toEqual(['PAUL SMITH', 'BRIGHT IDEAS', '123 MAIN ST APT 4', 'ORLANDO FL  32801']);
  expect(printed(shop, 'o2')[1]).toBe('COCA-COLA CO');
  expect(shop.rows('Orders').map((row) => row['Shipping Address'])).toContain('Bright Ideas, 123 Main St, Apt 4');
  expect(await shop.post({ ...PAUL, orderId: 'o1', company: ' Bright Ideas ' })).toMatchObject({ duplicate: true });
  expect(await shop.post({ ...PAUL, orderId: 'o1', company: 'Other' })).toMatchObject({ code: 'ORDER_CONFLICT' });
  const tooLong = await shop.post({ ...PAUL, route: 'orders/quote', company: 'x'.repeat(101) });
  expect(tooLong.details).toEqual([expect.objectContaining({ field: 'company' })]);
  expect(await shop.post({ ...PAUL, route: 'orders/quote', company: 'Turf Team' })).toMatchObject({ ok: true });
});

test('correcting the street in the sheet keeps the company in front of it, or removes it', async () => {
  const shop = await openShop();
  await shop.post({ ...PAUL, orderId: 'o1', company: 'Bright Ideas' });
  await shop.type('G2', 'Bright Ideas, 125 Main St, Apt 4');
  expect(printed(shop, 'o1')).toEqual(['PAUL SMITH', 'BRIGHT IDEAS', '125 MAIN ST APT 4', 'ORLANDO FL  32801']);
  expect(entryOf(shop, 'o1').order.address.company).toBe('Bright Ideas');
  await shop.type('G2', '125 Main St');
  expect(entryOf(shop, 'o1').order.address).toEqual({
    street: '125 Main St',
    unit: '',
    city: 'Orlando',
    state: 'FL',
    zipCode: '32801',
  });
  expect(entryOf(shop, 'o1').flag).toBe('');
});

test.each([
  [{ apartment: '407-555-0134' }, '"407-555-0134" looks like a phone number and isn\'t printed in the address.'],
  [{ apartment: 'Gate code 1234*' }, '"Gate code 1234*" looks like a note and isn\'t printed in the address.'],
  [
    { apartment: 'PO Box 7' },
    'There are two delivery addresses, "123 Main St" and "PO Box 7". USPS delivers to the second one.',
  ],
  [
    { street: '123 Main St Apt 9', apartment: 'Apt 4' },
    'The street includes APT 9, and the apartment is APT 4. Both are printed.',
  ],
])('the uncertain part of an address %j causes a warning for an order and a quote', async (typed, warning) => {
  const shop = await openShop();
  const quote = await shop.post({ ...PAUL, ...typed, route: 'orders/quote' });
  expect(quote.warnings).toContain(warning);
  const order = await shop.post({ ...PAUL, ...typed, orderId: 'o1' });
  expect(order.warnings).toEqual(quote.warnings);
  expect(Object.values(shop.notes('Orders')).join('\n')).toContain(warning);
});
