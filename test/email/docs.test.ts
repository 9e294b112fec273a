import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { BUILT_IN_TEXTS, EMAIL_KINDS, MAIL_KINDS } from '../../src/domain/mail-kind';
import { MAIL_TAGS } from '../../src/email/kinds';

const DOCS = readFileSync(join(__dirname, '../../docs/mails.md'), 'utf8');

test.each([...MAIL_KINDS])('docs/mails.md has the meaning and the built-in text of the mail %s', (kind) => {
  expect(DOCS).toMatch(new RegExp(`^\\| \`${kind}\` \\| ${EMAIL_KINDS[kind].title} \\| .+ \\|$`, 'm'));
  const { subject, preview, message } = BUILT_IN_TEXTS[kind];
  expect(DOCS).toContain(`Subject: ${subject}\nPreview: ${preview}\n\n${message}\n`);
});

test.each([...MAIL_TAGS])('docs/mails.md explains the tag %s', (tag) => {
  expect(DOCS).toMatch(new RegExp(`^\\| \`\\{\\{${tag}\\}\\}\` \\| .+ \\|$`, 'm'));
});
