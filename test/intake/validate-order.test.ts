import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accepted, check, PAULS_POST, problemsOf, saidOf } from './bodies';

const without = (field: keyof typeof PAULS_POST) => {
  const { [field]: _, ...rest } = PAULS_POST;
  return rest;
};
const fieldsOf = (body: object) => problemsOf({ ...body }).map((problem) => problem.split(':')[0]);

test('the platform’s request becomes an order without a warning', () => {
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
    remarks: [],
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

test('an error in the nested form uses the sender’s field name', () => {
  const nested = {
    customerInfo: { name: 'Paul' },
    shippingAddress: { line1: '1 A St', city: 'Orlando', state: 'XX', zip: '3' },
    items: PAULS_POST.items,
  };
  expect(fieldsOf(nested)).toEqual(['customerInfo.email', 'shippingAddress.state', 'shippingAddress.zip']);
});

test('all errors are reported together', () => {
  expect(
    problemsOf({
      fulfillmentType: 'drone',
      email: 'paul',
      zipCode: '123',
      total: 'much',
      items: [{ photoNumber: '', qty11x14: 1 }],
    }),
  ).toEqual([
    "customerName: is missing: the customer's name is required",
    'email: "paul" is not a valid email address such as paul@example.com: it has no @',
    'fulfillmentType: "drone" is not allowed (use ship or pickup)',
    'zipCode: "123" is not a ZIP code (use five digits, or ZIP+4 such as 32801-1234)',
    'street: is missing: a shipping order needs a street line',
    'city: is missing: a shipping order needs a city',
    'state: is missing: a shipping order needs a two-letter state',
    'items[0].qty11x14: "11x14" is not a size in the price list (4x6, 5x7, 8x10)',
    'items[0].photoNumber: is missing (use 1 to 20 letters, digits, -, _ and .)',
    'total: "much" is not an amount such as 24.00',
  ]);
});

test.each(['customerName', 'email', 'street', 'city', 'state', 'zipCode', 'items'] as const)(
  'a shipping order needs %s',
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
  expect(saidOf(body)).toEqual([]);
  const strange = { state: 'ZZ', zipCode: '1', city: 'x'.repeat(61), street: 'y'.repeat(121) };
  expect(saidOf({ ...body, ...strange })).toEqual([]);
  expect(accepted({ ...body, ...strange }).request.address.city).toBe('x'.repeat(61));
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
  `${'x'.repeat(65)}@example.com`,
  `paul@${'x'.repeat(250)}.com`,
])('%j isn’t a single email address', (email) => {
  expect(fieldsOf({ ...PAULS_POST, email })).toEqual(['email']);
});

test.each([
  'paul@example.com',
  'paul.smith+prints@email.example.co.uk',
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

/** A value of a field, its reading, and the messages for staff and the sender. */
type Read = readonly [field: string, sent: unknown, kept: unknown, staff: readonly string[], sender: readonly string[]];
const REMOVED = (name: string, found: string) => `The ${name} was sent with ${found}, which we removed.`;
const keptOf = (field: string, body: object): unknown => {
  const { customer, address, ...request } = accepted({ ...body }).request;
  const { name, ...contact } = customer;
  return { ...request, ...address, ...contact, customerName: name, apartment: address.unit }[field];
};

test.each<Read>([
  ['phone', '555-01', '555-01', ['The phone number "555-01" has fewer than 7 digits.'], []],
  ['phone', 'n/a', '', [], ['The phone number "n/a" was treated as blank.']],
  ['phone', '=4075550134', '=4075550134', [], []],
  ['phone', '407–555–0134', '407–555–0134', [], []],
  ['phone', '407-555-0134 & 407-555-0199', '407-555-0134 & 407-555-0199', [], []],
  ['phone', "'+16149084225", "'+16149084225", [], []],
  ['phone', 'Cell: 407-555-0134', 'Cell: 407-555-0134', [], []],
  [
    'phone',
    '\u202a+1 (407) 555-0134\u202c',
    '+1 (407) 555-0134',
    [],
    [REMOVED('phone number', 'invisible characters that change text direction (U+202A, U+202C)')],
  ],
  ['phone', false, '', ["The phone number false isn't text and was ignored."], []],
  ['phone', '1'.repeat(61), '1'.repeat(60), [expect.stringContaining('Only the first 60 were kept') as never], []],
  ['apartment', 'x'.repeat(61), 'x'.repeat(61), [expect.stringContaining('fits the envelope') as never], []],
  ['apartment', 'x'.repeat(201), 'x'.repeat(200), [expect.stringContaining('first 200 were kept') as never], []],
  ['apartment', { floor: 2 }, '', ['The apartment {"floor":2} isn\'t text and was ignored.'], []],
  [
    'eventCode',
    'ASDAR 26',
    '',
    [expect.stringContaining('The event code "ASDAR 26" isn\'t valid and was ignored') as never],
    [],
  ],
  ['eventCode', 'ASDAR–26', 'ASDAR-26', ['The event code ASDAR-26 is not in the Events tab.'], []],
  ['eventCode', 'N/A', '', [], ['The event code "N/A" was treated as blank.']],
  ['eventCode', 'x'.repeat(21), '', [expect.stringContaining('was ignored') as never], []],
  ['fulfillmentType', 'Pick-up', 'pickup', [], ['The fulfillment type "Pick-up" was read as pickup.']],
  ['fulfillmentType', 'in_store_pickup', 'pickup', [], [expect.stringContaining('was read as pickup') as never]],
  ['fulfillmentType', 'Shipping', 'ship', [], ['The fulfillment type "Shipping" was read as ship.']],
  ['fulfillmentType', 'Mail', 'ship', [], ['The fulfillment type "Mail" was read as ship.']],
  ['street', '123 Main St\u200b', '123 Main St', [], [REMOVED('street', 'an invisible character (U+200B)')]],
  ['street', 'Attn: Photo Desk\r\n123 Main St', 'Attn: Photo Desk\n123 Main St', [], []],
  ['street', 'Attn: Photo Desk\u2028123\u00a0Main St', 'Attn: Photo Desk\n123 Main St', [], []],
  ['state', 'Florida', 'FL', [], ['The state "Florida" was read as FL.']],
  ['state', 'fl', 'FL', [], ['The state "fl" was read as FL.']],
  ['zipCode', '32801–1234', '32801-1234', [], ['The ZIP code "32801–1234" was read as 32801-1234.']],
  ['zipCode', '32801 1234', '32801-1234', [], ['The ZIP code "32801 1234" was read as 32801-1234.']],
  ['email', 'paul@example.com\u200b', 'paul@example.com', [], [REMOVED('email', 'an invisible character (U+200B)')]],
  [
    'email',
    'paul@example.com,',
    'paul@example.com',
    [],
    ['The email "paul@example.com," was read as paul@example.com.'],
  ],
  ['customerName', 'Paul\nSmith', 'Paul Smith', [], ['The name was sent with a line break, which became a space.']],
  ['customerName', 'Paul\u0007Smith', 'PaulSmith', [], [REMOVED('name', 'a control character (U+0007)')]],
  [
    'customerName',
    'Paul \ud83d Smith',
    'Paul \ufffd Smith',
    [expect.stringContaining('Please ask the customer for it.') as never],
    [],
  ],
])('%s %j is read as a clerk would', (field, sent, kept, staff, sender) => {
  const body = { ...PAULS_POST, [field]: sent };
  expect(field === 'fulfillmentType' ? accepted(body).request.fulfillment : keptOf(field, body)).toBe(kept);
  expect(accepted(body).warnings).toEqual(staff);
  expect(accepted(body).remarks).toEqual(sender);
});

test.each(['\u200b', '\u2060\ufeff', '\u202e\u200b \u00ad'])(
  'a name with only invisible characters is missing: %j',
  (customerName) => {
    expect(problemsOf({ ...PAULS_POST, customerName })[0]).toMatch(
      /^customerName: is missing: the customer's name is required \(.* has no visible characters\)$/,
    );
  },
);

test.each([
  ['customerName', 100],
  ['street', 120],
  ['city', 60],
  ['orderId', 100],
])('%s may have %d characters and not one more', (field, longest) => {
  expect(problemsOf({ ...PAULS_POST, [field]: 'x'.repeat(longest) })).toEqual([]);
  expect(problemsOf({ ...PAULS_POST, [field]: 'x'.repeat(longest + 1) })).toEqual([
    `${field}: has ${longest + 1} characters (the limit is ${longest})`,
  ]);
});

test.each<unknown>([true, ['Paul'], { toString: 'Paul' }])('the name %j is not text', (customerName) => {
  expect(problemsOf({ ...PAULS_POST, customerName })).toEqual([
    `customerName: ${JSON.stringify(customerName)} is not text`,
  ]);
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
])('the name %j is kept exactly', (customerName) => {
  expect(accepted({ ...PAULS_POST, customerName }).request.customer.name).toBe(customerName);
});

test('a ZIP code sent as a number gets its leading zero back, with a remark', () => {
  const body = { ...PAULS_POST, state: 'MA', zipCode: 2134 };
  expect(accepted(body).request.address.zipCode).toBe('02134');
  expect(saidOf(body)).toEqual(['The ZIP code "2134" was read as 02134.']);
  expect(accepted({ ...PAULS_POST, zipCode: 32801 }).request.address.zipCode).toBe('32801');
});

test.each([
  [
    'a misspelt domain',
    { email: 'paul@gmial.com' },
    'The email paul@gmial.com may be misspelled. Did the customer mean gmail.com?',
  ],
  ['an unknown event', { eventCode: 'NOPE' }, 'The event code NOPE is not in the Events tab.'],
  ['a ZIP code of elsewhere', { zipCode: '10001' }, 'The ZIP code 10001 is in NY, but the state is FL.'],
  ['a PO box', { street: 'PO Box 7', apartment: '' }, 'This is a PO box. Only USPS delivers there.'],
])('%s causes a warning only', (_, changed, warning) => {
  expect(accepted({ ...PAULS_POST, ...changed }).warnings).toEqual([warning]);
});

test('an event is recognized in any case, and its code is kept as sent', () => {
  const { request, warnings } = accepted({ ...PAULS_POST, eventCode: 'asdar26' });
  expect(request.eventCode).toBe('asdar26');
  expect(warnings).toEqual([]);
});

test.each(['ASDAR 26', 'A/B', '=A', 'Ä'])(
  '%j isn’t an event code, and the order is accepted without it',
  (eventCode) => {
    expect(accepted({ ...PAULS_POST, eventCode }).request.eventCode).toBe('');
    expect(saidOf({ ...PAULS_POST, eventCode })).toEqual([
      `The event code "${eventCode}" isn't valid and was ignored: use up to 20 letters, digits, - and _.`,
    ]);
  },
);

test.each([
  [24, 2400],
  ['24.00', 2400],
  ['$1,024.50', 102450],
  [0, 0],
  [undefined, null],
  [null, null],
  ['', null],
  ['n/a', null],
  ['USD 24.00', 2400],
  ['24.00 USD', 2400],
  ['24.00\u200b', 2400],
])('the total %j is understood as %p cents', (total, expected) => {
  expect(accepted({ ...PAULS_POST, total }).statedTotal).toBe(expected);
});

test.each([-1, 24.005, 'free', '24 EUR', { amount: 24 }, [24], true])('the total %j is rejected', (total) => {
  expect(fieldsOf({ ...PAULS_POST, total })).toEqual(['total']);
});

test('an order id may come as text or number', () => {
  expect(accepted({ ...PAULS_POST, orderId: ' web-1 ' }).orderId).toBe('web-1');
  expect(accepted({ ...PAULS_POST, orderId: 1001 }).orderId).toBe('1001');
  expect(fieldsOf({ ...PAULS_POST, orderId: { id: 1 } })).toEqual(['orderId']);
});

test('unsupported keys are named, with the one that was probably meant', () => {
  expect(
    saidOf({
      ...PAULS_POST,
      fulfilmentType: 'ship',
      customer_name: 'Ann',
      source: 'kiosk',
      empty: '',
      zip: '32801',
      mail: 'a',
    }),
  ).toEqual([
    'These keys were ignored: "fulfilmentType" (fulfillmentType?), "customer_name" (customerName?), "source", "zip" (zipCode?), "mail" (email?).',
  ]);
  const { street: _street, ...post } = PAULS_POST;
  const nested = { ...post, shippingAddress: { line1: '123 Main St', country: 'US' }, customerInfo: { name: 'Paul' } };
  expect(saidOf(nested)).toEqual(['These keys were ignored: "customerName", "shippingAddress.country".']);
});

test('a key with a different spelling, or one letter off, is read with a remark', () => {
  const { fulfillmentType: _f, customerName: _n, ...others } = PAULS_POST;
  const body = { ...others, fulfilmentType: 'pickup', customer_name: 'Ann' };
  expect(accepted(body).request).toMatchObject({ fulfillment: 'pickup', customer: { name: 'Ann' } });
  expect(saidOf(body)).toEqual([
    '"customer_name" was read as customerName.',
    '"fulfilmentType" was read as fulfillmentType.',
  ]);
  const nested = {
    customerInfo: { Name: 'Ann', EMAIL: 'ann@example.com' },
    fulfillmentType: 'pickup',
    Items: body.items,
  };
  expect(accepted(nested).request.customer).toMatchObject({ name: 'Ann', email: 'ann@example.com' });
});

test.each([
  ['delivery_method', 'pickup'],
  ['pickup', true],
  ['delivery', { method: 'Local pick-up' }],
])('a shipping order that came with %s: %j is shown to staff', (key, value) => {
  const { fulfillmentType: _f, ...others } = PAULS_POST;
  expect(accepted({ ...others, [key]: value }).warnings).toEqual([
    `This is a shipping order, but it came with "${key}": ${JSON.stringify(value)}.`,
  ]);
  expect(accepted({ ...PAULS_POST, [key]: value }).warnings).toEqual([]);
  expect(accepted({ ...others, pickup: false }).warnings).toEqual([]);
});

test('a value under two names, one of them ours, is read once; if they differ, the other is named', () => {
  const two = { ...PAULS_POST, customerInfo: { name: 'Paul Smith', email: 'other@example.com' } };
  expect(accepted(two).request.customer.email).toBe('other@example.com');
  expect(saidOf(two)).toEqual(['These keys were ignored: "email".']);
});

test('a rejection names unsupported keys, since the missing field may be among them', () => {
  const { street: _s, ...others } = PAULS_POST;
  const validation = check({ ...others, address_line_1: '123 Main St' });
  expect(validation.valid ? [] : validation.remarks).toEqual(['These keys were ignored: "address_line_1" (street?).']);
});

type Body = Readonly<Record<string, unknown>>;
const { customerName, email, phone, street, apartment, city, state, zipCode, eventCode, items } = PAULS_POST;
/** The forms of an order: flat, with sizes and quantities, nested, and a mixture. */
const FORMS: readonly Body[] = [
  PAULS_POST,
  { ...PAULS_POST, total: '40.00', orderId: 'web-1' },
  { ...PAULS_POST, fulfillmentType: 'pickup' },
  {
    ...PAULS_POST,
    items: [
      { photoNumber: '1', size: '4x6', quantity: 2 },
      { photoNumber: '2', qty8x10: 1 },
    ],
  },
  {
    eventSlug: eventCode,
    customerInfo: { name: customerName, email, phone },
    shippingAddress: { line1: street, line2: apartment, city, state, zip: zipCode },
    items,
  },
  { customerInfo: { name: customerName }, email, fulfillmentType: 'pickup', items },
];

/** A place in a body: the keys that lead to it. */
type Place = readonly (string | number)[];
const placesIn = (value: unknown, above: Place = []): Place[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => {
        const key = Array.isArray(value) ? Number(name) : name;
        const place = [...above, key];
        return [...(typeof key === 'string' ? [place] : []), ...placesIn(inner, place)];
      });
const renamedAt = (value: unknown, [first, ...rest]: Place, to: string): unknown => {
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? renamedAt(item, rest, to) : item));
  return Object.fromEntries(
    Object.entries(value as Body).map(([name, inner]) => {
      if (name !== first) return [name, inner];
      return rest.length === 0 ? [to, inner] : [name, renamedAt(inner, rest, to)];
    }),
  );
};
/** What a customer gets: how many prints of which size, and where to. */
const goods = (body: Body) => {
  const { fulfillment, lines } = accepted({ ...body }).request;
  return { fulfillment, prints: lines.reduce((sum, { quantity }) => sum + quantity, 0) };
};

test('renaming any key of any form never changes an order without a message', () => {
  const near = ['fulfilmentType', 'Fulfillment_Type', 'qty', 'count', 'unitPrice', 'name', 'photoId', 'size', '4x6'];
  const far = [
    'total_qty',
    'totalQuantity',
    '__proto__',
    'constructor',
    'customerInfo.name',
    'items',
    'note',
    'prints',
  ];
  const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom(...near, ...far));
  for (const form of FORMS) {
    const places = placesIn(form);
    fc.assert(
      fc.property(fc.constantFrom(...places), name, (place, to) => {
        const sent = renamedAt(form, place, to) as Body;
        const validation = check(sent);
        const isQuiet = validation.valid && validation.order.warnings.length + validation.order.remarks.length === 0;
        // In place of another key it's a different valid order.
        if (isQuiet && placesIn(sent).length === places.length)
          expect([place, to, goods(sent)]).toEqual([place, to, goods(form)]);
      }),
      { numRuns: 15 * places.length },
    );
  }
});
