import { expect, test } from '@jest/globals';
import type { Order } from '../../src/domain/order';
import { addressColumns } from '../../src/reports/address-columns';

const columns = (more: Partial<Order['address']>) =>
  addressColumns({
    customer: { name: 'Paul Smith', email: '', phone: '' },
    address: { street: '123 Main St', unit: '', city: 'Orlando', state: 'FL', zipCode: '32801', ...more },
  } as Order);

test.each([
  [{}, '', '123 Main St'],
  [{ unit: 'Apt 4' }, '', '123 Main St, Apt 4'],
  [{ company: 'Turf Team', unit: 'Apt 4' }, 'Turf Team', '123 Main St, APT 4'],
  [{ unit: 'c/o Ann Lee' }, 'c/o Ann Lee', '123 Main St'],
  [{ street: 'Urb Royal Oak\n123 Calle 1', unit: 'Apt 4' }, 'Urb Royal Oak', '123 Calle 1, APT 4'],
  [{ unit: 'leave at door' }, '', '123 Main St'],
  [{ street: '', city: '', state: '', zipCode: '' }, '', ''],
])('in a file of orders the address %j has the company %j and the street %j', (more, company, street) => {
  expect(columns(more)).toEqual({ company, street });
});
