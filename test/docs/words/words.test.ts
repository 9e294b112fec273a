import { afterAll, expect, test } from '@jest/globals';
import { closeOffices } from '../../support/office';
import { isExcepted } from './exceptions';
import { textsOfEmails, textsOfTheShop } from './rendered';
import { rulesOf } from './rules';
import { commentsIn, proseIn, stringsIn, testNamesIn } from './strings';
import { type Shown, textsOfComments, textsOfFiles } from './texts';

afterAll(closeOffices);

const RULES = rulesOf();

/** What breaks a rule, a line each: where, the rule, and the words around. */
const broken = (texts: readonly Shown[]): string[] => [
  ...new Set(
    texts.flatMap(({ where, text }) =>
      RULES.flatMap(({ name, pattern }) => {
        const at = pattern.exec(text)?.index;
        if (at === undefined || isExcepted(where, name, text)) return [];
        return [`${where}: ${name}: ${text.slice(Math.max(0, at - 50), at + 60)}`];
      }),
    ),
  ),
];

const named = (texts: readonly string[]): string[] => broken(texts.map((text) => ({ where: 'here', text })));

test('what staff, owners and programmers read in docs, pages, messages, help and names of tests is plain American English', () => {
  const texts = textsOfFiles();
  expect(texts.length).toBeGreaterThan(8000);
  expect(broken(texts)).toEqual([]);
});

test('so are comments', () => {
  const texts = textsOfComments();
  expect(texts.length).toBeGreaterThan(5000);
  expect(broken(texts)).toEqual([]);
});

test('so are emails to customers and to the operator, as they arrive', async () => {
  const texts = await textsOfEmails();
  expect(texts.length).toBeGreaterThan(100);
  expect(broken(texts)).toEqual([]);
});

test('so are customers’ pages, answers of the web app, cells, notes, messages, the menu and what dialogs show', async () => {
  const texts = await textsOfTheShop();
  for (const kind of [
    'page: order, shipped',
    'page: bad link',
    'answer of the web app',
    'tab Settings',
    'tab Orders',
    'message in the sheet',
    'menu',
    'dialog health.read',
    'dialog today.read',
  ])
    expect([kind, texts.filter(({ where }) => where === kind).length]).not.toEqual([kind, 0]);
  expect(broken(texts)).toEqual([]);
});

test.each([
  ['1000 is no quantity', 'is no'],
  ['What stands here', 'stands'],
  ['The operator is told.', 'is told'],
  ['Just reply to this mail.', 'mail'],
  ['3 mails left', 'mails'],
  ['Somebody typed here', 'somebody'],
  ['It leaves by itself.', 'by itself'],
  ['An order was taken in', 'taken in'],
  ['The status is put back', 'put back'],
  ['parted by blanks', 'parted by, blanks'],
  ['Every post is signed', 'a post'],
  ['The colour is grey', 'colour, grey'],
  ['Your order was cancelled.', 'cancelled'],
  ['Changes are in force at once.', 'in force, at once'],
  ['1 emails wait', '1 and a plural'],
  ['There are 2 order.', 'many and a singular'],
  ['2 order(s)', '(s)'],
  ['You have … orders.', 'a number and a plural'],
])('"%s" is found', (text, rules) => {
  expect(
    RULES.filter(({ pattern }) => pattern.test(text))
      .map(({ name }) => name)
      .sort()
      .join(', '),
  ).toBe(rules.split(', ').sort().join(', '));
});

test.each([
  'There is no order with this number, and it is no longer open.',
  'Priority Mail, Domestic Mail Manual, mailing label, MailApp',
  '1 order, 2 orders, 11 emails, 2 order numbers, page 1 orders',
  'The value `cancelled` of the status list: pending, paid, shipped, cancelled',
  'All errors are reported at once.',
  'The clock stands still. A stand-in stands for Google.',
])('"%s" is fine', (text) => {
  expect(named([text])).toEqual([]);
});

test('texts are found wherever code has them', () => {
  const code = `// Why it is so.
  import x from 'not a text at all';
  export const Page = () => <p class="not seen here">You have <b>{n}</b> emails to <i>send</i>.</p>;
  const a = \`Paid by \${name} on \${day(x, 'the first day')}\` + ' in cash';
  throw new Error(wrong ? 'This is wrong.' : \`\${what} is wrong.\`);
  /** Says what
   * it does. */
  const counted = n === 1 ? 'one order' : \`\${n} orders\`;
  test.each([])('a test of texts', () => {});`;
  const texts = stringsIn('page.tsx', code).join('\n');
  for (const text of [
    'You have',
    'emails to',
    'Paid by … on … in cash',
    'the first day',
    'This is wrong.',
    '… is wrong.',
    'N orders',
  ])
    expect(texts).toContain(text);
  expect(texts).not.toMatch(/not a text|not seen/);
  expect(testNamesIn('x.test.tsx', code)).toEqual(['a test of texts']);
  expect(commentsIn(code)).toEqual(['Why it is so.', 'Says what it does. ']);
  expect(proseIn('# Head\n\nText `code`.\n\n```sh\nnot this\n```\n\n| a cell | [link](not-this.md) |\n')).toEqual([
    '# Head',
    'Text `…`.',
    '| a cell',
    '[link] |',
  ]);
});

test('a list that is missing or emptied, and a narrower pattern without its phrase, fail', () => {
  expect(() => rulesOf('# Words\n')).toThrow('no list under "## Words to avoid"');
  expect(() => rulesOf('## Words to avoid\n| `a` | b |\n\n## American spelling\n| `c` | d |\n')).toThrow(
    "doesn't list mail",
  );
});
