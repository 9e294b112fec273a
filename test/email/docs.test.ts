import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { BUILT_IN_TEXTS, EMAIL_KINDS, KIND_FACTS } from '../../src/domain/email-kind';
import { EMAIL_TAGS } from '../../src/email/kinds';

const DOCS = readFileSync(join(__dirname, '../../docs/emails.md'), 'utf8');

test.each([...EMAIL_KINDS])('docs/emails.md has the meaning and the built-in text of the email %s', (kind) => {
  expect(DOCS).toMatch(new RegExp(`^\\| \`${kind}\` \\| ${KIND_FACTS[kind].title} \\| .+ \\|$`, 'm'));
  const { subject, preview, message } = BUILT_IN_TEXTS[kind];
  expect(DOCS).toContain(`Subject: ${subject}\nPreview: ${preview}\n\n${message}\n`);
});

test.each([...EMAIL_TAGS])('docs/emails.md explains the tag %s', (tag) => {
  expect(DOCS).toMatch(new RegExp(`^\\| \`\\{\\{${tag}\\}\\}\` \\| .+ \\|$`, 'm'));
});
