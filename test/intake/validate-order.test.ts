import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accepted, check, PAULS_POST, problemsOf } from './bodies';

const without = (field: keyof typeof PAULS_POST) => {
  const { [field]: _, ...rest } = PAULS_POST;
  return rest;
};
const fieldsOf = (body: object) => problemsOf({ ...body }).map((problem) => problem.split(':')[0]);

test('the post of the platform becomes an order request, without a warning', () => {
  expect(accepted(PAULS_POST)).toEqual({
    request: {
      customer: { name: 'Paul Smith', email: 'paul@example.com', phone: '407-555-0134' },
      fulfillment: 'ship',
      address: { street: '123 Main St', unit: 'Apt 4', city: 'Orlando', state: 'FL', zipCode: '32801' },
      eventCode: 'ASDAR26',
      lines: [
        { photoNumber: '1234', size: '4x6', quantity: 3 },
        { photoNumber: '1235', size: '8x10', quantity: 1 },
      ],
    },
    orderId: '',
    statedTotal: null,
    warnings: [],
  });
});

test('the nested form means the same', () => {
  const { customer, address, lines } = accepted(PAULS_POST).request;
  const nested = {
    eventSlug: 'ASDAR26',
    customerInfo: customer,
    shippingAddress: {
      line1: address.street,
      line2: address.unit,
      city: address.city,
      state: address.state,
      zip: address.zipCode,
    },
    items: lines,
  };
  expect(accepted(nested)).toEqual(accepted(PAULS_POST));
});

test('a problem of the nested form is named as the sender named the field', () => {
  const nested = {
    customerInfo: { name: 'Paul' },
    shippingAddress: { line1: '1 A St', city: 'Orlando', state: 'XX', zip: '3' },
    items: PAULS_POST.items,
  };
  expect(fieldsOf(nested)).toEqual(['customerInfo.email', 'shippingAddress.state', 'shippingAddress.zip']);
});

test('everything that is wrong is reported at once', () => {
  expect(
    problemsOf({
      fulfillmentType: 'drone',
      email: 'paul',
      zipCode: '123',
      total: 'much',
      items: [{ photoNumber: '', qty11x14: 1 }],
    }),
  ).toEqual([
    'customerName: is missing: the name of the customer is needed',
    'email: "paul" is not exactly one email address such as paul@example.com',
    'fulfillmentType: "drone" is not allowed: ship or pickup',
    'street: is missing: an order to ship needs a street line',
    'city: is missing: an order to ship needs a city',
    'state: is missing: an order to ship needs a two-letter state',
    'zipCode: "123" is no ZIP code: five digits, or ZIP+4 such as 32801-1234',
    'items[0].qty11x14: "11x14" is no size of the price list: 4x6, 5x7, 8x10',
    'items[0].photoNumber: is missing: letters, digits, - _ and . are allowed, 1 to 20 of them',
    'total: "much" is no amount such as 24.00',
  ]);
});

test.each(['customerName', 'email', 'street', 'city', 'state', 'zipCode', 'items'] as const)(
  'an order to ship needs %s',
  (field) => {
    expect(fieldsOf(without(field))).toEqual([field]);
    expect(fieldsOf({ ...PAULS_POST, [field]: null })).toEqual([field]);
  },
);

test.each(['phone', 'fulfillmentType', 'apartment', 'eventCode'] as const)('%s may be left out', (field) => {
  expect(problemsOf(without(field))).toEqual([]);
  expect(problemsOf({ ...PAULS_POST, [field]: null })).toEqual([]);
  expect(problemsOf({ ...PAULS_POST, [field]: '' })).toEqual([]);
});

test('without a fulfillment type the order is shipped', () => {
  expect(accepted(without('fulfillmentType')).request.fulfillment).toBe('ship');
  expect(accepted({ ...PAULS_POST, fulfillmentType: ' PickUp ' }).request.fulfillment).toBe('pickup');
});

test('an order to pick up needs no address, and a strange one neither stops nor warns', () => {
  const body = { customerName: 'Paul', email: 'paul@example.com', fulfillmentType: 'pickup', items: PAULS_POST.items };
  expect(accepted(body).warnings).toEqual([]);
  expect(accepted({ ...body, state: 'ZZ', zipCode: '1' }).warnings).toEqual([]);
});

test.each([
  'a@example.com, b@example.com',
  'a@example.com;b@example.com',
  'a@example.com b@example.com',
  'Paul <paul@example.com>',
  'paul@example',
  'paul@',
  '@example.com',
  'paul',
  'paul@@example.com',
  'paul@exam ple.com',
  'paul@-example.com',
  'paul@example..com',
  'paul@example.com\nBcc: all@example.com',
  'paul@example.c',
  '=1@example.com,',
  `${'x'.repeat(65)}@example.com`,
  `paul@${'x'.repeat(250)}.com`,
])('%j is not exactly one email address', (email) => {
  expect(fieldsOf({ ...PAULS_POST, email })).toEqual(['email']);
});

test.each([
  'paul@example.com',
  'paul.smith+prints@mail.example.co.uk',
  "o'brien@example.com",
  'p@x.io',
  ' paul@example.com ',
])('%j is one email address', (email) => {
  expect(accepted({ ...PAULS_POST, email }).request.customer.email).toBe(email.trim());
});

test.each(['407-555-0134', '(407) 555-0134', '+1 407 555 0134 x12', '407.555.0134', '4075550134', 'ext. 5, 555-0134'])(
  '%j is a phone number',
  (phone) => {
    expect(accepted({ ...PAULS_POST, phone }).request.customer.phone).toBe(phone);
  },
);

test('a phone number may come as a number', () => {
  expect(accepted({ ...PAULS_POST, phone: 4075550134 }).request.customer.phone).toBe('4075550134');
});

test.each(['555-01', 'none', '=4075550134', '４０７５５５０１３４', '1'.repeat(41)])(
  '%j is no phone number',
  (phone) => {
    expect(fieldsOf({ ...PAULS_POST, phone })).toEqual(['phone']);
  },
);

test.each([
  ['customerName', 100],
  ['street', 120],
  ['apartment', 60],
  ['city', 60],
  ['orderId', 100],
  ['eventCode', 20],
])('%s may have %d characters and not one more', (field, longest) => {
  expect(problemsOf({ ...PAULS_POST, [field]: 'x'.repeat(longest) })).toEqual([]);
  expect(problemsOf({ ...PAULS_POST, [field]: 'x'.repeat(longest + 1) })).toEqual([
    `${field}: has ${longest + 1} characters: at most ${longest} are allowed`,
  ]);
});

test.each(['Paul\nSmith', 'Paul\u0000', 'Paul\u0007Smith', 'Paul\u2028Smith', 'Paul \ud83d Smith', 'Paul\u0085Smith'])(
  'the name %j holds what no keyboard types',
  (customerName) => {
    expect(problemsOf({ ...PAULS_POST, customerName })).toEqual([
      'customerName: contains characters that no keyboard types (control characters)',
    ]);
  },
);

test.each<unknown>([true, [], {}, ['Paul'], { toString: 'Paul' }])('the name %j is no text', (customerName) => {
  expect(problemsOf({ ...PAULS_POST, customerName })).toEqual([
    `customerName: ${JSON.stringify(customerName)} is no text`,
  ]);
});

test('a field that is no text but empty like one is not taken for a missing one', () => {
  expect(fieldsOf({ ...PAULS_POST, phone: false })).toEqual(['phone']);
});

test.each([
  '=IMPORTDATA("http://x")',
  '+1',
  '-2',
  '@x',
  "'quoted",
  '{{orderNumber}}',
  '<b>Paul</b>',
  'José 李 🎉',
  'constructor',
  '__proto__',
])('the name %j is kept to the letter', (customerName) => {
  expect(accepted({ ...PAULS_POST, customerName }).request.customer.name).toBe(customerName);
});

test('a ZIP code that came as a number and lost its zero is refused, not repaired', () => {
  expect(fieldsOf({ ...PAULS_POST, zipCode: 1234 })).toEqual(['zipCode']);
  expect(accepted({ ...PAULS_POST, zipCode: 32801 }).request.address.zipCode).toBe('32801');
});

test.each([
  ['a misspelt domain', { email: 'paul@gmial.com' }, 'The email paul@gmial.com may be misspelt: gmail.com?'],
  ['an unknown event', { eventCode: 'NOPE' }, 'The event code NOPE is not in the Events tab.'],
  ['a small state', { state: 'fl' }, 'The state "fl" is kept as FL.'],
  ['a ZIP code of elsewhere', { zipCode: '10001' }, 'The ZIP code 10001 belongs to NY, the order says FL.'],
  ['a PO box', { street: 'PO Box 7', apartment: '' }, 'A PO box: USPS delivers there, other carriers do not.'],
])('%s is a warning and stops nothing', (_, changed, warning) => {
  expect(accepted({ ...PAULS_POST, ...changed }).warnings).toEqual([warning]);
});

test('an event is known in any case, and its code is kept as sent', () => {
  const { request, warnings } = accepted({ ...PAULS_POST, eventCode: 'asdar26' });
  expect(request.eventCode).toBe('asdar26');
  expect(warnings).toEqual([]);
});

test.each(['ASDAR 26', 'A/B', '=A', 'Ä'])('%j is no event code', (eventCode) => {
  expect(fieldsOf({ ...PAULS_POST, eventCode })).toEqual(['eventCode']);
});

test.each([
  [24, 2400],
  ['24.00', 2400],
  ['$1,024.50', 102450],
  [0, 0],
  [undefined, null],
  [null, null],
])('the total %j is understood as %p cents', (total, expected) => {
  expect(accepted({ ...PAULS_POST, total }).statedTotal).toBe(expected);
});

test.each([-1, 24.005, '', 'free', {}, [24], true])('the total %j is refused', (total) => {
  expect(fieldsOf({ ...PAULS_POST, total })).toEqual(['total']);
});

test('an order id may come as text or number', () => {
  expect(accepted({ ...PAULS_POST, orderId: ' web-1 ' }).orderId).toBe('web-1');
  expect(accepted({ ...PAULS_POST, orderId: 1001 }).orderId).toBe('1001');
  expect(fieldsOf({ ...PAULS_POST, orderId: { id: 1 } })).toEqual(['orderId']);
});

test('keys that no field is read from are named, with the one that was likely meant', () => {
  expect(
    accepted({ ...PAULS_POST, fulfilmentType: 'pickup', customer_name: 'Ann', source: 'kiosk', empty: '' }).warnings,
  ).toEqual(['Sent, but not read: "fulfilmentType" (fulfillmentType?), "customer_name" (customerName?), "source".']);
  const { street: _street, ...post } = PAULS_POST;
  const nested = { ...post, shippingAddress: { line1: '123 Main St', country: 'US' }, customerInfo: { name: 'Paul' } };
  expect(accepted(nested).warnings).toEqual(['Sent, but not read: "shippingAddress.country".']);
});

/** A body with one key renamed, at the top or in its items. */
const renamed = (body: object, key: string, to: string): object =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name === key ? to : name,
      Array.isArray(value) ? value.map((item) => renamed(item, key, to)) : value,
    ]),
  );
const prints = (body: object): number =>
  accepted({ ...body }).request.lines.reduce((sum, { quantity }) => sum + quantity, 0);

test('whichever key is renamed, an order never becomes smaller without a warning', () => {
  const pair = {
    ...PAULS_POST,
    items: [
      { photoNumber: '1', size: '4x6', quantity: 2 },
      { photoNumber: '2', qty8x10: 1 },
    ],
  };
  const name = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('qty', 'count', 'unitPrice', 'name', 'photoId', 'size', '4x6', 'total_qty', '__proto__'),
  );
  for (const body of [PAULS_POST, pair]) {
    const keys = [...Object.keys(body), 'photoNumber', 'qty4x6', 'qty8x10', 'size', 'quantity'];
    fc.assert(
      fc.property(fc.constantFrom(...keys), name, (key, to) => {
        const sent = { ...renamed(body, key, to) };
        const validation = check(sent);
        if (validation.valid && validation.order.warnings.length === 0)
          expect(prints(sent)).toBeGreaterThanOrEqual(prints(body));
      }),
    );
  }
});
