import type { JsonObject } from '../../src/intake/order-form';
import { validateOrder } from '../../src/intake/validate-order';
import { readEvents, SAMPLE_EVENT } from '../../src/workbook/events';
import { DEFAULT_PRICES } from '../../src/workbook/price-list';

/** A post as the ordering platform sends it. */
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

/** Checks a post against the prices and events of a fresh set-up. */
export const check = (body: JsonObject) => validateOrder(body, DEFAULT_PRICES, readEvents([SAMPLE_EVENT]));

/** The accepted order of a post. */
export const accepted = (body: JsonObject) => {
  const validation = check(body);
  if (!validation.valid) throw new Error(JSON.stringify(validation.problems));
  return validation.order;
};

/** Everything that is said about an accepted order: to staff, and to the sender only. */
export const saidOf = (body: JsonObject): string[] => {
  const { warnings, remarks } = accepted(body);
  return [...warnings, ...remarks];
};

/** The problems of a post as `field: message`; empty when it is accepted. */
export const problemsOf = (body: JsonObject): string[] => {
  const validation = check(body);
  return validation.valid ? [] : validation.problems.map(({ field, message }) => `${field}: ${message}`);
};
