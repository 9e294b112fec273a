import { afterEach, expect, test } from '@jest/globals';
import { BUILT_IN_TEXTS, EMAIL_KINDS, type KIND_FACTS } from '../../src/domain/email-kind';
import { writeOrderEmail } from '../../src/email/order-email';
import { closeOffices } from '../support/office';
import { openPage } from '../support/shown-dialog';
import { openEmailShop, order } from './email-shop';
import { emailOf, everyEmail } from './every-email';
import { factsFor, factsNamed, PAULS_FACTS } from './facts';

afterEach(closeOffices);

const PREHEADER = /<div style="display:none[^>]*>([^&]*(?:&(?!#847;)[^&]*)*)/;

/** What the inbox shows after the subject. */
const preheaderOf = (html: string): string => (PREHEADER.exec(html)?.[1] ?? '').replace(/&#39;/g, "'");

const written = (kind: keyof typeof KIND_FACTS) => writeOrderEmail(BUILT_IN_TEXTS[kind], factsFor(kind, PAULS_FACTS));

test.each([
  ['receipt', '$45.50 due. See inside for how to pay.'],
  ['paid', "$45.50 received. We're printing your photos."],
  ['shipped', 'USPS tracking number: 9400100000000000000000'],
  ['cancelled', "You weren't charged, so there's nothing more to do."],
  ['feedback', 'One tap is enough: how did your prints from order ASDAR26-0001 turn out?'],
] as const)('behind the subject of %s the inbox shows what matters: %s', (kind, told) => {
  expect(preheaderOf(written(kind).html)).toBe(told);
  expect(written(kind).text.split(told)).toHaveLength(kind === 'cancelled' ? 2 : 1);
});

test('every email has a preheader, and none starts with the subject', async () => {
  for (const { name, subject, html } of await everyEmail()) {
    expect([name, preheaderOf(html).length > 10]).toEqual([name, true]);
    expect(preheaderOf(html).startsWith(subject)).toBe(false);
    expect(html.indexOf('display:none')).toBeLessThan(html.indexOf('<h1'));
  }
});

test('staff’s own preview is used; with only their own message, the preheader is that message without its greeting', () => {
  const own = { subject: 's', message: 'Hi {{firstName}},\n\nYour {{total}} are welcome.\n\nBye', preview: '' };
  expect(preheaderOf(writeOrderEmail(own, PAULS_FACTS).html)).toBe('Your $45.50 are welcome. Bye');
  expect(preheaderOf(writeOrderEmail({ ...own, message: 'Only this' }, PAULS_FACTS).html)).toBe('Only this');
  const preview = 'For {{customerName}}: {{orderNumber}}';
  expect(preheaderOf(writeOrderEmail({ ...own, preview }, PAULS_FACTS).html)).toBe('For Paul Smith: ASDAR26-0001');
});

test('a customer’s words are plain text in it, and long texts are cut', () => {
  const named = factsNamed('<b>Paul</b> & https://evil.example');
  const { html } = writeOrderEmail({ subject: 's', preview: '{{customerName}}', message: 'm' }, named);
  expect(html).not.toMatch(/<b>Paul|https:\/\/evil/);
  const long = writeOrderEmail({ subject: 's', preview: 'word '.repeat(100), message: 'm' }, PAULS_FACTS).html;
  expect(preheaderOf(long)).toMatch(/^word .{120,134}…$/);
  for (const kind of EMAIL_KINDS) expect(emailOf(kind, 'an order of 200 lines').html).toContain('&#847;');
});

test('a sheet of an earlier version works without the column, and set-up adds it', async () => {
  const shop = await openEmailShop();
  await shop.typeIn('Emails', 'E1', [['']]);
  await shop.editEmails('receipt', 'Message', 'Hi {{firstName}},\n\nYour prints are on our list.');
  await shop.post(order(1));
  await shop.post(order(2));
  expect(shop.customerEmails().map(({ html }) => preheaderOf(html))).toEqual([
    'Your prints are on our list.',
    'Your prints are on our list.',
  ]);
  const call = await openPage(shop, 'Health');
  const lines = await call<{ key: string; state: string }[]>('health.read');
  expect(lines.find(({ key }) => key === 'config')?.state).toBe('good');
  await shop.office.call('App.setUp');
  expect(Object.keys(shop.rows('Emails')[0] ?? {})).toEqual(['Kind', 'On', 'Subject', 'Message', 'Preview Text']);
  expect(shop.rows('Emails')[0]?.Message).toContain('Your prints are on our list.');
});

test('the Emails tab has a preview, and a broken tag in it is reported and holds the kind', async () => {
  const shop = await openEmailShop();
  await shop.typeIn('Emails', 'E2', [['{{total}} for {{customerName}}']]);
  await shop.post(order(1));
  expect(preheaderOf(shop.customerEmails()[0]?.html ?? '')).toBe('$40.00 for Paul Smith');
  await shop.typeIn('Emails', 'E2', [['{{totl}} for you']]);
  expect(shop.notes('Emails').E2).toContain('{{totl}}');
  await shop.post(order(2));
  expect(shop.row('receipt:order-2:1').State).toBe('held');
});
