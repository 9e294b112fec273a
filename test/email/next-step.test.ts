import { expect, test } from '@jest/globals';
import { nextStep } from '../../src/email/next-step';
import { badText, forTestMode, heldBy, releasedBy } from '../../src/email/reasons';
import type { Row } from '../../src/workbook/layout';
import { outboxEntry } from '../../src/workbook/outbox-row';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const SECOND = 1000;
const BAD = badText("{{nmae}} isn't a tag");
const TEST = forTestMode('trial@example.com');

test.each([
  ['queued', {}, 'due'],
  ['queued', { 'Not Before': NOW + SECOND }, null],
  ['queued', { 'Not Before': NOW }, 'due'],
  ['queued', { 'Not After': NOW }, 'due'],
  ['queued', { 'Not After': NOW - SECOND }, 'too late'],
  ['queued', { 'Not After': NOW - SECOND, Error: TEST }, 'too old'],
  ['queued', { 'Not After': '' }, 'due'],
  ['waiting for quota', {}, 'due'],
  ['waiting for quota', { 'Not After': NOW - SECOND }, 'due'],
  ['waiting for quota', { 'Not After': NOW - SECOND, Kind: 'feedback' }, 'too late'],
  ['claimed', { 'Lease Until': NOW + SECOND }, null],
  ['claimed', { 'Lease Until': NOW - SECOND }, 'due'],
  ['claimed', { 'Lease Until': '' }, 'due'],
  ['handing over', { 'Lease Until': NOW + SECOND }, null],
  ['handing over', { 'Lease Until': NOW - SECOND }, 'unsure'],
  ['handing over', { 'Lease Until': NOW - SECOND, 'Not After': NOW - SECOND }, 'unsure'],
  ['sent', {}, null],
  ['unsure', {}, null],
  ['failed', {}, null],
  ['cancelled', {}, null],
  ['held', { Error: heldBy('Maria') }, null],
  ['held', { Error: BAD }, 'due'],
  ['held', { Error: BAD, 'Not After': NOW - SECOND }, 'too old'],
  ['nonsense', {}, null],
  ['queued', { 'Sent At': NOW - SECOND }, 'departed'],
  ['claimed', { 'Sent At': NOW - SECOND }, 'departed'],
  ['waiting for quota', { 'Sent At': NOW - SECOND }, 'departed'],
  ['held', { 'Sent At': NOW - SECOND, Error: BAD }, 'departed'],
  ['queued', { Attempts: 1 }, 'departed'],
  ['queued', { Attempts: 1, Error: TEST }, 'due'],
  ['queued', { Attempts: 1, Error: releasedBy('Maria') }, 'due'],
  ['waiting for quota', { Attempts: 1 }, 'due'],
  ['unsure', { 'Sent At': NOW - SECOND }, null],
  ['cancelled', { 'Sent At': NOW - SECOND }, null],
])('the next step of an email that is %s with %j: %s', (State, cells, step) => {
  const row: Row = { Key: 'receipt:a:1', Kind: 'receipt', State, 'Not After': NOW + SECOND, ...(cells as Row) };
  expect(nextStep(outboxEntry(2, row), { now: NOW, isTestMode: false, isTextRight: true, isMorning: true })).toBe(step);
});

test('an email held for its text stays held until the text is fixed, and nothing expires in test mode', () => {
  const held = outboxEntry(2, { Key: 'paid:a:1', Kind: 'paid', State: 'held', Error: BAD });
  expect(nextStep(held, { now: NOW, isTestMode: false, isTextRight: false, isMorning: true })).toBeNull();
  const waiting = outboxEntry(2, { Key: 'paid:a:1', Kind: 'paid', State: 'queued', Error: TEST, 'Not After': NOW - 1 });
  expect(nextStep(waiting, { now: NOW, isTestMode: true, isTextRight: true, isMorning: true })).toBe('due');
});

test.each([
  [{}, null],
  [{ Kind: 'receipt' }, 'due'],
  [{ State: 'waiting for quota' }, null],
  [{ State: 'held', Error: BAD }, null],
  [{ 'Not After': NOW - SECOND }, 'too late'],
  [{ Error: releasedBy('Maria') }, 'due'],
  [{ Key: 'feedback:o1:2' }, 'due'],
] as const)('a feedback request waits for the morning, unless staff sent it: %p', (cells, step) => {
  const email = outboxEntry(2, { Key: 'feedback:o1:1', Kind: 'feedback', State: 'queued', ...cells });
  expect(nextStep(email, { now: NOW, isTestMode: false, isTextRight: true, isMorning: false })).toBe(step);
});
