import { afterEach, expect, test } from '@jest/globals';
import { addressLines } from '../../src/domain/address/lines';
import { csvOf } from '../../src/domain/csv';
import { closeOffices } from '../support/office';
import { openShop, PAUL } from '../support/shop';

afterEach(closeOffices);

test('address lines stay as sent in the sheet, the API, the email, CSV files and on paper', async () => {
  const shop = await openShop();
  const street = 'Attn: Photo Desk\r\n123 Main St';
  await shop.post({ ...PAUL, orderId: 'web-1', street, apartment: 'Suite 4\u2028Floor 2' });
  const cell = 'Attn: Photo Desk\n123 Main St, Suite 4\nFloor 2';
  expect(shop.rows('Orders')[0]?.['Shipping Address']).toBe(cell);
  expect((await shop.get('route=order&id=web-1')).order).toMatchObject({ shippingAddress: cell });
  const block = ['Paul Smith', 'Attn: Photo Desk', '123 Main St, Suite 4, Floor 2', 'Orlando, FL 32801'];
  expect(shop.emails()[0]?.text).toContain(block.join('\n'));
  expect(shop.emails()[0]?.html).toContain(block.join('<br>'));
  expect(csvOf([['Street'], [cell]])).toContain(`"${cell}"`);
  const address = {
    street: 'Attn: Photo Desk\n123 Main St',
    unit: 'Suite 4\nFloor 2',
    city: 'Orlando',
    state: 'FL',
    zipCode: '32801',
  };
  expect(addressLines('Paul Smith', address)).toEqual([
    'PAUL SMITH',
    'ATTN PHOTO DESK',
    '123 MAIN ST STE 4 FL 2',
    'ORLANDO FL  32801',
  ]);
});
