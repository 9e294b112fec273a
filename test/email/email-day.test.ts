import { expect, test } from '@jest/globals';
import type { Properties } from '../../src/core/ports';
import { departedSince, emailsOfTheDay, quotaRenewal, readEmailDay } from '../../src/email/email-day';
import { outboxEntry } from '../../src/workbook/outbox-row';
import { only } from '../support/only';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const HOUR = 3_600_000;
const sent = (hoursAgo: number, to = 'a@example.com', State = 'sent') =>
  outboxEntry(2, { Key: 'paid:a:1', Kind: 'paid', To: to, State, 'Sent At': NOW - hoursAgo * HOUR });

test('the quota resets 24 hours after the first email of the current quota day', () => {
  expect(quotaRenewal([], NOW)).toBeNull();
  expect(quotaRenewal([sent(25)], NOW)).toBeNull();
  expect(quotaRenewal([sent(5), sent(3), sent(1)], NOW)).toBe(NOW + 19 * HOUR);
  // A day began 30 hours ago and ended 6 hours ago; the next one began with the email of 5 hours ago.
  expect(quotaRenewal([sent(5), sent(30), sent(10)], NOW)).toBe(NOW + 19 * HOUR);
});

test('the day’s emails are counted by mailbox, no matter how the address is spelled', () => {
  const counts = emailsOfTheDay([sent(1), sent(2, 'A@Example.com'), sent(25), sent(3, 'b@example.com')], NOW);
  expect([...counts]).toEqual([
    ['a@example.com', 2],
    ['b@example.com', 1],
  ]);
});

test('an email that may have been sent counts toward the quota, too', () => {
  expect(
    departedSince(
      [sent(2), sent(0.5), sent(0.2, 'b@x.y', 'unsure'), outboxEntry(3, { State: 'handing over' })],
      NOW - HOUR,
    ),
  ).toBe(3);
});

test.each(['', 'x', '{}', 'null', '{"at":1,"left":-1,"waiting":0,"rows":0}'])(
  'a damaged note %j is ignored',
  (MAIL_DAY) => {
    expect(readEmailDay(only<Properties>({ all: () => ({ MAIL_DAY }) }))).toBeNull();
  },
);
