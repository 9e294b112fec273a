import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEmail as read } from '../../../src/core/read/email';

/** A reading with all its warnings and remarks in one list. */
const readEmail = (sent: unknown) => {
  const reading = read(sent);
  if ('problem' in reading) return reading;
  return { value: reading.value, warnings: [...reading.warnings, ...reading.remarks] };
};

test.each([
  'paul@example.com',
  'Paul.Smith+prints@email.example.co.uk',
  "o'neil!#$%&*+/=?^_`{|}~-x@example.org",
  '1@x.io',
  `${'a'.repeat(64)}@${'b'.repeat(63)}.com`,
])('%s is an address', (email) => expect(readEmail(email)).toEqual({ value: email, warnings: [] }));

test.each([
  [
    'paul@example.com\u200b',
    'paul@example.com',
    'The email was sent with an invisible character (U+200B), which we removed.',
  ],
  [
    '\ufeffpa\u00adul@example.com',
    'paul@example.com',
    'The email was sent with an invisible character (U+00AD), which we removed.',
  ],
  ['mailto:paul@example.com', 'paul@example.com', 'The email "mailto:paul@example.com" was read as paul@example.com.'],
  ['paul@example.com.', 'paul@example.com', 'The email "paul@example.com." was read as paul@example.com.'],
  ['paul@example.com,', 'paul@example.com', 'The email "paul@example.com," was read as paul@example.com.'],
])('%j is accepted with a warning', (sent, value, warning) => {
  expect(readEmail(sent)).toEqual({ value, warnings: [warning] });
});

test('a blank one stays blank', () => {
  expect(readEmail(' \u00a0 ')).toEqual({ value: '', warnings: [] });
  expect(readEmail(undefined)).toEqual({ value: '', warnings: [] });
});

describe('an invalid address is rejected with the reason', () => {
  test.each([
    ['.test@example.org', 'begins with a dot'],
    ['test.@example.org', 'has a dot right before the @'],
    ['te..st@example.org', 'has two dots in a row'],
    ['test@example..org', 'has two dots in a row'],
    ['test@.example.org', 'has a dot right after the @'],
    ['test', 'has no @'],
    ['@example.org', 'has nothing before the @'],
    ['test@', 'has nothing after the @'],
    ['test@localhost', 'has no dot after the @ (as in "localhost.com")'],
    ['a@b@example.org', 'has more than one @'],
    ['a@example.org, b@example.org', 'has more than one address'],
    ['a@example.org;b@example.org', 'has more than one address'],
    ['a@example.org\nBcc: b@example.org', 'has more than one address'],
    ['Paul <paul@example.org>', 'has a name or brackets around the address'],
    ['paul smith@example.org', 'contains a space'],
    ['paul@exam ple.org', 'contains a space'],
    ['"paul"@example.org', 'has "\\"" before the @'],
    ['pаul@example.org', 'has "а" (U+0430) before the @'],
    ['josé@example.org', 'has "é" (U+00E9) before the @'],
    ['paul@exämple.org', 'has "ä" (U+00E4) after the @'],
    ['paul@example,org', 'has "," after the @'],
    ['paul＠example.org', 'has no @'],
    ['paul@127.0.0.1', 'has a number instead of a domain name after the @'],
    ['paul@[127.0.0.1]', 'has a number instead of a domain name after the @'],
    ['paul@-example.org', 'has "-example" after the @'],
    ['paul@example-.org', 'has "example-" after the @'],
    ['paul@example.c', 'ends in ".c"'],
    ['paul@example.123', 'ends in ".123"'],
    [`${'a'.repeat(65)}@example.org`, 'has 65 characters before the @ (the limit is 64)'],
    [`a@${'b'.repeat(64)}.org`, `has "${'b'.repeat(30)}" after the @`],
    [`a@${`${'b'.repeat(49)}.`.repeat(6)}org`, 'has 305 characters (the limit is 254)'],
  ])('%j', (sent, found) => {
    const reading = readEmail(sent);
    expect('problem' in reading && reading.problem).toMatch(
      / is not a valid email address such as paul@example\.com: it /,
    );
    expect('problem' in reading && reading.problem.endsWith(`: it ${found.replace('\\"', '"')}`)).toBe(true);
  });

  test.each([{}, ['paul@example.com'], true])('%j isn’t text', (sent) => {
    expect(readEmail(sent)).toEqual({ problem: `${JSON.stringify(sent)} is not text` });
  });
});

test('an accepted address is safe in a header: one line, one address, ASCII only', () => {
  const parts = fc.array(fc.constantFrom(...'ab1.@-+ ,;<>"\n\u200bé:'), { maxLength: 20 }).map((all) => all.join(''));
  fc.assert(
    fc.property(
      fc.oneof(
        parts,
        fc.emailAddress(),
        fc.tuple(parts, fc.emailAddress()).map((all) => all.join('')),
      ),
      (sent) => {
        const reading = readEmail(sent);
        if ('problem' in reading || reading.value === '') return;
        expect(reading.value).toMatch(/^[!-~]+$/);
        expect(reading.value.split('@')).toHaveLength(2);
        expect(reading.value).not.toMatch(/[,;<>":\s]|^\.|\.@|\.\.|@\./);
      },
    ),
    { numRuns: 3000 },
  );
});
