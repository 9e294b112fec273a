import { afterAll, expect, test } from '@jest/globals';
import { alertEmail } from '../../src/email/alert-email';
import { joined } from '../../src/email/alert-operator';
import { closeOffices } from '../support/office';
import { operatorEmails } from './operator-emails';

afterAll(closeOffices);

const SHEET = 'https://docs.google.com/spreadsheets/d/abc/edit';
const TO = 'operator@cps-photos.example';
const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, url, words]) => `${words} -> ${url}`);

test('a line with a link becomes a button in the HTML part and stays a line in the text part', () => {
  const text =
    'Ann Lee rated order A-1 2 out of 5.\n"Too dark"\nReply to the customer: a+b@example.com\nOpen the order: https://x.example/a?b=1&c=2';
  const email = alertEmail({ subject: 'Low rating', text }, TO, SHEET);
  expect(linksOf(email.html)).toEqual([
    'Reply to the customer -> mailto:a%2Bb@example.com',
    'Open the order -> https://x.example/a?b=1&amp;c=2',
    `Open the sheet -> ${SHEET}`,
  ]);
  expect(email.text).toContain(text);
});

test('every email to the operator says what to do, has a button to the sheet and no bare address in its HTML', async () => {
  const emails = await operatorEmails();
  expect(emails).toHaveLength(8);
  for (const { subject, text, html } of emails) {
    expect([subject, linksOf(html).some((link) => link.includes('docs.google.com/spreadsheets'))]).toEqual([
      subject,
      true,
    ]);
    expect(html.replace(/href="[^"]*"/g, '')).not.toMatch(/https:\/\//);
    expect([subject, /What to do: |You don't have to do anything|CPS Orders > (Today|Reports)/.test(text)]).toEqual([
      subject,
      true,
    ]);
    expect(html).toContain('name="viewport"');
    expect(html).toContain(`<h1 style="`);
  }
  const low = emails.find(({ subject }) => subject.startsWith('Low rating'));
  expect(linksOf(low?.html ?? '').map((link) => link.split(' -> ')[0])).toEqual([
    'Reply to the customer',
    'Open the order',
    'See the customer&#39;s page',
  ]);
});

test('the digest shows the change in both parts', async () => {
  const digest = (await operatorEmails()).find(({ subject }) => subject.startsWith('Your week'));
  expect(digest?.text).toContain('Orders: 3 (previous week: 0)');
  expect(digest?.text).not.toContain(': 0.0 ');
  expect(digest?.html).toContain('Eastern Time');
});

test('customers’ words never become a button or a link', async () => {
  const low = (await operatorEmails()).find(({ subject }) => subject.startsWith('Low rating'));
  expect(low?.text).toContain('Too dark, see https');
  expect(low?.text).not.toContain('https://example.com');
  expect(linksOf(low?.html ?? '').join()).not.toContain('example.com/win');
});

test('two alerts of a topic share one email, and its subject says so once', () => {
  const one = { subject: 'Low rating from Ann Lee (order A-1)', text: 'one' };
  const two = joined(one, { subject: 'Low rating from Bob Day (order A-2)', text: 'two' });
  expect(two).toEqual({ subject: 'Low rating from Ann Lee (order A-1), and more', text: 'one\n\ntwo' });
  expect(joined(two, one).subject).toBe('Low rating from Ann Lee (order A-1), and more');
});

test('an alert left by an earlier version looks like the others', () => {
  const { html, text } = alertEmail({ subject: 'CPS Orders: x', text: `a\nIn the sheet: ${SHEET}#gid=1` }, TO, SHEET);
  expect(linksOf(html)).toEqual([`In the sheet -> ${SHEET}#gid=1`]);
  expect(text).toBe(`CPS Orders: x\n\na\nIn the sheet: ${SHEET}#gid=1`);
});
