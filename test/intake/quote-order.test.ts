import { expect, test } from '@jest/globals';
import { lineWarnings } from '../../src/domain/address/check';
import { quoteOrder } from '../../src/intake/quote-order';
import { readConfig } from '../../src/workbook/config';
import { SAMPLE_EVENT } from '../../src/workbook/events';
import { freshView } from '../workbook/places';
import { PAULS_POST } from './bodies';

const settings = [{ Setting: 'Shipping fee', Value: '5.50' }];
const config = readConfig(freshView({ events: [SAMPLE_EVENT], settings }), undefined);

test('a quote has the price of each line, the savings from offers, the fee and the total', () => {
  expect(quoteOrder(PAULS_POST, config, lineWarnings)).toEqual({
    ok: true,
    subtotal: '40.00',
    discount: '4.00',
    shippingFee: '5.50',
    total: '45.50',
    lines: [
      { photoNumber: '1234', size: '4x6', quantity: 3, unitPrice: '8.00' },
      { photoNumber: '1235', size: '8x10', quantity: 1, unitPrice: '20.00' },
    ],
    warnings: [],
  });
});

test('a quote warns about an address before anything is ordered', () => {
  const quote = quoteOrder({ ...PAULS_POST, zipCode: '10001' }, config, lineWarnings);
  expect(quote).toMatchObject({ ok: true, warnings: ['The ZIP code 10001 is in NY, but the state is FL.'] });
});

test('whatever would be rejected as an order is rejected as a quote, with all reasons', () => {
  const quote = quoteOrder({ ...PAULS_POST, email: 'paul', items: [] }, config, lineWarnings);
  expect(quote).toMatchObject({
    ok: false,
    code: 'VALIDATION_FAILED',
    details: [{ field: 'email' }, { field: 'items' }],
  });
});
