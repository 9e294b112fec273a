import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { link, sweepSoon, token, WEB_APP } from '../customers/pages-shop';
import { visitorOf } from '../customers/visitor';
import { type EmailShop, openEmailShop, type SentEmail } from '../email/email-shop';
import { closeOffices } from '../support/office';
import { PAUL } from '../support/shop';

afterAll(closeOffices);

/** What an outsider would like others to click or to believe, each short enough for its field. */
const BAIT = [
  'https://evil.example/win',
  'You won! Claim at evil.example/claim',
  'www.evil.example',
  'evil.example/a?b=c#d',
  'win@evil.example',
  'mailto:win@evil.example',
  'javascript:alert(1)',
  '//evil.example',
  'evil。example',
  'cafe\u0301.evil.example',
  'xn--80ak6aa92e.com',
  'http://1.2.3.4/',
  'tel:4075550134',
  '[Click](https://evil.example)',
  '<a href="https://evil.example">Click</a>',
];
/** Photo numbers have letters, digits, dots, hyphens and underscores only; that is enough. */
const PHOTOS = ['www.evil.example', 'evil.example', 'xn--80ak6aa92e.com', '1.2.3.4'];

/** Written after what email programs and phones make links of, not after our rule. */
const LINKS: readonly RegExp[] = [
  /[a-z][a-z0-9+.-]*:\/\/|(?:^|[\s("'])\/\/\S|\b(?:mailto|tel|javascript|data):[^\s\u200c]/iu,
  /\bwww[.。．｡․]/iu,
  /[^\s\u200c.][.。．｡․](?:example|com)(?![\p{L}\p{N}])/iu,
  /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/u,
  /[^\s@\u200c]@[^\s@\u200c]/u,
];

const SHEET = /https:\/\/docs\.google\.com\/spreadsheets\/d\/[\w-]+\/edit(?:#gid=\d+&range=\d+:\d+)?/g;
const PAGE = /https:\/\/script\.example\/exec\?page=\w+(?:&(?:amp;)?\w+=[\w.~%-]+)*/g;
const OUR_ADDRESSES = /\b[\w.+-]+@(?:cps-photos\.example|customer\.example)\b/g;

/** A text without the links and addresses that are ours. */
const withoutOurs = (text: string): string =>
  text.replace(SHEET, ' ').replace(PAGE, ' ').replace(OUR_ADDRESSES, ' ').replaceAll(WEB_APP, ' ');

/** What a reader sees of HTML, and every address in its attributes. */
const read = (html: string): string => {
  const addresses = [...html.matchAll(/\b(?:href|src|action|xlink:href)="([^"]*)"/g)].map(([, address]) => address);
  const text = html
    .replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>|<textarea[\s\S]*?<\/textarea>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  return `${text} ${addresses.join(' ')}`;
};

const linksIn = (text: string): string[] =>
  withoutOurs(text)
    .split('\n')
    .filter((line) => LINKS.some((each) => each.test(line)));

let shop: EmailShop;

const emailsTo = (isOperator: boolean): SentEmail[] =>
  (shop.emails() as SentEmail[]).filter(({ to }) => (to === 'operator@cps-photos.example') === isOperator);

const ids = BAIT.map((_, index) => `o${index}`);

beforeAll(async () => {
  shop = await openEmailShop();
  shop.office.world.webAppUrl = WEB_APP;
  await shop.setting('Morning list by email', 'on');
  await shop.setting('Emails per customer per day', '100');
  await shop.editEmails(
    'paid',
    'Subject',
    '{{customerName}}: {{orderNumber}} for {{shippingAddress}} from {{eventName}}',
  );
  await shop.typeIn('Events', 'A2:B2', [['BAIT', 'Gala at www.evil.example']]);
  for (const [index, bait] of BAIT.entries()) {
    const answer = await shop.post({
      ...PAUL,
      orderId: ids[index],
      customerName: bait,
      email: `c${index}@customer.example`,
      street: bait,
      apartment: bait,
      city: bait,
      eventCode: index % 2 ? 'BAIT' : 'UNKNOWN',
      items: [{ photoNumber: PHOTOS[index % PHOTOS.length], qty4x6: 1 }],
    });
    expect(answer).toMatchObject({ ok: true });
    await shop.post({ ...PAUL, orderId: bait, customerName: bait, email: bait, zipCode: bait });
  }
  const last = BAIT.length + 1;
  await shop.type(
    `L2:L${last}`,
    BAIT.map(() => ['paid']),
  );
  await sweepSoon(shop);
  await shop.type(
    `L2:L${last}`,
    BAIT.map(() => ['shipped']),
  );
  await sweepSoon(shop);
  const visitor = visitorOf(shop);
  for (const [index, bait] of BAIT.entries()) {
    const t = token(shop, 'feedback', ids[index]);
    await visitor.send('feedback', { t, action: index % 3 ? 'rate' : 'missing', rating: '1', comment: bait });
    if (index % 4 === 0) await sweepSoon(shop);
  }
  await shop.post({ route: 'orders/feedback', orderId: 'o1', rating: 1, feedback: BAIT.join('\n') });
  await sweepSoon(shop);
  shop.office.world.clock.advance(20 * 3_600_000);
  await shop.office.call('App.morning');
});

test('the detector finds every bait', () => {
  expect(BAIT.filter((bait) => linksIn(bait).length === 0)).toEqual([]);
  expect(PHOTOS.filter((photo) => linksIn(photo).length === 0)).toEqual([]);
});

describe('no link of an outsider works', () => {
  test('in what customers are emailed: greeting, subject, text, both parts', () => {
    const emails = emailsTo(false);
    const kinds = ['We have your order', 'UNKNOWN-0001 for', 'Your prints are on their way'];
    for (const kind of kinds) expect(emails.some(({ subject }) => subject.includes(kind))).toBe(true);
    expect(emails.length).toBeGreaterThanOrEqual(3 * BAIT.length);
    for (const { subject, text, html } of emails) {
      expect(linksIn(subject)).toEqual([]);
      expect(linksIn(text)).toEqual([]);
      expect(linksIn(read(html))).toEqual([]);
      expect(text).toMatch(/^Hello,$/m);
    }
  });

  test('in what the operator is emailed: alerts and the morning list', () => {
    const emails = emailsTo(true);
    for (const subject of ['Order rejected', 'Low rating', "haven't arrived", 'Good morning'])
      expect(emails.map((email) => email.subject).join('\n')).toContain(subject);
    for (const { subject, text, html } of emails) {
      expect(linksIn(subject)).toEqual([]);
      // The address as it was sent helps to find the customer; it is in the words of the refusal.
      expect(linksIn(text)).toEqual([]);
      expect(linksIn(read(html))).toEqual([]);
    }
  });

  test('on customers’ pages', async () => {
    const visitor = visitorOf(shop);
    for (const id of ids)
      for (const page of ['order', 'feedback', 'unsubscribe'] as const)
        expect(linksIn(read(await visitor.open(link(shop, page, '', id))))).toEqual([]);
  });
});

test('what is stored stays as it was sent', () => {
  const names = shop.rows('Orders').map((row) => row['Customer Name']);
  expect(names).toEqual(expect.arrayContaining(['https://evil.example/win', 'win@evil.example']));
});
