import { expect, test } from '@jest/globals';
import {
  badText,
  forTestMode,
  heldBy,
  quotaUsedUp,
  releasedBy,
  SWITCHED_OFF,
  TOO_LATE,
  TYPED_OVER,
  tooManyAtOnce,
  tooManyForOne,
  UNSURE,
} from '../../src/email/reasons';
import { reasonCell, reasonIn, wordsIn } from '../../src/workbook/outbox-reason';

test.each([
  [badText('{{x}} is no tag'), 'bad-text'],
  [tooManyAtOnce(8, 5), 'stopped'],
  [tooManyForOne(10), 'stopped'],
  [forTestMode('trial@example.com'), 'test-mode'],
  [releasedBy('Maria'), 'released'],
])('the Error cell %j holds its reason as a code behind the words', (cell, reason) => {
  expect(reasonIn(cell)).toBe(reason);
  expect(wordsIn(cell)).toBe(cell.replace(` [${reason}]`, ''));
  expect(reasonIn(reasonCell(reason as 'stopped', 'In other words.'))).toBe(reason);
});

test.each([
  ['Held for its text in the Emails tab: {{x}} is no tag', 'bad-text'],
  [
    'Stopped: 8 emails at once, and 5 are allowed (Settings, Mails per run). If they are all meant, release them.',
    'stopped',
  ],
  ['Test mode: a copy goes to trial@example.com. The customer gets this email when test mode ends.', 'test-mode'],
  ['Released by maria@example.com.', 'released'],
])('the Error cell %j of before there were codes is read as well', (cell, reason) => {
  expect(reasonIn(cell)).toBe(reason);
  expect(wordsIn(cell)).toBe(cell);
});

test.each([
  heldBy('Maria'),
  quotaUsedUp(''),
  SWITCHED_OFF,
  TOO_LATE,
  TYPED_OVER,
  UNSURE,
  '',
  'Held for [bad-text] now',
])('the Error cell %j holds nothing that the program goes by', (cell) => {
  expect(reasonIn(cell)).toBeNull();
  expect(wordsIn(cell)).toBe(cell);
});
