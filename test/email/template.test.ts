import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BUILT_IN_TEXTS, EMAIL_KINDS } from '../../src/domain/email-kind';
import { escapeHtml } from '../../src/domain/html';
import { EMAIL_TAGS } from '../../src/email/kinds';
import { Html, renderHtml, renderText, type TagValues, templateError } from '../../src/email/template';
import { chooseTemplate } from '../../src/email/templates';

const blank = Object.fromEntries(EMAIL_TAGS.map((tag) => [tag, ''])) as Record<(typeof EMAIL_TAGS)[number], string>;
const values = (some: Partial<TagValues>): TagValues => ({ ...blank, ...some });

test.each([...EMAIL_KINDS])('the built-in text of the email %s has only tags that exist', (kind) => {
  expect(templateError(BUILT_IN_TEXTS[kind].subject)).toBeNull();
  expect(templateError(BUILT_IN_TEXTS[kind].message)).toBeNull();
  expect(chooseTemplate([], kind)).toEqual({ template: BUILT_IN_TEXTS[kind] });
});

test('the day’s quota serves receipts first and feedback requests last', () => {
  expect(EMAIL_KINDS).toEqual(['receipt', 'paid', 'shipped', 'cancelled', 'feedback']);
});

test.each([...EMAIL_TAGS])('the tag %s may be used, alone and as a section', (tag) => {
  expect(templateError(`{{${tag}}} {{#${tag}}}x{{/${tag}}} {{^ ${tag} }}y{{/ ${tag} }}`)).toBeNull();
});

test.each([
  ['{{custmerName}}', '{{custmerName}} is no tag'],
  ['{{CustomerName}}', '{{CustomerName}} is no tag'],
  ['{{#pickup}}{{place}}{{/pickup}}', '{{place}} is no tag'],
  ['{{^pickup}}{{#nested}}x{{/nested}}{{/pickup}}', '{{nested}} is no tag'],
  ['{{}}', '{{}} is no tag'],
  ['{{.}}', '{{.}} is no tag'],
  ['{{items.length}}', '{{items.length}} is no tag'],
  ['{{constructor}}', '{{constructor}} is no tag'],
  ['{{{customerName}}}', '{{{customerName}}} is not allowed here: write {{customerName}}'],
  ['{{&customerName}}', '{{{customerName}}} is not allowed here: write {{customerName}}'],
  ['{{> other}}', '{{>other}} is not allowed here'],
  ['{{! note}}', 'is not allowed here'],
  ['{{=<% %>=}}', 'is not allowed here'],
  ['Hi {{firstName', 'Unclosed tag'],
  ['{{#pickup}}here', 'Unclosed section "pickup"'],
  ['here{{/pickup}}', 'Unopened section "pickup"'],
  ['{{#pickup}}{{/items}}', 'Unclosed section "pickup"'],
])('the template %j has an error that is told', (template, told) => {
  expect(templateError(template)).toContain(told);
});

const OTHER_BRACKETS = [
  '{X}',
  '{ X }',
  '$\u007bX}',
  '{X}}',
  '｛X｝',
  '<<X>>',
  '&lt;&lt;X&gt;&gt;',
  '%X%',
  '%%X%%',
  '[X]',
  '[[X]]',
  '*|X|*',
  '«X»',
];

test.each([...EMAIL_TAGS])(
  'the tag %s in the brackets of another program is an error, and never goes out as typed',
  (tag) => {
    const spaced = tag.replace(/([A-Z])/g, ' $1');
    const names = [tag, tag.toUpperCase(), spaced, spaced.replaceAll(' ', '_')];
    for (const brackets of OTHER_BRACKETS)
      for (const name of names)
        expect(templateError(`Hi ${brackets.replace('X', name)}, thanks for {{orderNumber}}!`)).toContain(
          `write {{${tag}}}`,
        );
  },
);

test('a tag in single angle brackets is one where nothing else stands in them', () => {
  expect(templateError('Hi <firstName>!')).toContain('write {{firstName}}');
  expect(templateError('Hi <First_Name>!')).toContain('write {{firstName}}');
});

test.each([
  'Thanks! 100% of your prints (all items) are on their way.',
  'Your {{items}}: 50% off, pickup <3, 10 < total > 5',
  'See [our site] and {this}; {{#pickup}}[at the table]{{/pickup}}',
  '<b>{{firstName}}</b> %20 a%20b% *|FNAME|* «Guten Tag»',
  '{{ firstName }} {{#pickup}} {{pickup}} {{/pickup}}{{^pickup}}x{{/pickup}}',
  'Total: {{total}} [{{total}}] ({{items}}) <{{statusLink}}>',
])('the words %j are words', (template) => expect(templateError(template)).toBeNull());

test('an unknown tag is told together with those that exist', () => {
  expect(templateError('{{name}}')).toBe(`{{name}} is no tag: ${EMAIL_TAGS.join(', ')}`);
});

test('what staff have written counts, and an error in it is told instead of used', () => {
  const emails = [{ Kind: 'receipt', On: 'on', Subject: 'Thanks, {{firstName}}', Message: '' }];
  expect(chooseTemplate(emails, 'receipt')).toEqual({
    template: { ...BUILT_IN_TEXTS.receipt, subject: 'Thanks, {{firstName}}' },
  });
  const broken = [{ Kind: 'receipt', On: 'on', Subject: '', Message: 'Hi {{nmae}}' }];
  expect(chooseTemplate(broken, 'receipt')).toEqual({ error: expect.stringContaining('{{nmae}} is no tag') });
});

test('a value is text in the text part and escaped in the HTML part', () => {
  const filled = values({ customerName: `<b>"Tom" & 'Jerry'</b>` });
  expect(renderText('Hi {{customerName}}', filled)).toBe(`Hi <b>"Tom" & 'Jerry'</b>`);
  expect(renderHtml('Hi {{customerName}}', filled)).toBe('Hi &lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;');
});

test('the words of a template are text as well: nobody has to know HTML to write an email', () => {
  expect(renderHtml('5 < 6 & "so" {{#pickup}}<3{{/pickup}}', values({ pickup: 'here' }))).toBe(
    '5 &lt; 6 &amp; &quot;so&quot; &lt;3',
  );
});

test('what is HTML already stays as it is', () => {
  expect(renderHtml('{{items}}', values({ items: new Html('<table></table>') }))).toBe('<table></table>');
});

test('a section is left out for a blank value, and its opposite stands in', () => {
  const template = '{{#trackingLink}}follow {{trackingLink}}{{/trackingLink}}{{^trackingLink}}no link{{/trackingLink}}';
  expect(renderText(template, values({ trackingLink: 'https://t.example/1' }))).toBe('follow https://t.example/1');
  expect(renderText(template, values({ trackingLink: '' }))).toBe('no link');
});

test.each(['{{orderNumber}}', '{{#pickup}}', '{{{x}}}', '{{=| |=}}', '}}', '{{'])(
  'the customer who is called %j is greeted so',
  (name) => {
    const filled = values({ customerName: name, orderNumber: 'SECRET' });
    expect(renderText('Hi {{customerName}}!', filled)).toBe(`Hi ${name}!`);
    expect(renderHtml('Hi {{customerName}}!', filled)).toBe(`Hi ${name}!`);
  },
);

/** Undoes the escaping, in another way than it is made. */
const unescaped = (html: string) =>
  html.replace(
    /&(lt|gt|quot|amp|#39);/g,
    (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" })[String(name)] ?? '',
  );

test('escaping loses nothing and leaves nothing that could become a tag or end an attribute', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[&<>"'a;#39]*$/)), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      expect(unescaped(escapeHtml(text))).toBe(text);
    }),
  );
});
