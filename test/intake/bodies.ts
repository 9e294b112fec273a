import type { JsonObject } from '../../src/intake/order-form';
import { validateOrder } from '../../src/intake/validate-order';
import { readEvents, SAMPLE_EVENT } from '../../src/workbook/events';
import { DEFAULT_PRICES } from '../../src/workbook/price-list';

/** A request as the ordering platform sends it. */
export const PAULS_POST = {
  customerName: 'Paul Smith',
  email: 'paul@example.com',
  phone: '407-555-0134',
  fulfillmentType: 'ship',
  street: '123 Main St',
  apartment: 'Apt 4',
  city: 'Orlando',
  state: 'FL',
  zipCode: '32801',
  eventCode: 'ASDAR26',
  items: [
    { photoNumber: '1234', qty4x6: 3, qty5x7: 0, qty8x10: 0 },
    { photoNumber: '1235', qty4x6: 0, qty5x7: 0, qty8x10: 1 },
  ],
} as const;

/** Checks a request against the prices and events of a new set-up. */
export const check = (body: JsonObject) => validateOrder(body, DEFAULT_PRICES, readEvents([SAMPLE_EVENT]));

/** The accepted order of a request. */
export const accepted = (body: JsonObject) => {
  const validation = check(body);
  if (!validation.valid) throw new Error(JSON.stringify(validation.problems));
  return validation.order;
};

/** All messages about an accepted order: for staff, and for the sender only. */
export const saidOf = (body: JsonObject): string[] => {
  const { warnings, remarks } = accepted(body);
  return [...warnings, ...remarks];
};

/** The errors of a request as `field: message`; empty if it's accepted. */
export const problemsOf = (body: JsonObject): string[] => {
  const validation = check(body);
  return validation.valid ? [] : validation.problems.map(({ field, message }) => `${field}: ${message}`);
};
