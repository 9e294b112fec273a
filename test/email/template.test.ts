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
  ['{{custmerName}}', "{{custmerName}} isn't a tag"],
  ['{{CustomerName}}', "{{CustomerName}} isn't a tag"],
  ['{{#pickup}}{{place}}{{/pickup}}', "{{place}} isn't a tag"],
  ['{{^pickup}}{{#nested}}x{{/nested}}{{/pickup}}', "{{nested}} isn't a tag"],
  ['{{}}', "{{}} isn't a tag"],
  ['{{.}}', "{{.}} isn't a tag"],
  ['{{items.length}}', "{{items.length}} isn't a tag"],
  ['{{constructor}}', "{{constructor}} isn't a tag"],
  ['{{{customerName}}}', "{{{customerName}}} isn't allowed here. Write {{customerName}}"],
  ['{{&customerName}}', "{{{customerName}}} isn't allowed here. Write {{customerName}}"],
  ['{{> other}}', "{{>other}} isn't allowed here"],
  ['{{! note}}', "isn't allowed here"],
  ['{{=<% %>=}}', "isn't allowed here"],
  ['Hi {{firstName', 'Unclosed tag'],
  ['{{#pickup}}here', 'Unclosed section "pickup"'],
  ['here{{/pickup}}', 'Unopened section "pickup"'],
  ['{{#pickup}}{{/items}}', 'Unclosed section "pickup"'],
])('the error in the template %j is reported', (template, told) => {
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
          `Write {{${tag}}}`,
        );
  },
);

test('single angle brackets count as a tag only if nothing else is in them', () => {
  expect(templateError('Hi <firstName>!')).toContain('Write {{firstName}}');
  expect(templateError('Hi <First_Name>!')).toContain('Write {{firstName}}');
});

test.each([
  'Thanks! 100% of your prints (all items) are on their way.',
  'Your {{items}}: 50% off, pickup <3, 10 < total > 5',
  'See [our site] and {this}; {{#pickup}}[at the table]{{/pickup}}',
  '<b>{{firstName}}</b> %20 a%20b% *|FNAME|* «Guten Tag»',
  '{{ firstName }} {{#pickup}} {{pickup}} {{/pickup}}{{^pickup}}x{{/pickup}}',
  'Total: {{total}} [{{total}}] ({{items}}) <{{statusLink}}>',
])('the words %j are words', (template) => expect(templateError(template)).toBeNull());

test('an unknown tag is reported together with the existing ones', () => {
  expect(templateError('{{name}}')).toBe(`{{name}} isn't a tag. The tags are ${EMAIL_TAGS.join(', ')}`);
});

test('staff’s text is used, and an error in it is reported instead', () => {
  const emails = [{ Kind: 'receipt', On: 'on', Subject: 'Thanks, {{firstName}}', Message: '' }];
  expect(chooseTemplate(emails, 'receipt')).toEqual({
    template: { ...BUILT_IN_TEXTS.receipt, subject: 'Thanks, {{firstName}}' },
  });
  const broken = [{ Kind: 'receipt', On: 'on', Subject: '', Message: 'Hi {{nmae}}' }];
  expect(chooseTemplate(broken, 'receipt')).toEqual({ error: expect.stringContaining("{{nmae}} isn't a tag") });
});

test('a value is text in the text part and escaped in the HTML part', () => {
  const filled = values({ customerName: `<b>"Tom" & 'Jerry'</b>` });
  expect(renderText('Hi {{customerName}}', filled)).toBe(`Hi <b>"Tom" & 'Jerry'</b>`);
  expect(renderHtml('Hi {{customerName}}', filled)).toBe('Hi &lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;');
});

test('a template’s own words are plain text, too, so that writing one needs no HTML', () => {
  expect(renderHtml('5 < 6 & "so" {{#pickup}}<3{{/pickup}}', values({ pickup: 'here' }))).toBe(
    '5 &lt; 6 &amp; &quot;so&quot; &lt;3',
  );
});

test('HTML stays as it is', () => {
  expect(renderHtml('{{items}}', values({ items: new Html('<table></table>') }))).toBe('<table></table>');
});

test('a section is left out for a blank value, and its opposite is shown', () => {
  const template = '{{#trackingLink}}follow {{trackingLink}}{{/trackingLink}}{{^trackingLink}}no link{{/trackingLink}}';
  expect(renderText(template, values({ trackingLink: 'https://t.example/1' }))).toBe('follow https://t.example/1');
  expect(renderText(template, values({ trackingLink: '' }))).toBe('no link');
});

test.each(['{{orderNumber}}', '{{#pickup}}', '{{{x}}}', '{{=| |=}}', '}}', '{{'])(
  'the customer called %j gets the right greeting',
  (name) => {
    const filled = values({ customerName: name, orderNumber: 'SECRET' });
    expect(renderText('Hi {{customerName}}!', filled)).toBe(`Hi ${name}!`);
    expect(renderHtml('Hi {{customerName}}!', filled)).toBe(`Hi ${name}!`);
  },
);

/** Reverses the escaping with a different algorithm. */
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
