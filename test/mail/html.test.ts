import { expect, test } from '@jest/globals';
import { type ConfigData, HtmlValidate } from 'html-validate';
import { MAIL_KINDS } from '../../src/domain/mail-kind';
import { BUILT_IN } from '../../src/mail/kinds';
import { type MailFacts, writeOrderMail } from '../../src/mail/order-mail';
import { PAULS_ORDER } from '../workbook/orders';
import { factsNamed, PAULS_FACTS } from './facts';

/**
 * HTML as the standard has it, and as screen readers need it, but for what mail programs force on us:
 * no style sheets (so styles stand inline), and tables with attributes that are out of use elsewhere.
 */
const RULES: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'off',
    'no-deprecated-attr': 'off',
    'attribute-allowed-values': 'error',
    'close-order': 'error',
    'no-raw-characters': 'error',
    'no-dup-attr': 'error',
    'no-unknown-elements': 'error',
    'element-permitted-content': 'error',
    'doctype-style': ['error', { style: 'uppercase' }],
    'wcag/h63': 'error',
  },
};
const validator = new HtmlValidate(RULES);

const complaints = async (html: string): Promise<string[]> => {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
};

const facts: Readonly<Record<string, MailFacts>> = {
  'an order to ship': {
    ...PAULS_FACTS,
    trackingLink: 'https://t.example/?a=1&b=2',
    feedbackLink: 'https://f.example/',
  },
  'an order to pick up': { ...PAULS_FACTS, order: { ...PAULS_ORDER, fulfillment: 'pickup' } },
  'a customer with a strange name': factsNamed(`<script>alert("&nbsp;")</script> & 'Söhne' {{total}}`),
};
const cases = MAIL_KINDS.flatMap((kind) => Object.keys(facts).map((about) => [kind, about] as const));

test.each(cases)('the mail %s about %s is sound HTML', async (kind, about) => {
  const { html } = writeOrderMail(BUILT_IN[kind], facts[about] ?? PAULS_FACTS);
  expect(await complaints(html)).toEqual([]);
});

test('a mail that staff have written with signs of HTML in it is sound', async () => {
  const template = {
    subject: 'Fish & chips <3',
    message: 'Fish & chips <3\n\n</td></table>\n\nLook: {{items}} <- there',
  };
  expect(await complaints(writeOrderMail(template, PAULS_FACTS).html)).toEqual([]);
});

test('the rules do find what is wrong', async () => {
  const { html } = writeOrderMail(BUILT_IN.receipt, PAULS_FACTS);
  expect(await complaints(html.replace('</table>', ''))).not.toEqual([]);
  expect(await complaints(html.replace(' lang="en"', ''))).not.toEqual([]);
});

test('a mail loads nothing from elsewhere and runs nothing', () => {
  for (const kind of MAIL_KINDS) {
    const { html } = writeOrderMail(BUILT_IN[kind], PAULS_FACTS);
    expect(html).not.toMatch(/<(?:script|link|img|iframe|style|form)|url\(|@import|\son\w+=/i);
  }
});
