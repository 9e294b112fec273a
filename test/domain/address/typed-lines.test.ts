import { expect, test } from '@jest/globals';
import { typedLines } from '../../../src/domain/address/typed-lines';

const ADDRESS = { street: '123 Main St', unit: '', city: 'Orlando', state: 'FL', zipCode: '32801-1234' };

test.each([
  [{}, ['123 Main St']],
  [{ unit: 'Apt 4' }, ['123 Main St, Apt 4']],
  [{ company: 'Coca-Cola Co.' }, ['Coca-Cola Co.', '123 Main St']],
  [{ street: 'Urb Royal Oak\r\n123 Calle 1\n', unit: 'Apt 4' }, ['Urb Royal Oak', '123 Calle 1, Apt 4']],
])('an address %j is shown as typed, line by line, city, state and ZIP last', (more, lines) => {
  expect(typedLines({ ...ADDRESS, ...more })).toEqual([...lines, 'Orlando, FL 32801-1234']);
});

test('an order without an address has no lines', () => {
  expect(typedLines({ street: '', unit: '', city: '', state: '', zipCode: '' })).toEqual([]);
});
